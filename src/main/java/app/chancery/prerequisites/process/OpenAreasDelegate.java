package app.chancery.prerequisites.process;

import app.chancery.prerequisites.Prerequisites;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The examination begins: every area is open. */
@Component
class OpenAreasDelegate implements JavaDelegate {

  private final Prerequisites prerequisites;

  OpenAreasDelegate(Prerequisites prerequisites) {
    this.prerequisites = prerequisites;
  }

  @Override
  public void execute(DelegateExecution execution) {
    prerequisites.openAll(execution.getProcessBusinessKey());
  }
}
