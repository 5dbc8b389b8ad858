package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.integration.Activities;
import app.chancery.integration.NewActivity;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Heads;
import app.chancery.platform.time.Days;
import app.chancery.platform.web.Routes;
import app.chancery.programme.Opening;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.rehearsal.Office;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whatever somebody enters by a right that they have only because they stand in for a colleague is
 * signed for that colleague too, by whichever door it comes in.
 */
@WebOfficeTest
class SignedInPlaceTest {

  /** Of no group that enters anything; stands in for four colleagues. */
  private static final String DEPUTY = "bruno";

  /** What is confidential passes only to whom may read it already, here for the analyst. */
  private static final String CONFIDENTIAL_DEPUTY = "edda";

  /**
   * Doors at which everybody does what is their own, or what administrators alone may, whose rights
   * pass to nobody; and those of tasks and their starts, where the engine finds in whose place
   * somebody acts ({@link ActingInPlaceTest}). Those of policy tables sign likewise and want a
   * file.
   */
  private static final List<String> OTHERS =
      List.of(
          "/absence",
          "/absence/{id}/end",
          "/api/v1/closed-accounts",
          "/api/v1/inbox/{id}/read",
          "/api/v1/sessions",
          "/api/v1/tiering/moves",
          "/api/v1/tiering/preview",
          "/calendar/feed",
          "/calendar/feed/revoke",
          "/comments/{id}",
          "/comments/{id}/strike",
          "/error",
          "/files/{id}/remove",
          "/inbox/choices",
          "/inbox/read",
          "/inbox/{id}/read",
          "/incidents/{id}/try-again",
          "/login/wait",
          "/logout/leaving",
          "/logout/provider",
          "/mails/{id}/try-again",
          "/policy/trials",
          "/policy/trials/{id}/again",
          "/policy/trials/{id}/release",
          "/programmes/{key}/comments",
          "/programmes/{key}/files",
          "/rounds/{id}/answers/{task}",
          "/start/{process}",
          "/start/{process}/draft",
          "/tasks/{id}",
          "/tasks/{id}/claim",
          "/tasks/{id}/comments",
          "/tasks/{id}/draft",
          "/tasks/{id}/files",
          "/tasks/{id}/give-back",
          "/tasks/{id}/hand-over",
          "/tasks/{id}/take-back",
          "/tasks/{id}/take-over",
          "/what-if/scenarios",
          "/what-if/scenarios/{id}/delete",
          "/work/claim",
          "/work/give-back",
          "/work/group/{group}/give",
          "/work/group/{group}/take-back",
          "/work/hand-over");

  /** Tables of what is told of somebody and not by them, and of who logged in. */
  private static final Set<String> NO_RECORDS =
      Set.of(
          "web_session",
          "absence",
          "ended_sessions",
          "inbox_item",
          "audit_waiting",
          "audit_record");

  /** One way to enter something. */
  private record Door(String route, Sending sending) {}

  private interface Sending {
    HttpResponse<String> send();
  }

  @LocalServerPort private int port;
  @Autowired private ApplicationContext application;
  @Autowired private Accounts accounts;
  @Autowired private AccountRecords records;
  @Autowired private IdentityService identities;
  @Autowired private Opening opening;
  @Autowired private Activities activities;
  @Autowired private Dossiers dossiers;
  @Autowired private TaskService tasks;
  @Autowired private Office office;
  @Autowired private Days days;
  @Autowired private JdbcClient db;

  private String key;

  @BeforeEach
  void deputies() {
    key = office.inTheNameOf("executive", () -> opening.open(SampleDossiers.of("XR", "Rurtania")));
    office.inTheNameOf("executive", () -> opening.open(SampleDossiers.of("XA", "Aldermark")));
    accounts.addSample(DEPUTY, "Bruno", "Keller", "chancery", Groups.PUBLIC_AFFAIRS);
    accounts.addSample(CONFIDENTIAL_DEPUTY, "Edda", "Lund", "chancery", Groups.ENVOYS);
    accounts.addSample("hugo", "Hugo", "Head", "chancery", Heads.groupOf(Groups.PLANNERS));
    records.forget();
    for (String absent : List.of("officer", "executive", "secretary", "hugo")) {
      away(absent, DEPUTY);
    }
    away("analyst", CONFIDENTIAL_DEPUTY);
  }

