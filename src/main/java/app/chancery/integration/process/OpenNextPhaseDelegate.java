package app.chancery.integration.process;

import app.chancery.integration.Integration;
import app.chancery.integration.NextPhase;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins the next phase of the package, if one is left. */
@Component
class OpenNextPhaseDelegate implements JavaDelegate {

  private final Integration integration;

  OpenNextPhaseDelegate(Integration integration) {
    this.integration = integration;
  }

  @Override
  public void execute(DelegateExecution execution) {
    NextPhase next = integration.openNextPhase(execution.getProcessBusinessKey());
    IntegrateIncrementallyModel.NEXT_INSTRUMENT.set(execution, next.instrument());
    IntegrateIncrementallyModel.PHASE_ID.set(execution, next.phaseId());
    IntegrateIncrementallyModel.PLANNED_END.set(execution, next.plannedEnd());
  }
}
