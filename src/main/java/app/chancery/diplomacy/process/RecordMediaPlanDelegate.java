package app.chancery.diplomacy.process;

import app.chancery.diplomacy.Campaigns;
import app.chancery.engine.FormInput;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the submitted plan on record; one that lacks something is refused. */
@Component
class RecordMediaPlanDelegate implements JavaDelegate {

  private final Campaigns campaigns;
  private final Clock clock;

  RecordMediaPlanDelegate(Campaigns campaigns, Clock clock) {
    this.campaigns = campaigns;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    campaigns.draft(
        execution.getProcessBusinessKey(),
        MediaPlanFields.read(FormInput.of(execution), LocalDate.now(clock)));
  }
}