  @AfterEach
  void close() {
    List.of(DEPUTY, CONFIDENTIAL_DEPUTY, "hugo").forEach(identities::deleteUser);
    records.forget();
  }

  @Test
  void whatIsEnteredByARightOfSomebodyAbsentIsSignedForThemAtEveryDoor() {
    List<Door> doors = doors();

    for (Door door : doors) {
      long signed = signedFor();
      HttpResponse<String> answer = door.sending().send();
      assertThat(answer.statusCode()).as(door.route() + answer.body()).isBetween(200, 302);
      assertThat(signedFor()).as(door.route()).isGreaterThan(signed);
      assertThat(signedAlone()).as(door.route()).isEmpty();
    }
  }

  @Test
  void everyDoorIsTriedHereOrIsNoneOfThose() {
    Set<String> written =
        Routes.ofOurs(application).stream()
            .filter(route -> !route.method().equals("GET"))
            .map(Routes.Route::path)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> tried = doors().stream().map(Door::route).collect(Collectors.toSet());

    written.removeAll(tried);

    assertThat(written).containsExactlyElementsOf(OTHERS);
  }

  private List<Door> doors() {
    Visitor bruno = Visitor.program(port, DEPUTY);
    Visitor edda = Visitor.program(port, CONFIDENTIAL_DEPUTY);
    String programme = "/api/v1/programmes/{key}";
    String corrections = "/programmes/{key}/corrections";
    String today = days.today().toString();
    return List.of(
        new Door(
            "/api/v1/programmes",
            () ->
                bruno.post(
                    "/api/v1/programmes",
                    """
                    {"candidate": "XE", "name": "Elland", "european": true, "region": "europe",
                     "propagandaExposure": "low", "indicators": {}}
                    """)),
        new Door(
            "/api/v1/programmes/import",
            () ->
                bruno.send(
                    "POST",
                    "/api/v1/programmes/import",
                    "candidate,name,european,region,propagandaExposure\nXC,Carpania,true,europe,low",
                    "text/csv")),
        new Door(
            programme + "/activities",
            () ->
                bruno.post(
                    at(programme + "/activities"),
                    """
                    {"kind": "workshop", "name": "Cyber defence", "date": "%s",
                     "participants": ["FR"], "source": "Minutes"}
                    """
                        .replace("%s", today))),
        new Door(
            programme + "/condition-shifts",
            () ->
                bruno.post(
                    at(programme + "/condition-shifts"),
                    """
                    {"kind": "security", "severity": "minor", "description": "A border closed",
                     "source": "Press"}
                    """)),
        new Door(
            programme + "/ratifications",
            () ->
                bruno.post(
                    at(programme + "/ratifications"),
                    "{\"ally\": \"FR\", \"stage\": \"parliament\", \"date\": \"" + today + "\"}")),
        new Door(
            programme + "/ratification-holds",
            () -> {
              protocolSigned();
              return bruno.post(
                  at(programme + "/ratification-holds"),
                  "{\"ally\": \"HU\", \"change\": \"held\", \"date\": \"%s\", \"reason\": \"Debate\"}"
                      .replace("%s", today));
            }),
        new Door(
            programme + "/dossier-updates",
            () ->
                edda.post(
                    at(programme + "/dossier-updates"),
                    """
                    {"indicators": {"publicSupportPct":
                      {"value": 15, "asOf": "%s", "source": "Survey"}}}
                    """
                        .replace("%s", today))),
        new Door(
            corrections,
            () -> correct(DEPUTY, Map.of("of", "candidate-name", "name", "Ruritania"))),
        new Door(
            corrections,
            () ->
                correct(
                    DEPUTY,
                    Map.of(
                        "of", "activity", "entry", activity(), "date", today, "to", "Aldermark"))),
        new Door(
            corrections,
            () ->
                correct(
                    CONFIDENTIAL_DEPUTY,
                    Map.of(
                        "of", "figure",
                        "entry", governance(),
                        "value", "1.5",
                        "asOf", today,
                        "source", "Survey"))));
  }

