package app.chancery.desk.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.decisions.NoRuleMatched;
import app.chancery.platform.decisions.SeveralRulesMatched;
import app.chancery.programme.Programmes;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine has given up: who is told, and how it is tried again. */
@WebOfficeTest
class IncidentsTest {

  /** What the work does; null: it goes well. */
  private static RuntimeException failure;

  @LocalServerPort int port;
  @Autowired Programmes programmes;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired DecisionRecords records;
  @Autowired JdbcClient db;

  private Visitor admin;
  private String programme;
  private String deployment;
  private String process;

  @BeforeEach
  void give() {
    admin = Visitor.person(port, "admin");
    programme = programmes.register(SampleDossiers.ruritania());
    deployment =
        repository
            .createDeployment()
            .addModelInstance(
                "processes/consensus/trying.bpmn",
                Bpmn.createExecutableProcess("trying")
                    .name("Try something")
                    .camundaHistoryTimeToLiveString("P1D")
                    .startEvent()
                    .serviceTask()
                    .name("Do the work")
                    .camundaAsyncBefore()
                    .camundaClass(Work.class)
                    .endEvent()
                    .done())
            .deploy()
            .getId();
  }

  @AfterEach
  void takeBack() {
    failure = null;
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void theAdministratorsAreToldOfAnIncidentAtOnceAndNobodyElse() {
    givenUp(new IllegalStateException("marker of the inside"));

    assertThat(
            db.sql(
                    """
                    select i.account || ': ' || m.subject from notice n
                    join inbox_item i on i.notice = n.id join mail m on m.about like '%' || i.id
                    where n.kind = 'incident-raised'
                    """)
                .query(String.class)
                .list())
        .containsExactly("admin: Standing still: Ruritania (XR-2026), Do the work");
    assertThat(Visitor.person(port, "planner").open("/programmes/" + programme).body())
        .doesNotContain("Standing still");
  }

  @Test
  void thePageNamesTheProgrammeAndWhatToDoAndTheMailAndNothingOfTheInside() {
    givenUp(new IllegalStateException("marker of the inside"));

    Document page = page();

    assertThat(page.select("tbody tr")).hasSize(1);
    assertThat(page.select("tbody tr").text())
        .contains("Ruritania (XR-2026)", "Do the work", "Try something", "Look in the log for job")
        .contains(job().getId(), "Anna Keller", "waits to be sent")
        .doesNotContain("marker", "Exception");
    assertThat(Visitor.person(port, "manager").open("/incidents").statusCode()).isEqualTo(403);
  }

  @Test
  void whatADecisionTableDoesNotKnowIsSaidAsItIs() {
    givenUp(new NoRuleMatched("tier-caps", Map.of("region", "atlantis")));

    assertThat(page().select("tbody tr").text())
        .contains("No rule of the decision table 'tier-caps' matches", "Mend the decision table");
    String link = page().select("p.files a").first().attr("href");
    assertThat(Visitor.person(port, "admin").open(link).body())
        .startsWith("key,step,process,activity,since,said,job\r\n")
        .contains("No rule of the decision table 'tier-caps' matches");
    assertThat(Visitor.person(port, "manager").open(link).statusCode()).isEqualTo(403);
  }

  @Test
  void aDecisionTableThatKnowsMoreThanOneAnswerIsNamedToo() {
    givenUp(new SeveralRulesMatched("alliance-capacity", Map.of("item", "high")));

    assertThat(page().select("tbody tr").text())
        .contains("Several rules of the decision table 'alliance-capacity' match");
  }

  @Test
  void aSecondClickTriesNothingASecondTime() {
    givenUp(new IllegalStateException("a disk is full"));
    String again = page().select("tbody form").attr("action");
    failure = null;

    HttpResponse<String> first = admin.postForm(again, Map.of());
    HttpResponse<String> second = admin.postForm(again, Map.of());

    assertThat(first.statusCode()).as(first.body()).isEqualTo(303);
    assertThat(second.statusCode()).isEqualTo(303);
    assertThat(page().text()).contains("Nothing stands still");
    assertThat(records.of(programme))
        .filteredOn(record -> record.what().contains("Do the work"))
        .singleElement()
        .extracting(DecisionRecord::decidedBy)
        .isEqualTo("admin");
    assertThat(job().getRetries()).isEqualTo(1);
    management.executeJob(job().getId());
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(process).count()).isZero();
    assertThat(Visitor.person(port, "manager").postForm(again, Map.of()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void whatFailsAgainStandsThereAgain() {
    givenUp(new IllegalStateException("a disk is full"));
    admin.postForm(page().select("tbody form").attr("action"), Map.of());

    fail(job());

    assertThat(page().select("tbody tr")).hasSize(1);
    assertThat(
            db.sql("select count(*) from notice where kind = 'incident-raised'")
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  private void givenUp(RuntimeException because) {
    failure = because;
    process = runtime.startProcessInstanceByKey("trying", programme).getId();
    while (job().getRetries() > 0) {
      fail(job());
    }
  }

  private void fail(Job job) {
    assertThatThrownBy(() -> management.executeJob(job.getId())).isNotNull();
  }

  private Job job() {
    return management.createJobQuery().processInstanceId(process).singleResult();
  }

  private Document page() {
    HttpResponse<String> page = admin.open("/incidents");
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return Jsoup.parse(page.body());
  }

  /** Goes wrong as long as the test wants. */
  public static final class Work implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
      if (failure != null) {
        throw failure;
      }
    }
  }
}
