package app.chancery.oversight.process;

import app.chancery.oversight.Redesigns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Leaves the programme with its present package and the tier of it. */
@Component
class KeepPackageDelegate implements JavaDelegate {

  private final Redesigns redesigns;

  KeepPackageDelegate(Redesigns redesigns) {
    this.redesigns = redesigns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    redesigns.keep(execution.getProcessBusinessKey());
  }
}