  @Test
  void whoIsGivenATaskByTheHeadsDeputyIsToldInWhosePlace() {
    String task =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(key)
            .taskCandidateGroup(Groups.PLANNERS)
            .list()
            .get(0)
            .getId();

    Visitor.person(port, DEPUTY)
        .postForm("/work/group/planners/give", Map.of("task", task, "to", "planner"));

    assertThat(db.sql("select text from notice").query(String.class).list())
        .anyMatch(text -> text.startsWith("Bruno Keller for Hugo Head, "));
  }

  private String at(String route) {
    return route.replace("{key}", key);
  }

  private void away(String absent, String deputy) {
    String today = days.today().toString();
    HttpResponse<String> entered =
        Visitor.person(port, "admin")
            .postForm(
                "/absence", Map.of("who", absent, "deputy", deputy, "from", today, "until", today));
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(302);
  }

  private HttpResponse<String> correct(String account, Map<String, String> fields) {
    Map<String, String> sent = new LinkedHashMap<>(Map.of("seen", "0", "reason", "A slip."));
    sent.putAll(fields);
    return Visitor.person(port, account).postForm("/programmes/" + key + "/corrections", sent);
  }

  private String activity() {
    return String.valueOf(
        office
            .inTheNameOf(
                "officer",
                () ->
                    activities.record(
                        key,
                        new NewActivity(
                            "workshop",
                            "Table top",
                            days.today().toString(),
                            List.of("FR"),
                            null,
                            "Report",
                            null)))
            .id());
  }

  private void protocolSigned() {
    db.sql(
            """
            insert into accession_entry (programme, stage, happened_on, detail, recorded_by,
              recorded_at)
            values (:programme, 'PROTOCOL_SIGNED', :on, 'signed', 'officer', :at)
            """)
        .param("programme", key)
        .param("on", days.today())
        .param("at", OffsetDateTime.ofInstant(office.now(), ZoneOffset.UTC))
        .update();
  }

  /** How often one of the deputies has signed for somebody. */
  private String governance() {
    return dossiers.recorded(key).stream()
        .filter(figure -> figure.name() == IndicatorName.GOVERNANCE_ESTIMATE)
        .map(figure -> String.valueOf(figure.id()))
        .findFirst()
        .orElseThrow();
  }

  private long signedFor() {
    return signatures(".c like 'bruno/%' or .c like 'edda/%'").values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /** Where one of the deputies has signed for nobody else. */
  private Set<String> signedAlone() {
    return signatures(".c in ('bruno', 'edda')").keySet();
  }

  /** How often each column of ours holds such a signature, of those that hold any. */
  private Map<String, Long> signatures(String condition) {
    Map<String, Long> found = new TreeMap<>();
    db.sql(
            columns().stream()
                .map(
                    column ->
                        String.join(
                                "",
                                "select '" + column,
                                "', count(*) from \"" + column.split("[.]")[0],
                                "\" where ")
                            + condition.replace(".c", "\"" + column.split("[.]")[1] + "\""))
                .collect(Collectors.joining(" union all ")))
        .query(
            row -> {
              found.put(row.getString(1), row.getLong(2));
            });
    found.values().removeIf(rows -> rows == 0);
    return found;
  }

  private List<String> columns() {
    List<String> columns =
        db.sql(
                """
                select c.table_name || '.' || c.column_name from information_schema.columns c
                join information_schema.tables t
                  on t.table_schema = c.table_schema and t.table_name = c.table_name
                where c.table_schema = 'PUBLIC' and t.table_type = 'BASE TABLE'
                  and c.data_type = 'CHARACTER VARYING' and c.table_name not ilike 'act\\_%'
                  and lower(c.table_name) not in (:no)
                """)
            .param("no", NO_RECORDS)
            .query(String.class)
            .list();
    assertThat(columns).hasSizeGreaterThan(100);
    return columns;
  }
}
