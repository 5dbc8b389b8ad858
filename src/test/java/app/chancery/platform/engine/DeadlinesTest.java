package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.rehearsal.Office;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The deadline of a task comes from the policy table, not from its model. */
@OfficeTest
class DeadlinesTest {

  private static final String POLICY =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="deadlines-of-test"
          name="Deadlines" namespace="test" xmlns:camunda="http://camunda.org/schema/1.0/dmn">
        <decision id="deadlines" name="Deadlines" camunda:historyTimeToLive="P1D">
          <decisionTable id="table">
            <input id="in"><inputExpression id="ie" typeRef="string"><text>activity</text>
            </inputExpression></input>
            <output id="o1" name="dueDays" typeRef="integer"/>
            <output id="o2" name="remindAfter" typeRef="string"/>
            <output id="o3" name="escalateAfter" typeRef="string"/>
            <rule id="r"><inputEntry id="i"><text>"userTask_answer"</text></inputEntry>
              <outputEntry id="e1"><text>3</text></outputEntry>
              <outputEntry id="e2"><text>"P1D"</text></outputEntry>
              <outputEntry id="e3"><text>"P2D"</text></outputEntry></rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  @Autowired ProcessEngine engine;
  @Autowired Office office;

  private Deployment deployment;

  @BeforeEach
  void deploy() {
    BpmnModelInstance model =
        Bpmn.createExecutableProcess("deadlines-of-a-task")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .userTask("userTask_answer")
            .boundaryEvent("reminder")
            .cancelActivity(false)
            .timerWithDuration("${remindAfter}")
            .endEvent()
            .moveToActivity("userTask_answer")
            .endEvent()
            .done();
    deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .addModelInstance("deadlines-of-a-task.bpmn", model)
            .addString("deadlines.dmn", POLICY)
            .deploy();
  }

  @AfterEach
  void undeploy() {
    engine.getRepositoryService().deleteDeployment(deployment.getId(), true, true, true);
  }

  @Test
  void aTaskIsDueAfterItsWorkingDaysAndRemindsWhenThePolicySays() {
    // A Friday: the third working day after it is the Wednesday, and 18:00 in Brussels is 17:00
    // UTC.
    office.setClock(Instant.parse("2026-11-06T10:00:00Z"));

    engine.getRuntimeService().startProcessInstanceByKey("deadlines-of-a-task", "XR-2026");

    assertThat(engine.getTaskService().createTaskQuery().singleResult().getDueDate())
        .isEqualTo("2026-11-11T17:00:00Z");
    assertThat(office.nextTimer()).contains(Instant.parse("2026-11-07T10:00:00Z"));
  }
}
