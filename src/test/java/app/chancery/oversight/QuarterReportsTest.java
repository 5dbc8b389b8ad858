package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.documents.Deliverable;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document.Section;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import app.chancery.records.Notice;
import app.chancery.records.Notices;
import app.chancery.rehearsal.Office;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One report a quarter over all programmes, whatever happens to the clock and the programmes. */
@OfficeTest
class QuarterReportsTest {

  private static final Instant Q1 = Instant.parse("2027-01-04T08:00:00Z");
  private static final Instant Q2 = Instant.parse("2027-04-01T07:00:00Z");

  @Autowired Office office;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired JdbcClient db;
  @Autowired Programmes programmes;
  @Autowired ConditionShifts shifts;
  @Autowired QuarterReports reports;
  @Autowired Deliverables deliverables;
  @Autowired Notices notices;

  private String one;
  private String other;

  @BeforeEach
  void twoProgrammesInOversight() {
    office.setClock(Instant.parse("2026-11-10T10:00:00Z"));
    one = inOversight("XR", "Ruritania");
    other = inOversight("XP", "Pontevedro");
  }

  @Test
  void theReportOfAQuarterIsMadeOnceWhenTheNextOneOpens() {
    letTimePassTo(Q1);
    decide(one, "continue", "Ruritania is on course.");
    decide(other, "suspend", "Pontevedro has changed its mind.");
    shifts.report(
        one,
        ConditionShift.Kind.SECURITY,
        ConditionShift.Severity.MODERATE,
        "The border was closed",
        "Embassy cable");
    office.runDueJobs();
    assertThat(reports.made()).isEmpty();
    letTimePassTo(Q2);
    letTimePassTo(Q2.plusSeconds(3600));

    assertThat(reports.made())
        .singleElement()
        .satisfies(
            made -> {
              assertThat(made.quarter()).isEqualTo(new Quarter(2027, 1));
              assertThat(made.madeAt().toInstant()).isEqualTo(Q2);
            });
    Deliverable report = filed().get(0);
    assertThat(filed()).hasSize(1);
    assertThat(report.isApproved()).isTrue();
    assertThat(report.document().title()).isEqualTo("Consolidated oversight report 2027-Q1");
    assertThat(report.document().summary())
        .isEqualTo("Programmes under review: 2. Reviews: 3, of them 2 held, 1 open.");
    assertThat(report.document().sections())
        .extracting(Section::heading)
        .containsExactly(
            "Document control", "Status", "This period", "Next period", "Decisions", "Risks");
    assertThat(rows(report, "Decisions", 0))
        .extracting(row -> row.get(0), row -> row.get(3), row -> row.get(4))
        .containsExactly(
            tuple("Pontevedro (XP-2026)", "suspend", "Pontevedro has changed its mind."),
            tuple("Ruritania (XR-2026)", "continue", "Ruritania is on course."));
    assertThat(rows(report, "Next period", 1))
        .singleElement()
        .satisfies(row -> assertThat(row).contains("conditions shifted", "open"));
    assertThat(rows(report, "Risks", 0)).hasSize(10);
    assertThat(rows(report, "Risks", 0).get(0).get(3)).matches("\\d+ \\((high|critical)\\)");
    assertThat(report.document().sections().get(5).pictures().get(0).description())
        .startsWith("1, ")
        .contains("Pontevedro (XP-2026): ", "Ruritania (XR-2026): ");
    assertThat(notices.of(QuarterReports.PORTFOLIO))
        .extracting(Notice::subject)
        .containsExactly("Consolidated oversight report 2027-Q1");
  }

