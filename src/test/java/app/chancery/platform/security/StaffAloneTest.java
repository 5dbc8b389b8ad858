package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.integration.Activities;
import app.chancery.integration.NewActivity;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Heads;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import app.chancery.rehearsal.Office;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What is for the staff is read by the members of the groups of the office. Nobody becomes one of
 * them as a head, by a right that is nothing else, or by a group that an administrator made.
 */
@WebOfficeTest
class StaffAloneTest {

  private static final String DELEGATION = "delegation-fr";
  private static final String MADE_HERE = "press-club";
  private static final String WORKSHOP = "Table top";
  private static final String REASON = "A slip of the pen.";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private AccountRecords records;
  @Autowired private IdentityService identities;
  @Autowired private Programmes programmes;
  @Autowired private Deliverables deliverables;
  @Autowired private Activities activities;
  @Autowired private RuntimeService runtime;
  @Autowired private Office office;

  private String programme;
  private Deliverable approved;
  private Deliverable draft;

  @BeforeEach
  void aProgrammeOfWhichSomethingIsForTheStaff() {
    office.setClock(Instant.parse("2026-11-02T10:00:00Z"));
    programme = programmes.register(SampleDossiers.ruritania());
    programmes.settleTier(programme, Tier.FULL_CANDIDATE);
    runtime.startProcessInstanceByKey("monitor-and-adjust", programme);
    approved = deliverables.issue(programme, DeliverableKind.READINESS_BASELINE, document());
    draft = deliverables.draft(programme, DeliverableKind.DIPLOMATIC_PACKAGE, document());
    long workshop =
        office
            .inTheNameOf(
                "officer",
                () ->
                    activities.record(
                        programme,
                        new NewActivity(
                            "workshop",
                            WORKSHOP,
                            "2026-10-05",
                            List.of("FR"),
                            null,
                            "Report",
                            null)))
            .id();
    office.setClock(Instant.parse("2027-01-04T08:00:00Z"));
    office.runDueJobs();
    HttpResponse<String> corrected =
        Visitor.person(port, "officer")
            .postForm(
                page("/corrections"),
                Map.of(
                    "of",
                    "activity",
                    "entry",
                    String.valueOf(workshop),
                    "seen",
                    "0",
                    "date",
                    "2026-10-06",
                    "to",
                    programme,
                    "reason",
                    REASON));
    assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(302);
    for (String group : List.of(Heads.groupOf(DELEGATION), MADE_HERE)) {
      Group made = identities.newGroup(group);
      made.setName("Made in Admin");
      identities.saveGroup(made);
    }
  }

  @AfterEach
  void leave() {
    identities.deleteUser("hugo");
    identities.deleteGroup(Heads.groupOf(DELEGATION));
    identities.deleteGroup(MADE_HERE);
    records.forget();
  }

  static Stream<List<String>> others() {
    return Stream.of(
        List.of(DELEGATION),
        List.of(DELEGATION, Heads.groupOf(DELEGATION)),
        List.of(DELEGATION, Groups.OfOneRight.AUDITORS, MADE_HERE),
        List.of(Heads.groupOf(DELEGATION)),
        List.of(Heads.groupOf(Groups.ANALYSTS)),
        List.of(Groups.OfOneRight.AUDITORS),
        List.of(Groups.OfOneRight.MONITORING),
        List.of(MADE_HERE));
  }

  @ParameterizedTest
  @MethodSource("others")
  void whoIsOfNoGroupOfTheOfficeReadsNoneOfIt(List<String> groups) {
    Visitor reader = member(groups);

    assertThat(read(reader)).isEmpty();
    assertThat(reader.get(approved.path()).statusCode()).isEqualTo(200);
    assertThat(reader.open(page("")).body()).contains(approved.page());
  }

  static Stream<List<String>> staff() {
    return Stream.concat(
        Arrays.stream(Groups.staff()).map(List::of),
        Stream.of(List.of(DELEGATION, Groups.ANALYSTS)));
  }

  @ParameterizedTest
  @MethodSource("staff")
  void whoIsOfOneReadsAllOfIt(List<String> groups) {
    assertThat(read(member(groups))).isEqualTo(forTheStaff());
  }

  /**
   * Something that is for the staff alone.
   *
   * @param says what nobody else finds at the address
   */
  private record ForStaff(String address, String says) {}

  private List<ForStaff> forTheStaff() {
    return List.of(
        new ForStaff(draft.path(), "Secret or not"),
        new ForStaff(draft.page(), "Secret or not"),
        new ForStaff("/api/v1/programmes/" + programme + "/deliverables", "diplomatic-package"),
        new ForStaff(page(""), draft.page()),
        new ForStaff(page(""), REASON),
        new ForStaff(page("/decisions?format=csv"), REASON),
        new ForStaff(page("/corrections"), WORKSHOP),
        new ForStaff(page("/corrections?format=csv"), REASON),
        new ForStaff(approved.page(), REASON),
        new ForStaff(approved.path(), REASON),
        new ForStaff(page("/told?format=csv"), "delegation of Germany"),
        new ForStaff("/api/v1/calendar.ics", "decision-"));
  }

  private List<ForStaff> read(Visitor reader) {
    return forTheStaff().stream().filter(each -> finds(reader, each)).toList();
  }

  private static boolean finds(Visitor reader, ForStaff one) {
    HttpResponse<String> answer =
        one.address().startsWith("/api/") ? reader.get(one.address()) : reader.open(one.address());
    assertThat(answer.statusCode()).as(one.address()).isIn(200, 404);
    return answer.body().contains(one.says());
  }

  private Visitor member(List<String> groups) {
    groups.forEach(group -> accounts.addSample("hugo", "Hugo", "Head", "chancery", group));
    records.forget();
    return Visitor.person(port, "hugo");
  }

  private String page(String below) {
    return "/programmes/" + programme + below;
  }

  private static Document document() {
    return Document.titled("Secret or not", "In short.").with(Section.headed("One").saying("Text"));
  }
}
