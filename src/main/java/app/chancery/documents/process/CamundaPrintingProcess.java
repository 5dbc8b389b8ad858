package app.chancery.documents.process;

import app.chancery.documents.Deliverable;
import app.chancery.documents.PrintingProcess;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class CamundaPrintingProcess implements PrintingProcess {

  private final RuntimeService runtime;

  CamundaPrintingProcess(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void deliverableApproved(Deliverable deliverable) {
    runtime.startProcessInstanceByKey(
        PrintDeliverableModel.PROCESS_ID,
        deliverable.programme(),
        Map.of(PrintDeliverableModel.DELIVERABLE.name(), deliverable.id()));
  }
}
