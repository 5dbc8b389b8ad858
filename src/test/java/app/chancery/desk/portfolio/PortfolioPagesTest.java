package app.chancery.desk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.words.Coded;
import app.chancery.programme.Opening;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.readiness.MilestoneMeasure;
import app.chancery.readiness.PackageTemplate.TemplateMilestone;
import app.chancery.readiness.PackageTemplates;
import app.chancery.readiness.Tier;
import app.chancery.rehearsal.Office;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the portfolio and the page of a programme tell at a glance. */
@WebOfficeTest
class PortfolioPagesTest {

  @LocalServerPort int port;
  @Autowired Opening opening;
  @Autowired Programmes programmes;
  @Autowired Office office;
  @Autowired TaskService tasks;
  @Autowired IdentityService identities;
  @Autowired JdbcClient db;
  @Autowired PackageTemplates templates;

  private String key;

  @BeforeEach
  void aProgramme() {
    office.setClock(Instant.parse("2026-11-02T10:00:00Z"));
    key = office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
  }

  @Test
  void aProgrammeIsCalledByItsCandidateAndItsKey() {
    Document page = programme("manager");

    assertThat(page.select("h1").eachText()).containsExactly("Ruritania (XR-2026)");
    assertThat(page.title()).isEqualTo("Ruritania (XR-2026) · Chancery");
    assertThat(portfolio("manager").select("tbody td.first").eachText())
        .containsExactly("Ruritania (XR-2026)");
  }

  @Test
  void aRowOfWaitingWorkLeadsToItsTaskForWhoMaySeeIt() {
    Task task = task("userTask_fileIntelligenceBriefs");

    assertThat(row(programme("analyst"), "File intelligence briefs").select("a").attr("href"))
        .isEqualTo("/tasks/" + task.getId());
    assertThat(row(programme("delegate-fr"), "File intelligence briefs").select("a")).isEmpty();
  }

  @Test
  void waitingWorkNamesAllItsGroupsAndWhoHasTakenIt() {
    Task task = task("userTask_fileIntelligenceBriefs");
    tasks.addCandidateGroup(task.getId(), "envoys");
    tasks.setAssignee(task.getId(), "analyst");
    db.sql("update act_ru_task set due_date_ = timestamp '2026-11-03 09:00:00' where id_ = ?")
        .params(task.getId())
        .update();

    assertThat(row(programme("manager"), "File intelligence briefs").text())
        .contains("analysts, envoys", "taken by Ada Lindqvist, analyst");
    assertThat(portfolio("manager").select("tbody tr").text())
        .contains("analysts, envoys (Ada Lindqvist, analyst): File intelligence briefs");
  }

  @Test
  void whatIsLateIsCountedAndMarked() {
    int open = programme("manager").select(".columns tbody tr").size();
    assertThat(programme("manager").select("a[href=#late]")).isEmpty();
    office.setClock(Instant.parse("2027-11-02T10:00:00Z"));

    Document page = programme("manager");

    assertThat(page.select("a[href=#late]").text()).isEqualTo(open + " late");
    assertThat(page.select(".columns tr.late .mark.bad").eachText()).hasSize(open);
  }

