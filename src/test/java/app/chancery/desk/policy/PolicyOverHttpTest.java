package app.chancery.desk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.decisions.SeveralRulesMatched;
import app.chancery.platform.decisions.TableReleases;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.readiness.EditedTables;
import app.chancery.readiness.PolicyTable;
import app.chancery.readiness.Tier;
import app.chancery.readiness.Tiering;
import app.chancery.rehearsal.Office;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An edited table is tried, released and taken back. */
@WebOfficeTest
class PolicyOverHttpTest {

  /** European full candidates need 95 of political will; Ruritania has 91. */
  private static final String HIGHER =
      EditedTables.with("assign-tier", "inputEntry_assignTier_1_3", ">= 95");

  /** Article 10 is for European states alone; this would let others become full candidates. */
  private static final String BREAKS_A_RULE =
      EditedTables.with("cap-tier", "outputEntry_capTier_1_2", "\"full-candidate\"");

  /** What binds much would bind little as well. */
  private static final String TWICE =
      EditedTables.with("alliance-capacity", "inputEntry_allianceCapacity_1_1", "\"low\",\"high\"");

  private static final String TWICE_TOLD =
      "Several rules of the decision table 'alliance-capacity' match {item=high}; only one may.";

  private static final Instant STARTED = Instant.parse("2026-11-10T10:00:00Z");

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private Programmes programmes;
  @Autowired private TableReleases tables;
  @Autowired private TableStates states;
  @Autowired private RepositoryService repository;
  @Autowired private Tiering tiering;
  @Autowired private JdbcClient db;

  private Visitor analyst;
  private Visitor executive;
  private String key;

  @BeforeEach
  void aProgramme() {
    office.setClock(STARTED);
    key = programmes.register(SampleDossiers.ruritania());
    analyst = Visitor.person(port, "analyst");
    executive = Visitor.person(port, "executive");
  }

  @AfterEach
  void thePolicyIsWhatWasDelivered() {
    repository.createDeploymentQuery().deploymentSource("policy").list().stream()
        .map(each -> each.getId())
        .forEach(id -> repository.deleteDeployment(id, true));
  }

  // ---------------------------------------------------------------- who reads

