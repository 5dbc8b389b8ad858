package app.chancery.oversight.process;

import app.chancery.oversight.Redesigns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the work under the present package; it begins anew under the endorsed one. */
@Component
class ReplacePackageDelegate implements JavaDelegate {

  private final Redesigns redesigns;

  ReplacePackageDelegate(Redesigns redesigns) {
    this.redesigns = redesigns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    redesigns.replace(execution.getProcessBusinessKey());
  }
}
