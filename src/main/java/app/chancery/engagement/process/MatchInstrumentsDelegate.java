package app.chancery.engagement.process;

import app.chancery.engagement.PackageDesign;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the instruments of the tier into the package, with dates. */
@Component
class MatchInstrumentsDelegate implements JavaDelegate {

  private final PackageDesign design;

  MatchInstrumentsDelegate(PackageDesign design) {
    this.design = design;
  }

  @Override
  public void execute(DelegateExecution execution) {
    design.matchInstruments(execution.getProcessBusinessKey());
  }
}
