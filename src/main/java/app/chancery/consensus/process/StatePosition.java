package app.chancery.consensus.process;

import app.chancery.consensus.Council;
import app.chancery.consensus.Stance;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.briefing.StandingTask;
import app.chancery.platform.engine.FormInput;
import app.chancery.platform.security.Delegations;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A delegation's task stands until the round ends: what it answers goes on record and may be
 * revised. Only an objection completes the task, and that ends the round for all.
 */
@Component
class StatePosition implements StandingTask {

  private final Council council;

  StatePosition(Council council) {
    this.council = council;
  }

  @Override
  public String key() {
    return SecureAllianceConsensusModel.STATE_POSITION;
  }

  @Override
  public boolean submitted(OpenTask task, Map<String, Object> fields) {
    FormInput form = FormInput.of(fields);
    Stance stance = form.choice("position", Stance.class);
    String reservation = form.optionalText("reservation").orElse(null);
    String reason = form.optionalText("objectionReason").orElse(null);
    String amendment = form.optionalText("amendmentSought").orElse(null);
    form.accept();
    return council
        .state(
            task.programme(),
            Delegations.allyOf(task.group()),
            stance,
            reservation,
            reason,
            amendment)
        .isObjection();
  }

  @Override
  public String whyGone(String programme) {
    return council.whyClosed(programme);
  }
}
