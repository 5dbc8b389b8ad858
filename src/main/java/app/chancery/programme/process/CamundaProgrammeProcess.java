package app.chancery.programme.process;

import app.chancery.platform.engine.OwnRights;
import app.chancery.platform.engine.TaskNames;
import app.chancery.programme.ProgrammeProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class CamundaProgrammeProcess implements ProgrammeProcess {

  private final RuntimeService runtime;
  private final OwnRights ownRights;
  private final TaskNames taskNames;

  CamundaProgrammeProcess(@Lazy RuntimeService runtime, OwnRights ownRights, TaskNames taskNames) {
    this.runtime = runtime;
    this.ownRights = ownRights;
    this.taskNames = taskNames;
  }

  @Override
  public void programmeRegistered(String programme) {
    ownRights.use(
        () ->
            runtime
                .createProcessInstanceByKey(EnlargementProgrammeModel.PROCESS_ID)
                .businessKey(programme)
                .startAfterActivity(EnlargementProgrammeModel.REGISTER_PROGRAMME)
                .execute());
  }

  @Override
  public boolean isEndingAsWithdrawn(String programme) {
    return ownRights.use(
        () ->
            runtime
                    .createExecutionQuery()
                    .processInstanceBusinessKey(programme)
                    .activityId(EnlargementProgrammeModel.CLOSE_WITHDRAWN)
                    .count()
                > 0);
  }

  @Override
  public boolean applicationWithdrawn(String programme) {
    return ownRights.use(
        () -> {
          boolean taken =
              !runtime
                  .createMessageCorrelation(EnlargementProgrammeModel.APPLICATION_WITHDRAWN)
                  .processInstanceBusinessKey(programme)
                  .correlateAllWithResult()
                  .isEmpty();
          if (!taken) {
            end(programme);
          }
          return taken;
        });
  }

  @Override
  public void candidateRenamed(String programme) {
    taskNames.renew(programme);
  }

  /** The model of the first release does not wait for that message. */
  private void end(String programme) {
    runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(programme, EnlargementProgrammeModel.PROCESS_ID)
        .list()
        .forEach(
            process ->
                runtime.deleteProcessInstance(
                    process.getId(), EnlargementProgrammeModel.APPLICATION_WITHDRAWN));
  }
}
