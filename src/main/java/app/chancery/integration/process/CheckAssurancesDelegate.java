package app.chancery.integration.process;

import app.chancery.integration.SecurityGap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Are the assurances of the next phase in force (rule 7)? */
@Component
class CheckAssurancesDelegate implements JavaDelegate {

  private final SecurityGap gap;

  CheckAssurancesDelegate(SecurityGap gap) {
    this.gap = gap;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ConductPhaseModel.NEXT_ASSURANCES_IN_FORCE.set(
        execution, gap.isClosedBehind(ConductPhaseModel.PHASE_ID.from(execution)));
  }
}
