package app.chancery.stakeholders.process;

import app.chancery.platform.engine.OwnRights;
import app.chancery.platform.refusal.Conflict;
import app.chancery.stakeholders.StakeholderProcess;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationResult;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CamundaStakeholderProcess implements StakeholderProcess {

  private final RuntimeService runtime;
  private final OwnRights ownRights;

  CamundaStakeholderProcess(RuntimeService runtime, OwnRights ownRights) {
    this.runtime = runtime;
    this.ownRights = ownRights;
  }

  @Override
  @Transactional
  public void stakeholderAdded(String programme, long stakeholder) {
    try {
      ownRights.use(() -> correlate(programme, stakeholder));
    } catch (MismatchingMessageCorrelationException e) {
      throw new Conflict("programme", "No interviews of %s are held now".formatted(programme));
    }
  }

  /** Local to the interview it starts, because several may be added at once. */
  private MessageCorrelationResult correlate(String programme, long stakeholder) {
    return runtime
        .createMessageCorrelation(MapStakeholderInterestsModel.STAKEHOLDER_ADDED)
        .processInstanceBusinessKey(programme)
        .setVariableToTriggeredScope(MapStakeholderInterestsModel.STAKEHOLDER.name(), stakeholder)
        .correlateWithResult();
  }
}
