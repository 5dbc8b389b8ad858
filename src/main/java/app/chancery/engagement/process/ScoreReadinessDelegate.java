package app.chancery.engagement.process;

import app.chancery.engagement.PackageDesign;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Scores the dossier and assigns the tier. */
@Component
class ScoreReadinessDelegate implements JavaDelegate {

  private final PackageDesign design;

  ScoreReadinessDelegate(PackageDesign design) {
    this.design = design;
  }

  @Override
  public void execute(DelegateExecution execution) {
    design.assess(execution.getProcessBusinessKey());
  }
}
