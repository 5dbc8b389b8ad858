package app.chancery.diplomacy.process;

import app.chancery.diplomacy.Campaigns;
import app.chancery.diplomacy.MediaPlan;
import app.chancery.engine.FormInput;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the launch on record and tells all Allies. */
@Component
class RecordLaunchDelegate implements JavaDelegate {

  private final Campaigns campaigns;

  RecordLaunchDelegate(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    LocalDate day = form.date("launchOn");
    Set<Integer> ready =
        IntStream.rangeClosed(1, MediaPlan.MOST_ROWS)
            .filter(number -> form.yes("channel" + number + "Ready"))
            .boxed()
            .collect(Collectors.toSet());
    form.accept();
    campaigns.launch(execution.getProcessBusinessKey(), day, ready);
  }
}
