package app.chancery.integration.process;

import app.chancery.integration.RatificationProcess;
import app.chancery.platform.engine.OwnRights;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class CamundaRatificationProcess implements RatificationProcess {

  private final RuntimeService runtime;
  private final OwnRights ownRights;

  CamundaRatificationProcess(@Lazy RuntimeService runtime, OwnRights ownRights) {
    this.runtime = runtime;
    this.ownRights = ownRights;
  }

  @Override
  public void ratificationRecorded(String programme) {
    ownRights.use(
        () ->
            runtime
                .createMessageCorrelation(CollectRatificationsModel.RATIFICATION_RECORDED)
                .processInstanceBusinessKey(programme)
                .correlateAllWithResult());
  }
}