  @Test
  void theTablesInUseAreListedAndTheirFilesFetched() {
    Document page = page(Visitor.person(port, "manager").open("/policy"));

    assertThat(page.select("main > table").first().select("tbody tr")).hasSize(7);
    assertThat(page.select("form[action=/policy/trials]")).isEmpty();
    assertThat(page.text()).contains("No table was tried yet.", "came with Chancery");
    String address = page.select("a[href^=/policy/tables/assign-tier/]").attr("href");
    HttpResponse<byte[]> file = Visitor.person(port, "manager").file(address);
    assertThat(new String(file.body(), StandardCharsets.UTF_8))
        .isEqualTo(EditedTables.delivered("assign-tier"));
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"assign-tier.dmn\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"assign-tier/99", "deadlines/1", "nothing/1"})
  void thereIsNoFileOfAnotherTable(String which) {
    assertThat(analyst.open("/policy/tables/" + which).statusCode()).isEqualTo(404);
  }

  // ---------------------------------------------------------------- trying

  @Test
  void aFileWithFaultsIsRefusedWithEveryPlaceAndNothingIsKept() {
    String faulty =
        EditedTables.edit(
            EditedTables.with("assign-tier", "inputEntry_assignTier_1_1", "\"atlantis\""),
            "inputEntry_assignTier_2_2",
            "militaryCapability");

    HttpResponse<String> answer = send(analyst, "assign-tier.dmn", faulty, "ნაკლები".repeat(20));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(page(answer).select("#file-wrong li").eachText())
        .hasSize(2)
        .anySatisfy(
            each ->
                assertThat(each)
                    .startsWith("Rule 1, Region: “atlantis” is not known here; known are"))
        .anySatisfy(each -> assertThat(each).startsWith("Rule 2, Military capability:"));
    assertThat(page(answer).select("#note").text()).isEqualTo("ნაკლები".repeat(20));
    assertThat(trials()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"assign-tier.xml", "assign-tier"})
  void onlyFilesOfTablesAreTaken(String name) {
    assertThat(send(analyst, name, HIGHER, "").statusCode()).isEqualTo(400);
    assertThat(send(analyst, "big.dmn", HIGHER + " ".repeat(1 << 20), "").statusCode())
        .isEqualTo(413);
    assertThat(page(send(analyst, "same.dmn", EditedTables.delivered("assign-tier"), "")).text())
        .contains("This is the table in use");
    assertThat(trials()).isZero();
  }

  @Test
  void whoWouldMoveIsToldWithTheReasonAndWhatItBinds() {
    Document report = tried(analyst, HIGHER, "What if more was needed?");

    assertThat(report.select("main").text())
        .contains(
            "What if more was needed?",
            "1 would fall",
            "none would rise",
            "full candidate → interim ally: 1 programme",
            "Political will: full candidate needs 95 instead of 60; the score is 91.",
            "The scores alone give interim ally instead of full candidate.",
            "12 → 4");
    assertThat(report.select("#moves-heading ~ table a").text()).isEqualTo("Ruritania (XR-2026)");
    assertThat(report.select("table.capacity tbody tr").eachText())
        .containsExactly("Programmes under way 12 4", "Capacity 60 60", "Left 48 56");
    assertThat(report.select("form[action$=release]")).isEmpty();
    String csv = analyst.open(report.select("p.files a").first().attr("href")).body();
    assertThat(csv)
        .startsWith("programme,ended,up,onRecord,before,after,pointsBefore,pointsAfter,why\r\n")
        .contains("XR-2026,false,false,,full-candidate,interim-ally,12,4,");
    assertThat(programmes.get(key).tier()).isNull();
  }

  @Test
  void theReasonIsTheSameHoweverAConditionIsWritten() {
    String more = EditedTables.with("assign-tier", "inputEntry_assignTier_1_3", "> 94");

    assertThat(tried(analyst, more, "").select("main").text())
        .contains("Political will: full candidate needs 95 instead of 60; the score is 91.");
    assertThat(tried(analyst, more.replace("&gt;= 40", "&gt; 39"), "").select("main").text())
        .contains("1 would fall")
        .doesNotContain("Economic ties:", "Military capability:");
  }

  @Test
  void endedProgrammesAreCountedApart() {
    programmes.close(key, Outcome.WITHDRAWN, "It has withdrawn.");

    Document report = tried(analyst, HIGHER, "");

    assertThat(report.select("section[aria-labelledby=open-heading]").text())
        .contains("There is no such programme.");
    assertThat(report.select("section[aria-labelledby=ended-heading]").text())
        .contains("1 would fall");
  }

  @Test
  void aTableThatBreaksARuleIsKeptWithTheExampleAndCannotBeReleased() {
    Document report = tried(analyst, BREAKS_A_RULE, "");

    assertThat(report.text()).contains("could be a full candidate", "Article 10");
    HttpResponse<String> answer = release(executive, report, "All the same");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(page(answer).text()).contains("breaks no rule, can be released");
  }

  @Test
  void aTableOfWhichSeveralRulesMatchOneCaseIsToldAsWhatItIs() {
    Document report = tried(analyst, TWICE, "");

    assertThat(report.select(".notice.bad").text())
        .contains("cannot be released", TWICE_TOLD)
        .doesNotContain("log");
  }

  @Test
  void aTableDeployedByHandOfWhichSeveralRulesMatchOneCaseIsToldAsWhatItIs() {
    String deployment =
        repository
            .createDeployment()
            .name("mended by hand")
            .addString("alliance-capacity.dmn", TWICE)
            .deploy()
            .getId();
    try {
      assertThatThrownBy(() -> tables.at(inUse()).one("alliance-capacity", Map.of("item", "high")))
          .isInstanceOf(SeveralRulesMatched.class)
          .hasMessageStartingWith(TWICE_TOLD)
          .hasMessageEndingWith("Mend the table, deploy it and retry the job.");
    } finally {
      repository.deleteDeployment(deployment, true);
    }
  }

  @Test
  void whoWouldMoveIsNotKnownOfATableThatWasNotTriedToTheEnd() {
    Document report = tried(analyst, BREAKS_A_RULE, "");

    HttpResponse<String> answer =
        analyst.open(address(report).replace("/policy/trials/", "/api/v1/policy/moves?trial="));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("It is not known who would move");
  }

  @Test
  void whatIsTriedAnewIsComparedWithTheTablesOfNow() {
    Document old = tried(analyst, HIGHER, "");
    Document released =
        tried(analyst, EditedTables.with("assign-tier", "inputEntry_assignTier_1_3", ">= 94"), "");
    release(executive, released, "More is needed.");
    db.sql(
            """
            update policy_trial set status = 'FAILED', refusals = 'It could not be done.'
            where note = '' and id = :id
            """)
        .param("id", Long.valueOf(address(old).replaceFirst(".*/", "")))
        .update();

    assertThat(analyst.postForm(address(old) + "/again", Map.of()).statusCode()).isEqualTo(302);

    Document anew = page(executive.open(address(old)));
    assertThat(anew.text()).contains("version 2", "none would fall");
    assertThat(anew.select("form[action$=release]")).isNotEmpty();
    assertThat(anew.text()).doesNotContain("It could not be done.");
  }

  @Test
  void aTrialThatDoesNotGoOnIsTriedAnew() {
    Document report = tried(analyst, HIGHER, "");
    String address = address(report);
    db.sql("update policy_trial set status = 'RUNNING', looked_at = 0").update();
    assertThat(analyst.postForm(address + "/again", Map.of()).statusCode()).isEqualTo(409);
    office.setClock(STARTED.plusSeconds(600));

    assertThat(page(analyst.open(address)).text()).contains("broken off when 0 of 1");
    assertThat(analyst.postForm(address + "/again", Map.of()).statusCode()).isEqualTo(302);

    assertThat(page(analyst.open(address)).text()).contains("1 would fall");
    assertThat(db.sql("select count(*) from policy_trial_move").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void whoHasThreeTrialsUnderWayBeginsNoFourthAndOthersDo() {
    for (int trial = 0; trial < 3; trial++) {
      tried(analyst, HIGHER, "");
    }
    db.sql("update policy_trial set status = 'RUNNING'").update();

    HttpResponse<String> answer = send(analyst, "edited.dmn", HIGHER, "A fourth.");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(page(answer).text()).contains("3 trials of yours go on still");
    assertThat(page(answer).select("textarea[name=note]").text()).isEqualTo("A fourth.");
    tried(Visitor.person(port, "planner"), HIGHER, "");
    assertThat(trials()).isEqualTo(4);
  }

  // ---------------------------------------------------------------- releasing

  @Test
  void aReleasedTableJudgesNewProgrammesAndThoseUnderWayKeepTheirs() {
    Document report = tried(analyst, HIGHER, "");
    office.setClock(STARTED.plusSeconds(60));

    HttpResponse<String> answer = release(executive, report, "More is needed.");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(page(executive.open(address(report))).text()).contains("The table is in use.");
    String list = page(analyst.open("/policy")).select("main > table").first().text();
    assertThat(list).contains("Edith Halloran, executive", "More is needed.", "10 Nov 2026");
    assertThat(page(analyst.open("/programmes/" + key)).text())
        .contains(
            "Judged by the policy that came with Chancery, until its next review.",
            "A newer policy is in use");
    assertThat(page(analyst.open("/what-if?programme=" + key)).select(".tier-now").text())
        .contains("full candidate");
    assertThat(newlyJudged()).isEqualTo(Tier.INTERIM_ALLY);
    assertThat(
            db.sql(
                    "select act || ' ' || subject || ' ' || why from audit_waiting where subject = 'assign-tier'")
                .query(String.class)
                .list())
        .containsExactly("policy-released assign-tier More is needed.");
    programmes.takePolicy(List.of(key));
    assertThat(page(analyst.open("/programmes/" + key)).text())
        .contains("Judged by the policy of 10 Nov 2026, until its next review.")
        .doesNotContain("A newer policy is in use");
    assertThat(page(analyst.open("/what-if?programme=" + key)).select(".tier-now").text())
        .contains("interim ally");
  }

  @Test
  void whatADeputyReleasesIsSignedForBoth() {
    Document report = tried(Visitor.person(port, "planner"), HIGHER, "");
    Document own =
        tried(analyst, EditedTables.with("assign-tier", "inputEntry_assignTier_1_3", ">= 94"), "");
    Visitor admin = Visitor.person(port, "admin");
    assertThat(
            admin
                .postForm(
                    "/absence",
                    Map.of(
                        "who",
                        "executive",
                        "deputy",
                        "analyst",
                        "from",
                        "2026-11-10",
                        "until",
                        "2026-11-10"))
                .statusCode())
        .isEqualTo(302);

    assertThat(page(analyst.open(address(own))).select("form[action$=/release]")).isEmpty();
    assertThat(page(analyst.open(address(report))).select("form[action$=/release]")).hasSize(1);
    assertThat(release(analyst, own, "I have tried it.").statusCode()).isEqualTo(400);
    assertThat(release(analyst, report, "She is away.").statusCode()).isEqualTo(302);

    assertThat(page(analyst.open("/policy")).select("main > table").first().text())
        .contains("Ada Lindqvist for Edith Halloran, executive", "She is away.");
    assertThat(
            db.sql("select account || ' ' || why from audit_waiting where act = 'policy-released'")
                .query(String.class)
                .list())
        .containsExactly("analyst/executive She is away.");
  }

  @Test
  void aReasonIsNeededAndWhoMayNotReleaseIsTurnedAway() {
    Document report = tried(analyst, HIGHER, "");

    assertThat(release(analyst, report, "I want it").statusCode()).isEqualTo(403);
    assertThat(release(Visitor.person(port, "admin"), report, "I run it").statusCode())
        .isEqualTo(403);
    HttpResponse<String> answer = release(executive, report, "  ");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(page(answer).text()).contains("Reason: is required");
    assertThat(inUse()).isEqualTo(delivered());
  }

  @Test
  void whoReleasesWhatTheyHaveTriedThemselvesIsOnRecordForIt() {
    Document report = tried(executive, HIGHER, "");

    release(executive, report, "Nobody else is there.");

    assertThat(page(executive.open(address(report))).text())
        .contains("by the same person who had drafted it");
  }

  @Test
  void aSecondClickIsNoSecondRelease() {
    Document report = tried(analyst, HIGHER, "");
    release(executive, report, "More is needed.");

    HttpResponse<String> answer = release(executive, report, "More is needed.");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(page(answer).text())
        .contains("It is released already, by Edith Halloran, executive");
    assertThat(tables.versions("assign-tier")).hasSize(2);
  }

  @Test
  void ofTwoAtOnceTheSecondIsToldAndKeepsWhatWasTyped() {
    Document one = tried(analyst, HIGHER, "");
    Document other =
        tried(analyst, EditedTables.with("cap-tier", "inputEntry_capTier_6_4", "[35..50)"), "");
    release(executive, one, "More is needed.");

    HttpResponse<String> answer = release(executive, other, "Less support is enough.");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(page(answer).text()).contains("(Tier by the scores). Try the file anew.");
    assertThat(page(answer).select("#reason").text()).isEqualTo("Less support is enough.");
    assertThat(tables.versions("cap-tier")).hasSize(1);
  }

  @Test
  void anEarlierVersionIsReleasedTheSameWay() {
    release(executive, tried(analyst, HIGHER, ""), "More is needed.");
    office.setClock(STARTED.plusSeconds(60));

    Document back = tried(analyst, EditedTables.delivered("assign-tier"), "Back");
    assertThat(back.text()).contains("1 would rise");
    assertThat(release(executive, back, "It was too much.").statusCode()).isEqualTo(302);

    assertThat(newlyJudged()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(tables.versions("assign-tier")).hasSize(3);
  }

  @Test
  void whatTheNextReleaseOfChanceryBringsDoesNotTakeThePlaceOfWhatWasReleased() {
    release(executive, tried(analyst, HIGHER, ""), "More is needed.");
    TableVersions released = inUse();
    String brought = EditedTables.with("assign-tier", "inputEntry_assignTier_1_2", ">= 55");
    String deployment =
        repository
            .createDeployment()
            .name("SpringAutoDeployment")
            .addString("assign-tier.dmn", brought)
            .deploy()
            .getId();
    try {
      assertThat(inUse()).isEqualTo(released);
      assertThat(newlyJudged()).isEqualTo(Tier.INTERIM_ALLY);
      assertThat(page(analyst.open("/policy")).select(".notice.warn").text())
          .contains("a newer release of Chancery has brought another table (version 3");
    } finally {
      repository.deleteDeployment(deployment, true);
    }
  }

  @Test
  void whatAnAdministratorDeploysMendsTheTableForEverybodyWhoIsJudgedByIt() {
    TableVersions kept = programmes.get(key).policy();
    String deployment =
        repository
            .createDeployment()
            .name("mended by hand")
            .addString("assign-tier.dmn", HIGHER)
            .deploy()
            .getId();
    try {
      assertThat(programmes.get(key).policy()).isEqualTo(kept);
      assertThat(page(analyst.open("/what-if?programme=" + key)).select(".tier-now").text())
          .contains("interim ally");
      assertThat(page(analyst.open("/policy")).text()).contains("deployed by an administrator");
    } finally {
      repository.deleteDeployment(deployment, true);
    }
  }

  /** Deadlines, recipients and colours have no page on which they could be released. */
  @ParameterizedTest
  @ValueSource(strings = {"deadlines", "assign-tier"})
  @ExtendWith(OutputCaptureExtension.class)
  void aStartSaysWhatAnUpgradeHasTakenBackUntilSomebodyDeploysWhatIsToHold(
      String table, CapturedOutput output) {
    String byHand = EditedTables.delivered(table).replace("</definitions>", "\n</definitions>");
    List<String> deployments = new ArrayList<>();
    try {
      deployments.add(deploy("by hand", table, byHand));
      deployments.add(deploy("SpringAutoDeployment", table, byHand));
      states.tellWhatIsNotInUse();
      assertThat(output).doesNotContain("came with Chancery is in use");

      deployments.add(deploy("SpringAutoDeployment", table, EditedTables.delivered(table)));
      states.tellWhatIsNotInUse();
      assertThat(output)
          .containsOnlyOnce(
              "Of the decision table '"
                  + table
                  + "' what came with Chancery is in use, and not version 2");

      deployments.add(deploy("by hand once more", table, byHand));
      states.tellWhatIsNotInUse();
      assertThat(output).containsOnlyOnce("came with Chancery is in use");
    } finally {
      deployments.forEach(each -> repository.deleteDeployment(each, true));
    }
  }

  @Test
  void noAdministratorDeletesATableThatProgrammesKeepOrRecordsName() {
    release(executive, tried(analyst, HIGHER, ""), "More is needed.");
    String deployment =
        repository.createDeploymentQuery().deploymentSource("policy").singleResult().getId();

    HttpResponse<String> answer =
        Visitor.program(port, "admin").delete("/engine-rest/deployment/" + deployment);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("A decision table is not deleted");
    assertThat(tables.versions("assign-tier")).hasSize(2);
  }

  // ---------------------------------------------------------------- what the tests share

  private String deploy(String name, String table, String file) {
    return repository
        .createDeployment()
        .name(name)
        .addString(table + ".dmn", file)
        .deploy()
        .getId();
  }

  private TableVersions inUse() {
    return tables.inUse(PolicyTable.ids());
  }

  private static TableVersions delivered() {
    return new TableVersions(
        PolicyTable.ids().stream().collect(Collectors.toMap(each -> each, each -> 1)));
  }

  private int trials() {
    return db.sql("select count(*) from policy_trial").query(Integer.class).single();
  }

  private Tier newlyJudged() {
    return tiering.assess(SampleDossiers.ruritania()).tier();
  }

  private Document tried(Visitor who, String file, String note) {
    HttpResponse<String> answer = send(who, "edited.dmn", file, note);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    Document report = page(who.open(Visitor.location(answer).replaceFirst("^.*(?=/policy)", "")));
    report.attr("data-address", Visitor.location(answer).replaceFirst("^.*(?=/policy)", ""));
    return report;
  }

  private static String address(Document report) {
    return report.attr("data-address");
  }

  private static HttpResponse<String> release(Visitor who, Document report, String reason) {
    return who.postForm(address(report) + "/release", Map.of("reason", reason));
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  /** As browsers do. */
  private static HttpResponse<String> send(Visitor who, String name, String file, String note) {
    String boundary = "----between-the-parts";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    part(body, boundary, "_csrf", who.cookie("CHANCERY-CSRF").orElse(""));
    part(body, boundary, "note", note);
    write(
        body,
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(boundary, name)
            + "Content-Type: application/octet-stream\r\n\r\n"
            + file
            + "\r\n--"
            + boundary
            + "--\r\n");
    return who.with("Accept", "text/html")
        .send(
            "POST",
            "/policy/trials",
            body.toByteArray(),
            "multipart/form-data; boundary=" + boundary);
  }

  private static void part(ByteArrayOutputStream body, String boundary, String name, String value) {
    write(
        body,
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(boundary, name, value));
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
