package app.chancery.desk.work;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.programme.Opening;
import app.chancery.programme.Programmes;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person may start, from its form to what comes after. */
@WebOfficeTest
class StartPagesTest {

  private static final Map<String, Visitor> LOGGED_IN = new HashMap<>();

  @LocalServerPort int port;
  @Autowired Opening opening;
  @Autowired Programmes programmes;
  @Autowired IdentityService identities;
  @Autowired JdbcClient db;

  @BeforeEach
  void open() {
    opening.open(SampleDossiers.ruritania());
  }

  @AfterEach
  void forget() {
    db.sql("delete from draft").update();
    LOGGED_IN.clear();
  }

  @Test
  void everybodyIsOfferedWhatTheEngineLetsThemStart() {
    for (User user : identities.createUserQuery().list()) {
      Visitor person = Visitor.program(port, user.getId());
      List<String> engine =
          person
              .json(
                  "/engine-rest/process-definition?latest=true&active=true"
                      + "&startableInTasklist=true&startablePermissionCheck=true")
              .findValuesAsText("key");

      List<String> offered =
          WorkPage.of(person, "/work").html().select("nav.starts a").eachAttr("href");

      assertThat(offered)
          .as(user.getId())
          .containsExactlyInAnyOrderElementsOf(
              engine.stream().map(process -> "/start/" + process).toList());
      for (String start : offered) {
        assertThat(page(person.open(start)).select("main form.form")).as(start).hasSize(1);
      }
    }
  }

  @Test
  void aLinkToAProgrammeThatThereIsNotSaysSo() {
    String start = "/start/record-activity?programme=";

    assertThat(page(person("officer").open(start + "ZZ-2026")).select("main > [role=alert]").text())
        .contains("There is no programme ZZ-2026");
    assertThat(page(person("officer").open(start + "XR-2026")).select("main > [role=alert]"))
        .isEmpty();
  }

