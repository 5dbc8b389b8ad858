package app.chancery.programme.process;

import app.chancery.platform.engine.OwnRights;
import app.chancery.programme.ProgrammeProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class CamundaProgrammeProcess implements ProgrammeProcess {

  private final RuntimeService runtime;
  private final OwnRights ownRights;

  CamundaProgrammeProcess(@Lazy RuntimeService runtime, OwnRights ownRights) {
    this.runtime = runtime;
    this.ownRights = ownRights;
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
}
