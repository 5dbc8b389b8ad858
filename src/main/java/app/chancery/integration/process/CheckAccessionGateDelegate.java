package app.chancery.integration.process;

import app.chancery.integration.AccessionGate;
import app.chancery.integration.GateFinding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What blocks accession talks (rules 5 and 7)? */
@Component
class CheckAccessionGateDelegate implements JavaDelegate {

  private final AccessionGate gate;

  CheckAccessionGateDelegate(AccessionGate gate) {
    this.gate = gate;
  }

  @Override
  public void execute(DelegateExecution execution) {
    GateFinding finding = gate.check(execution.getProcessBusinessKey());
    ClearAccessionGateModel.INTEROPERABILITY_MET.set(execution, finding.interoperabilityMet());
    ClearAccessionGateModel.OPPOSITION_CHECKED.set(execution, finding.oppositionChecked());
    ClearAccessionGateModel.ACCESSION_ASSURANCES_IN_FORCE.set(
        execution, finding.assurancesInForce());
  }
}
