package app.chancery.prerequisites.process;

import app.chancery.prerequisites.Prerequisites;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Drafts the readiness baseline for the executives. */
@Component
class CompileBaselineDelegate implements JavaDelegate {

  private final Prerequisites prerequisites;

  CompileBaselineDelegate(Prerequisites prerequisites) {
    this.prerequisites = prerequisites;
  }

  @Override
  public void execute(DelegateExecution execution) {
    prerequisites.compileBaseline(execution.getProcessBusinessKey());
  }
}
