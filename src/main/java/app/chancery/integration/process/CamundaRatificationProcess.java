package app.chancery.integration.process;

import app.chancery.integration.RatificationProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class CamundaRatificationProcess implements RatificationProcess {

  private final RuntimeService runtime;

  CamundaRatificationProcess(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void ratificationRecorded(String programme) {
    runtime
        .createMessageCorrelation(CollectRatificationsModel.RATIFICATION_RECORDED)
        .processInstanceBusinessKey(programme)
        .correlateAll();
  }
}