  @Test
  void thePortfolioListsByTheDayOnWhichSomethingIsAwaitedAndWhatHasEndedLast() {
    office.setClock(Instant.parse("2026-11-03T10:00:00Z"));
    office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.of("XA", "Aldermark")));
    office.setClock(Instant.parse("2026-11-04T10:00:00Z"));
    office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.of("XB", "Bellmora")));
    awaited("XB-2026", "2026-11-10");
    awaited("XA-2026", "2026-11-20");
    awaited(key, "2026-11-30");
    assertThat(candidates()).containsExactly("Bellmora", "Aldermark", "Ruritania");

    awaited("XA-2026", "2026-11-03");
    programmes.close("XB-2026", Outcome.WITHDRAWN, "It withdrew.");

    assertThat(candidates()).containsExactly("Aldermark", "Ruritania", "Bellmora");
    Element first = portfolio("manager").select("tbody tr").first();
    assertThat(first.hasClass("late")).isTrue();
    assertThat(first.text()).contains("overdue");
    assertThat(portfolio("manager").select("tbody tr").last().hasClass("late")).isFalse();
  }

  private void awaited(String programme, String day) {
    db.sql(
            """
            update act_ru_task set due_date_ = cast(? as timestamp) where proc_inst_id_ in
              (select id_ from act_ru_execution where business_key_ = ?)
            """)
        .params(day + " 17:00:00", programme)
        .update();
  }

  @Test
  void theStoryIsToldWithNamesAndFunctionsOfToday() {
    assertThat(story(programme("manager"))).contains("Ada Lindqvist, analyst");
    assertThat(programme("manager").text()).contains("Opened on 2 Nov 2026 by Ada Lindqvist");

    User analyst = identities.createUserQuery().userId("analyst").singleResult();
    db.sql("update programme set opened_by = 'whoever-left' where programme_key = ?")
        .params(key)
        .update();
    try {
      analyst.setLastName("Moreau");
      identities.saveUser(analyst);

      assertThat(story(programme("manager"))).contains("Ada Moreau, analyst");
      assertThat(programme("manager").text()).contains("by whoever-left.");
    } finally {
      analyst.setLastName("Lindqvist");
      identities.saveUser(analyst);
    }
  }

  @Test
  void aStepOfAProgrammeThatHasEndedCountsNoMoreDays() {
    office.setClock(Instant.parse("2026-11-03T10:00:00Z"));
    programmes.close(key, Outcome.WITHDRAWN, "It withdrew.");
    office.setClock(Instant.parse("2027-11-03T10:00:00Z"));

    assertThat(programme("manager").select(".steps li").first().text())
        .isEqualTo("Prerequisites 1 day");
  }

  @Test
  void aMilestoneShowsHowFarItIsAgainstItsDay() {
    milestone("Met in time", "2026-12-01", "2026-11-30");
    milestone("Met late", "2026-12-01", "2026-12-02");
    milestone("Not yet", "2027-01-02", null);
    milestone("Not in time", "2026-12-31", null);
    office.setClock(Instant.parse("2027-01-01T10:00:00Z"));

    Document page = programme("manager");

    assertThat(row(page, "Met in time").select(".mark").text()).isEqualTo("met on 30 Nov 2026");
    assertThat(row(page, "Met late").select(".mark").text())
        .isEqualTo("met on 2 Dec 2026, 1 day late");
    assertThat(row(page, "Not yet").select(".mark").text()).isEqualTo("due in 1 day");
    assertThat(row(page, "Not in time").select(".mark").text()).isEqualTo("overdue by 1 day");
    assertThat(row(page, "Not yet").select("svg .aim")).hasSize(1);
    assertThat(row(page, "Met late").select("svg .met, svg .over")).hasSize(2);
    assertThat(row(page, "Not in time").select("svg .aim, svg .over")).hasSize(2);
    assertThat(page.select("svg path").eachAttr("d"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).matches("[MHVlz\\d. -]+"));
    assertThat(page.select("dl.coming").text()).contains("2 Jan 2027", "Milestone due: Not yet");
  }

  @Test
  void aMilestoneShowsWhatItIsMeasuredAtBesideItsTarget() {
    measured("Standards", "standards implemented, % of agreed", "at least 75");
    measured("Exercises", "joint exercises", "at least 2");
    measured("Paper", "document", "signed");
    measured("Not above", "public in favour, %", "at most 60");
    measured("Spending", "defence spending, % of GDP", "at least 2");
    figure("defenceSpendingPctGdp", "2.125", "2026-10-31");
    figure("standardsImplementedPct", "60", "2026-01-31");
    figure("standardsImplementedPct", "86", "2026-10-31");
    IntStream.range(0, 4).forEach(this::exercise);

    Document page = programme("manager");

    assertThat(measured(page, "Standards").text()).isEqualTo("86, target 75 figure of 31 Oct 2026");
    assertThat(measured(page, "Standards").select("svg path.gone").attr("d")).isEqualTo("M0 8H103");
    assertThat(measured(page, "Standards").select("svg path.gone").hasClass("enough")).isTrue();
    assertThat(measured(page, "Spending").text())
        .isEqualTo("2.125, target 2 figure of 31 Oct 2026");
    assertThat(measured(page, "Exercises").text()).isEqualTo("4, target 2 held so far");
    assertThat(measured(page, "Paper").text()).isEqualTo("no figure");
    assertThat(measured(page, "Not above").text()).isEqualTo("no figure");
    String link = page.select("p.files a[href*=milestones]").first().attr("href");
    assertThat(link)
        .isEqualTo(
            "/programmes/"
                + page.select("h1").text().replaceAll(".*\\(|\\)", "")
                + "/milestones?format=csv");
    assertThat(Visitor.person(port, "delegate-fr").open(link).body())
        .startsWith("name,measure,target,dueOn,metOn,measured,asOf\r\n")
        .containsPattern("Standards,[^\r]*,\\d{4}-\\d\\d-\\d\\d,,86,2026-10-31\r\n")
        .containsPattern("Exercises,[^\r]*,,4,\r\n")
        .containsPattern("Paper,[^\r]*,,,\r\n");
  }

  @Test
  void whatHasEndedIsMeasuredAndDueAsOfItsEnd() {
    measured("Meetings", MilestoneMeasure.ACTIVITIES_IN_THE_YEAR.code(), "at least 2");
    IntStream.range(0, 3).forEach(this::exercise);
    office.setClock(Instant.parse("2026-11-03T10:00:00Z"));
    programmes.close(key, Outcome.WITHDRAWN, "It withdrew.");
    office.setClock(Instant.parse("2028-11-03T10:00:00Z"));

    Document page = programme("manager");

    assertThat(measured(page, "Meetings").text()).isEqualTo("3, target 2 figure of 3 Nov 2026");
    assertThat(row(page, "Meetings").select(".mark").text()).startsWith("due in ");
  }

  /** Every number that the policy offers as a target is one that the page can measure. */
  @Test
  void theOfficeKnowsTheMeasureOfEachNumberThatThePolicySets() {
    List<TemplateMilestone> offered =
        Arrays.stream(Tier.values())
            .flatMap(tier -> templates.of(tier).milestones().stream())
            .filter(each -> each.target().matches(".*\\d.*"))
            .toList();

    assertThat(offered).hasSizeGreaterThan(5);
    for (TemplateMilestone each : offered) {
      assertThat(Coded.find(MilestoneMeasure.class, each.measure())).as(each.measure()).isPresent();
      assertThat(each.target()).matches("at least [0-9.]+");
    }
  }

  @Test
  void whatIsLateHasAPlaceOfItsOwnAndNamesTasksAndMilestones() {
    assertThat(programme("manager").select("section.late-now").text())
        .isEqualTo("What is late Nothing is late.");
    milestone("Not in time", "2026-12-31", null);
    office.setClock(Instant.parse("2027-01-03T10:00:00Z"));

    Document page = programme("analyst");

    assertThat(page.select("section.late-now li").eachText())
        .contains("Not in time milestone, overdue by 3 days")
        .anyMatch(line -> line.startsWith("File intelligence briefs analysts, was due on"));
    assertThat(page.select("section.late-now a:contains(File intelligence briefs)").attr("href"))
        .startsWith("/tasks/");
  }

  private void measured(String name, String measure, String target) {
    milestone(name, "2027-06-30", null);
    db.sql("update milestone set measure = ?, target = ? where name = ?")
        .params(measure, target, name)
        .update();
  }

  private static Element measured(Document page, String name) {
    return row(page, name).selectFirst("td[data-label=Measured]");
  }

  private void figure(String indicator, String value, String asOf) {
    db.sql(
            """
            insert into indicator (programme, name, indicator_value, as_of, source,
              recorded_by, recorded_at)
            values (?, ?, ?, cast(? as date), 'a report', 'analyst', now())
            """)
        .params(key, indicator, value, asOf)
        .update();
  }

  private void exercise(int number) {
    db.sql(
            """
            insert into activity (programme, kind, name, held_on, participants, standard, source,
              recorded_by, recorded_at)
            values (?, 'EXERCISE', ?, date '2026-10-01', 'XR', 'STANAG', 'a report', 'officer', now())
            """)
        .params(key, "Exercise " + number)
        .update();
  }

  @Test
  void aRoundLeadsToItsPageAndAChecksumIsAClickAway() {
    db.sql(
            """
            insert into council_round (item, programme, round_number, package_version, tier,
              justification, allies, circulated_at, circulated_by, silence_ends, zone, status)
            values (1, ?, 1, 1, 'FULL_CANDIDATE', 'safe', 'FR,DE', now(), 'secretary',
              timestamp with time zone '2026-11-15 17:00:00+00', 'Europe/Brussels', 'OPEN')
            """)
        .params(key)
        .update();
    long id = db.sql("select max(id) from council_round").query(Long.class).single();

    Document page = programme("manager");

    assertThat(page.select("a[href=/rounds/" + id + "]").text()).isEqualTo("Round 1");
    assertThat(page.select("dl.coming").text()).contains("The silence of round 1 ends");
    assertThat(page.select("code").parents().eachAttr("open")).isEmpty();
    assertThat(page.select("td > code")).isEmpty();

    programmes.suspend(key, "The committee said so.");
    assertThat(programme("manager").select("dl.coming").text()).doesNotContain("silence");
  }

  private void milestone(String name, String due, String met) {
    db.sql(
            """
            insert into milestone (programme, package_id, name, measure, target, interoperability,
              planned_for, due_on, met_on, evidence)
            values (?, 1, ?, 'count', '1', false, cast(? as date), cast(? as date),
              cast(? as date), ?)
            """)
        .params(key, name, due, due, met, met == null ? null : "a report")
        .update();
  }

  private Task task(String element) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(key)
        .taskDefinitionKey(element)
        .singleResult();
  }

  private List<String> candidates() {
    return portfolio("manager").select("tbody td.first").eachText().stream()
        .map(called -> called.replaceAll(" \\(.*", ""))
        .toList();
  }

  private static List<String> story(Document page) {
    return page.select("td[data-label=Who]").eachText();
  }

  private static Element row(Document page, String text) {
    return page.select("main tr:contains(" + text + ")").first();
  }

  private Document portfolio(String account) {
    return Jsoup.parse(Visitor.person(port, account).open("/programmes?view=list").body());
  }

  private Document programme(String account) {
    return Jsoup.parse(Visitor.person(port, account).open("/programmes/" + key).body());
  }
}
