package app.chancery.platform.security;

import app.chancery.platform.people.Groups;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;

/** A process with one task of the analysts, beside the real ones, to try rights on. */
final class Probe implements AutoCloseable {

  static final String PROCESS = "rights-probe";
  static final String TASK = "userTask_probe";
  private static final String FORM = "probe-rights";

  private final ProcessEngine engine;
  private final String deployment;
  private final String instance;

  Probe(ProcessEngine engine) {
    this(engine, Groups.ANALYSTS);
  }

  /**
   * @param group who may do the task
   */
  Probe(ProcessEngine engine, String group) {
    this.engine = engine;
    deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .addString(FORM + ".form", form())
            .addModelInstance(
                PROCESS + ".bpmn",
                Bpmn.createExecutableProcess(PROCESS)
                    .camundaHistoryTimeToLiveString("P1D")
                    .startEvent()
                    .userTask(TASK)
                    .name("Probe rights")
                    .camundaCandidateGroups(group)
                    .camundaFormRef(FORM)
                    .camundaFormRefBinding("deployment")
                    .camundaDueDate("2026-12-24T12:00:00")
                    .endEvent()
                    .done())
            .deploy()
            .getId();
    instance =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey(PROCESS, "XP-2026", java.util.Map.of("figure", 7))
            .getId();
  }

  String task() {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance)
        .singleResult()
        .getId();
  }

  String instance() {
    return instance;
  }

  String definition() {
    return engine
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey(PROCESS)
        .latestVersion()
        .singleResult()
        .getId();
  }

  boolean isOpen() {
    return engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(instance)
            .count()
        == 1;
  }

  private static String form() {
    return """
        {"id": "probe-rights", "type": "default", "schemaVersion": 16, "components": [
          {"id": "textfield_figure", "type": "textfield", "key": "figure", "label": "Figure"}]}
        """;
  }

  @Override
  public void close() {
    engine.getRepositoryService().deleteDeployment(deployment, true);
  }
}