  @Test
  void aCalendarThatChangedRedatesTheReportThatIsWaitedFor() {
    db.sql("update quarter_report set due_at = :other")
        .param("other", OffsetDateTime.parse("2027-04-15T07:00Z"))
        .update();
    Job timer = timer();
    management.setJobDuedate(timer.getId(), Date.from(Instant.parse("2027-04-15T07:00:00Z")));

    reports.redateAll();

    assertThat(timer().getDuedate()).isEqualTo(Date.from(Q2));
    assertThat(db.sql("select due_at from quarter_report").query(OffsetDateTime.class).single())
        .isEqualTo(OffsetDateTime.parse("2027-04-01T07:00Z"));
  }

  private Job timer() {
    return management.createJobQuery().processDefinitionKey("report-on-quarter").singleResult();
  }

  @Test
  void afterAnOutageEachMissedQuarterHasItsReport() {
    letTimePassTo(Q1);
    decide(one, "continue", "On course.");
    decide(other, "continue", "On course.");
    letTimePassTo(Instant.parse("2028-02-15T10:00:00Z"));

    assertThat(reports.made())
        .extracting(made -> made.quarter().toString())
        .containsExactly("2027-Q4", "2027-Q3", "2027-Q2", "2027-Q1");
    Deliverable missed = filed().get(filed().size() - 1);
    assertThat(missed.document().summary()).contains("Reviews: 2, of them 2 missed");
  }

  @Test
  void aReviewThatWasMissedIsReportedBeforeItIsOnRecord() {
    office.setClock(Q2);
    management.executeJob(timer().getId());

    assertThat(filed().get(0).document().summary())
        .isEqualTo("Programmes under review: 2. Reviews: 2, of them 2 missed.");
    office.runDueJobs();
    assertThat(filed()).hasSize(1);
  }

  @Test
  void aReviewIsMissedIfTheOneBeforeStayedUndecided() {
    letTimePassTo(Q1);
    decide(one, "continue", "On course.");
    letTimePassTo(Q2);
    decide(one, "continue", "On course.");
    letTimePassTo(Instant.parse("2027-07-01T07:00:00Z"));

    Deliverable report = filed().get(1);
    assertThat(report.document().title()).isEqualTo("Consolidated oversight report 2027-Q2");
    assertThat(rows(report, "Next period", 1))
        .containsExactly(List.of("Pontevedro (XP-2026)", "quarterly", "missed", ""));
  }

  @Test
  void aQuarterWithoutAnyReviewHasNoReport() {
    runtime
        .createProcessInstanceQuery()
        .processDefinitionKey("monitor-and-adjust")
        .list()
        .forEach(each -> runtime.deleteProcessInstance(each.getId(), "ended"));
    letTimePassTo(Q2);

    assertThat(reports.made()).isEmpty();
    assertThat(filed()).isEmpty();
    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
  }

  @Test
  void makingAReportAgainMakesNoSecondOne() {
    letTimePassTo(Q1);
    decide(one, "continue", "On course.");
    letTimePassTo(Q2);
    reports.make(new Quarter(2027, 1));

    assertThat(filed()).hasSize(1);
  }

  private String inOversight(String candidate, String name) {
    String key = programmes.register(SampleDossiers.of(candidate, name));
    programmes.settleTier(key, Tier.INTERIM_ALLY);
    runtime.startProcessInstanceByKey("monitor-and-adjust", key);
    return key;
  }

  private void letTimePassTo(Instant moment) {
    office.setClock(moment);
    office.runDueJobs();
  }

  private void decide(String programme, String decision, String reasons) {
    OpenTask task =
        office.openTasks().stream()
            .filter(each -> each.programme().equals(programme))
            .findFirst()
            .orElseThrow();
    office.complete(task, "committee", Map.of("decision", decision, "reasons", reasons));
    office.runDueJobs();
  }

  private List<Deliverable> filed() {
    return deliverables.of(QuarterReports.PORTFOLIO);
  }

  private static List<List<String>> rows(Deliverable report, String heading, int table) {
    return report.document().sections().stream()
        .filter(section -> section.heading().equals(heading))
        .findFirst()
        .orElseThrow()
        .tables()
        .get(table)
        .rows();
  }
}