  @Test
  void whoMayStartNothingSeesNoStart() {
    Document page = WorkPage.of(Visitor.program(port, "press"), "/work").html();

    assertThat(page.select("nav.starts, #starts")).isEmpty();
    assertThat(Visitor.program(port, "press").open("/start/update-dossier").statusCode())
        .isEqualTo(404);
    assertThat(
            person("press")
                .postForm("/start/update-dossier", Map.of("programme", "x"))
                .statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hold-review", "no-such-process", "print-deliverable"})
  void whatIsNotForPeopleToStartIsNotThere(String process) {
    assertThat(Visitor.program(port, "admin").open("/start/" + process).statusCode())
        .isEqualTo(404);
  }

  /**
   * Whatever process asks for a programme, it takes it by key, by name and as the pages write it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"XR-2026", "xr-2026", "Ruritania", "Ruritania (XR-2026)"})
  void aProgrammeIsTakenAsPeopleWriteIt(String written) {
    assertThat(programmes.meant(written, "programme").key()).isEqualTo("XR-2026");
    List<String> about =
        page(Visitor.program(port, "admin").open("/programmes/XR-2026"))
            .select("nav.starts a")
            .eachAttr("href");
    assertThat(about).hasSizeGreaterThanOrEqualTo(5);
    for (String start : about) {
      Document refused =
          page(
              person("admin")
                  .ledBack(
                      person("admin")
                          .postForm(start.replaceAll("\\?.*", ""), Map.of("programme", written))));

      assertThat(refused.select("#form-problems")).as(start).isNotEmpty();
      assertThat(refused.select("#form-problems").text())
          .as(start)
          .doesNotContain("There is no programme");
      assertThat(refused.selectFirst("input[name=programme]").val()).isEqualTo(written);
    }
  }

  @Test
  void onAProgrammesPageTheProgrammeIsFilledIn() {
    Document programme = page(person("officer").open("/programmes/XR-2026"));
    assertThat(programme.select("nav.starts a").eachText())
        .containsExactly("Record an activity", "Report shifted conditions");
    String start = programme.select("nav.starts a").attr("href");
    assertThat(start).isEqualTo("/start/record-activity?programme=XR-2026");

    Document form = page(person("officer").open(start));

    Element field = form.selectFirst("input[name=programme]");
    assertThat(field.val()).isEqualTo("Ruritania (XR-2026)");
    assertThat(field.attr("list")).isEqualTo("programmes");
    assertThat(form.select("datalist#programmes option").eachAttr("value"))
        .containsExactly("Ruritania (XR-2026)");
  }

  @Test
  void whatHasEndedIsNotOffered() {
    db.sql("update programme set status = 'ENDED', ended_at = opened_at, outcome = 'WITHDRAWN'")
        .update();

    assertThat(page(person("officer").open("/start/record-activity")).select("datalist option"))
        .isEmpty();
    assertThat(page(person("officer").open("/programmes/XR-2026")).select("nav.starts")).isEmpty();
  }

  @Test
  void afterAStartThePageSaysWhatHappensNext() {
    HttpResponse<String> answer =
        person("officer").postForm("/start/record-activity", activity("Ruritania (XR-2026)"));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Visitor.location(answer)).startsWith("/start/record-activity/done?receipt=");
    Document done = page(person("officer").open(Visitor.location(answer)));
    assertThat(done.select("[role=status]").text())
        .startsWith("Record an activity: Ruritania (XR-2026)");
    assertThat(done.select("[role=alert]")).isEmpty();
    // What waits for people and "the office is at work" never stand together.
    assertThat(done.select("[data-at-work]")).isEmpty();
    assertThat(done.select("dl.facts dt").eachText()).contains("Programme", "Name", "Day");
    assertThat(done.select("dl.facts dd").eachText())
        .contains("Ruritania (XR-2026)", "Exercise", "Northern Shield", "2 Nov 2026");
    assertThat(done.select("main").text())
        .containsPattern("File intelligence briefs [Aa]nalysts, until");
    assertThat(done.select("main a").eachAttr("href"))
        .contains("/programmes/XR-2026", "/work", "/start/record-activity");
    assertThat(db.sql("select name from activity").query(String.class).list())
        .containsExactly("Northern Shield");
  }

  @Test
  void aNewProgrammeIsOpenedAndTellsWhoHasWhatToDo() {
    Map<String, String> dossier =
        SampleDossiers.fields(SampleDossiers.of("XS", "Syldavia")).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toString()));

    HttpResponse<String> answer =
        person("planner").postForm("/start/enlargement-programme", dossier);

    assertThat(Visitor.location(answer)).startsWith("/start/enlargement-programme/done?receipt=");
    assertThat(page(person("planner").open(Visitor.location(answer))).select("main").text())
        .contains("Syldavia (XS-2026)", "Confirm partnership mechanisms")
        .containsPattern("Your next task Confirm partnership mechanisms \\w+ \\(X[RS]-2026\\)");
  }

  @Test
  void aStartIsRecordedOnceHoweverOftenItsFormIsHandedIn() {
    Visitor officer = person("officer");
    officer.with("X-CHANCERY-CSRF", officer.cookie("CHANCERY-CSRF").orElseThrow());
    String once = once(officer, "/start/record-activity");
    assertThat(once(officer, "/start/record-activity")).isNotEqualTo(once);
    officer.with("X-CHANCERY-ONCE", once);
    officer.put("/start/record-activity/draft", "{\"fields\": {\"name\": \"Begun\"}}");
    assertThat(once(officer, "/start/record-activity")).isEqualTo(once);
    Map<String, String> sent = new HashMap<>(activity("Ruritania (XR-2026)"));
    sent.put("once", once);

    HttpResponse<String> first = officer.postForm("/start/record-activity", sent);
    officer.put("/start/record-activity/draft", "{\"fields\": {\"name\": \"Northern Shield\"}}");
    HttpResponse<String> second = officer.postForm("/start/record-activity", sent);

    assertThat(Visitor.location(first)).isEqualTo("/start/record-activity/done?receipt=" + once);
    assertThat(Visitor.location(second)).isEqualTo(Visitor.location(first));
    Document told = page(officer.open(Visitor.location(second)));
    assertThat(told.select("main > [role=alert]").text())
        .contains("handed in already on", "nothing was recorded a second time");
    assertThat(activities()).containsExactly("Northern Shield");
    assertThat(once(officer, "/start/record-activity")).isNotEqualTo(once);
    assertThat(db.sql("select count(*) from draft").query(Long.class).single()).isZero();

    sent.put("name", "Southern Shield");
    Document other = page(officer.ledBack(officer.postForm("/start/record-activity", sent)));

    assertThat(other.select("#form-problems li").text())
        .startsWith("This form was handed in already on")
        .contains("is something else");
    assertThat(other.select("main a").eachAttr("href")).contains(Visitor.location(first));
    assertThat(other.selectFirst("input[name=name]").val()).isEqualTo("Southern Shield");
    sent.put("once", other.selectFirst("input[name=once]").val());
    officer.postForm("/start/record-activity", sent);
    assertThat(activities()).containsExactlyInAnyOrder("Northern Shield", "Southern Shield");
  }

  /** Whatever may be started by a form: a number that was used starts nothing. */
  @Test
  void everyStartFormIsTakenOnceUnderItsNumber() {
    Visitor admin = person("admin");
    List<String> starts =
        WorkPage.of(admin, "/work").html().select("nav.starts a").eachAttr("href");
    assertThat(starts).hasSizeGreaterThan(5);
    long before = processes();
    for (String start : starts) {
      Document form = page(admin.open(start));
      Map<String, String> sent = new HashMap<>();
      form.select("form.form [name]:not([type=checkbox], [type=radio])")
          .forEach(field -> sent.put(field.attr("name"), "x"));
      String once = form.select("form.form input[name=once]").val();
      sent.put("once", once);
      sent.keySet().removeIf(name -> Set.of("_csrf", "discard", "look").contains(name));
      sent.put("reader", "admin");
      assertThat(once).as(start).isNotEmpty();
      db.sql(
              """
              insert into start_receipt
                (person, once, place, fields, process_instance, handed_in_at)
              values ('admin', ?, ?, '{}', 'one', current_timestamp)
              """)
          .params(once, start)
          .update();

      HttpResponse<String> again = admin.postForm(start, sent);

      assertThat(page(admin.ledBack(again)).select("#form-problems").text())
          .as(start)
          .contains("handed in already on");
      assertThat(page(admin.open(start + "/done?receipt=" + once)).select("h1").text())
          .as(start)
          .isEqualTo("Done");
    }
    assertThat(processes()).isEqualTo(before);
  }

  @Test
  void nobodyIsToldDoneOfWhatTheyHaveNotHandedIn() {
    String done =
        Visitor.location(
            person("officer").postForm("/start/record-activity", activity("Ruritania (XR-2026)")));
    assertThat(person("officer").open(done).statusCode()).isEqualTo(200);

    assertThat(person("admin").open(done).statusCode()).isEqualTo(404);
    assertThat(person("officer").open("/start/record-activity/done").statusCode()).isEqualTo(404);
    assertThat(
            person("officer")
                .open("/start/record-activity/done?programme=XR-2026&receipt=x")
                .statusCode())
        .isEqualTo(404);
    assertThat(
            person("officer")
                .open(done.replace("record-activity", "report-condition-shift"))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void anEmptyDraftLeavesTheProgrammeThatWasAskedFor() {
    Visitor officer = person("officer");
    officer.with("X-CHANCERY-CSRF", officer.cookie("CHANCERY-CSRF").orElseThrow());
    String draft = "/start/record-activity/draft";
    officer.put(draft, "{\"fields\": {\"programme\": \"\", \"name\": \" \"}}");
    assertThat(db.sql("select count(*) from draft").query(Long.class).single()).isZero();

    officer.put(draft, "{\"fields\": {\"programme\": \"\", \"name\": \"Begun\"}}");
    Document form = page(officer.open("/start/record-activity?programme=XR-2026"));

    assertThat(form.selectFirst("input[name=programme]").val()).isEqualTo("Ruritania (XR-2026)");
    assertThat(form.selectFirst("input[name=name]").val()).isEqualTo("Begun");
    assertThat(form.select("main > .notice.warn")).isEmpty();
  }

  private List<String> activities() {
    return db.sql("select name from activity").query(String.class).list();
  }

  private long processes() {
    return db.sql("select count(*) from act_hi_procinst").query(Long.class).single();
  }

  private static String once(Visitor visitor, String start) {
    return page(visitor.open(start)).select("input[name=once]").val();
  }

  @Test
  void whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
    Map<String, String> sent = new HashMap<>(activity("Borduria"));
    sent.put("date", "last week");

    HttpResponse<String> answer = person("officer").postForm("/start/record-activity", sent);

    Document form = page(person("officer").ledBack(answer));
    assertThat(form.selectFirst(".part:has(input[name=programme]) .wrong").text())
        .contains("There is no programme 'Borduria'");
    assertThat(form.selectFirst(".part:has(input[name=date]) .wrong").text())
        .contains("'last week' is not a date");
    assertThat(form.selectFirst("input[name=name]").val()).isEqualTo("Northern Shield");
    assertThat(form.selectFirst("input[name=programme]").val()).isEqualTo("Borduria");
    assertThat(db.sql("select count(*) from activity").query(Long.class).single()).isZero();
  }

  @Test
  void aDraftAboutAnotherProgrammeIsNotTakenForThisOne() {
    opening.open(SampleDossiers.of("XS", "Syldavia"));
    Visitor officer = person("officer");
    officer.with("X-CHANCERY-CSRF", officer.cookie("CHANCERY-CSRF").orElseThrow());
    officer.put(
        "/start/record-activity/draft",
        "{\"fields\": {\"programme\": \"Ruritania (XR-2026)\", \"name\": \"Begun\"}}");

    Document form = page(officer.open("/start/record-activity?programme=XS-2026"));
    assertThat(form.select("main > .notice.warn").text())
        .contains("You asked for Syldavia (XS-2026)", "about Ruritania (XR-2026)");
    assertThat(form.selectFirst("input[name=name]").val()).isEqualTo("Begun");

    HttpResponse<String> answer =
        officer.postForm("/start/record-activity", Map.of("discard", "true", "wanted", "XS-2026"));

    Document anew = page(officer.open(Visitor.location(answer)));
    assertThat(anew.select("main > .notice.warn")).isEmpty();
    assertThat(anew.selectFirst("input[name=programme]").val()).isEqualTo("Syldavia (XS-2026)");
    assertThat(anew.selectFirst("input[name=name]").val()).isEmpty();
    assertThat(
            Visitor.location(
                officer.postForm(
                    "/start/record-activity", Map.of("discard", "true", "wanted", "A+B"))))
        .endsWith("?programme=A%2BB");
  }

  /** "As of" and "Source" are asked of each indicator. */
  @Test
  void aFaultSaysWhoseFieldItIs() {
    Map<String, String> dossier = new HashMap<>();
    SampleDossiers.fields(SampleDossiers.of("XS", "Syldavia"))
        .forEach((name, value) -> dossier.put(name, value.toString()));
    dossier.put("tradeSharePctSource", "");
    dossier.put("publicSupportPctSource", "");
    dossier.put("candidate", "syldavia");

    List<String> told =
        page(person("planner")
                .ledBack(person("planner").postForm("/start/enlargement-programme", dossier)))
            .select("#form-problems li")
            .eachText();

    assertThat(told)
        .doesNotHaveDuplicates()
        .anyMatch(each -> each.startsWith("Trade share") && each.contains(", Source: "))
        .anyMatch(each -> each.startsWith("Public support") && each.contains(", Source: "));
    assertThat(told).filteredOn(each -> each.contains("wo capital letters")).hasSize(1);
    assertThat(told).filteredOn(each -> each.contains("characters")).isEmpty();
  }

  @Test
  void whatOpensAProgrammeStandsFirst() {
    assertThat(WorkPage.of(person("analyst"), "/work").html().select("nav.starts a").eachText())
        .hasSizeGreaterThan(1)
        .satisfies(
            starts ->
                assertThat(starts.subList(1, starts.size()))
                    .isSortedAccordingTo(Comparator.naturalOrder()))
        .first()
        .isEqualTo("Enlargement programme");
  }

  private static Map<String, String> activity(String programme) {
    return Map.of(
        "programme", programme,
        "kind", "exercise",
        "name", "Northern Shield",
        "date", "2026-11-02",
        "participants", "XR\nFR",
        "standard", "STANAG 5066",
        "source", "after-action report");
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  private Visitor person(String account) {
    return LOGGED_IN.computeIfAbsent(account, id -> Visitor.person(port, id));
  }
}
