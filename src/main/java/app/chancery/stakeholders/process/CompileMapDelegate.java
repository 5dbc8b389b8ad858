package app.chancery.stakeholders.process;

import app.chancery.stakeholders.Stakeholders;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Drafts the stakeholder map for the envoys. */
@Component
class CompileMapDelegate implements JavaDelegate {

  private final Stakeholders stakeholders;

  CompileMapDelegate(Stakeholders stakeholders) {
    this.stakeholders = stakeholders;
  }

  @Override
  public void execute(DelegateExecution execution) {
    stakeholders.compileMap(execution.getProcessBusinessKey());
  }
}
