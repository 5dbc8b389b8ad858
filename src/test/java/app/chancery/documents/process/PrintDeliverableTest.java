package app.chancery.documents.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.DeliverablePages;
import app.chancery.documents.DeliverablePdfs;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.Paper;
import app.chancery.documents.Prints;
import app.chancery.programme.Programmes;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

@OfficeTest
class PrintDeliverableTest {

  @Autowired Deliverables deliverables;
  @Autowired DeliverablePages pages;
  @Autowired Prints prints;
  @Autowired Programmes programmes;
  @Autowired ProcessEngine engine;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired JdbcClient db;

  private String programme;

  @BeforeEach
  void aProgramme() {
    programme = programmes.register(SampleDossiers.ruritania());
    BpmnAwareTests.init(engine);
  }

  @AfterEach
  void anotherEngineComesNext() {
    BpmnAwareTests.reset();
  }

  @Test
  void anApprovalDoesNotWaitForThePrint() {
    Deliverable brief = approvedBrief();

    assertThat(brief.isApproved()).isTrue();
    assertThat(printsOnFile()).isEmpty();
    assertThat(process()).isWaitingAt("serviceTask_printDeliverable").isActive();
    assertThat(job().getPriority()).isNegative();
  }

  @Test
  void whatIsApprovedIsPrintedOnce() {
    Deliverable brief = approvedBrief();
    ProcessInstance process = process();
    execute(job());

    assertThat(printsOnFile()).hasSize(1);
    try (Paper paper = new Paper(printsOnFile().get(0))) {
      assertThat(paper.text()).contains("Media brief: Ruritania", "Issued by Chancery");
    }
    assertThat(process)
        .hasPassedInOrder("serviceTask_printDeliverable", "endEvent_documentPrinted")
        .isEnded();

    prints.print(programme, brief.id());
    assertThat(printsOnFile()).hasSize(1);
  }

  @Test
  void aDraftIsNotPrinted() {
    deliverables.draft(programme, DeliverableKind.MEDIA_BRIEF, document());

    assertThat(management.createJobQuery().count()).isZero();
  }

  @Test
  void whatCannotBePrintedRaisesAnIncidentThatNamesItAndIsPrintedWhenRetried() {
    Deliverable brief = approvedBrief();
    Job job = job();
    Object printer = ReflectionTestUtils.getField(prints, "pdfs");
    // Without its printer.
    ReflectionTestUtils.setField(prints, "pdfs", null);
    try {
      for (int attempt = 1; attempt <= 3; attempt++) {
        assertThatThrownBy(() -> management.executeJob(job.getId()))
            .hasMessageContaining("The media brief of %s, version 1".formatted(programme));
      }
    } finally {
      ReflectionTestUtils.setField(prints, "pdfs", (DeliverablePdfs) printer);
    }

    assertThat(runtime.createIncidentQuery().singleResult().getIncidentMessage())
        .startsWith(
            "The media brief of %s, version 1 (deliverable %s), cannot be printed"
                .formatted(programme, brief.id()));
    assertThat(deliverables.find(programme, brief.id())).contains(brief);
    assertThat(pages.html(brief)).contains("In short.");

    management.setJobRetries(job.getId(), 1);
    management.executeJob(job.getId());
    assertThat(printsOnFile()).hasSize(1);
    assertThat(runtime.createIncidentQuery().count()).isZero();
  }

  /** Rule 11: operators see incidents. */
  @Test
  void rule11_theIncidentOfARestrictedDocumentTellsNothingThatIsInIt() {
    deliverables.issue(
        programme,
        DeliverableKind.STAKEHOLDER_MAP,
        Document.titled("Map", "A red line.")
            .with(Section.headed("Broken").table("A red line", List.of("x"), null, "A red line")));

    assertThatThrownBy(() -> management.executeJob(job().getId()))
        .hasMessageContaining("The stakeholder map of %s, version 1".formatted(programme));

    assertThat(job().getExceptionMessage()).contains("NullPointerException");
    assertThat(management.getJobExceptionStacktrace(job().getId())).doesNotContain("red line");
    assertThat(job().getExceptionMessage()).doesNotContain("red line");
  }

  @Test
  void aVersionItsApprovalAndItsPrintCannotBeAlteredOrDeleted() {
    approvedBrief();
    management.executeJob(job().getId());
    deliverables.draft(
        programme, DeliverableKind.STAKEHOLDER_MAP, Document.titled("Map", "A red line."));

    for (String change :
        List.of(
            "update deliverable set content = '{}'",
            "delete from deliverable",
            "update deliverable_approval set approved_by = 'x'",
            "delete from deliverable_approval",
            "update deliverable_print set sha256 = 'x'",
            "delete from deliverable_print",
            "delete from deliverable_sealed")) {
      assertThatThrownBy(() -> db.sql(change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void aLaterChangeIsANewVersionAndBothStay() {
    Deliverable first = approvedBrief();
    Deliverable second =
        deliverables.draft(
            programme, DeliverableKind.MEDIA_BRIEF, Document.titled("Media brief", "Otherwise."));

    assertThat(deliverables.approve(programme, DeliverableKind.MEDIA_BRIEF).version()).isEqualTo(2);
    assertThat(deliverables.of(programme)).extracting(Deliverable::version).containsExactly(1, 2);
    assertThat(deliverables.find(programme, first.id())).contains(first);
    assertThat(second.sha256()).isNotEqualTo(first.sha256());
  }

  private Deliverable approvedBrief() {
    return deliverables.issue(programme, DeliverableKind.MEDIA_BRIEF, document());
  }

  private static Document document() {
    return Document.titled("Media brief: Ruritania", "In short.");
  }

  private ProcessInstance process() {
    return runtime.createProcessInstanceQuery().singleResult();
  }

  private Job job() {
    return management.createJobQuery().processDefinitionKey("print-deliverable").singleResult();
  }

  private List<byte[]> printsOnFile() {
    return db.sql("select pdf from deliverable_print")
        .query((row, number) -> row.getBytes("pdf"))
        .list();
  }
}
