package app.chancery.integration.process;

import app.chancery.engine.FormInput;
import app.chancery.integration.Activities;
import app.chancery.integration.NewActivity;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what took place; a bad report is refused and nothing is kept. */
@Component
class RecordActivityDelegate implements JavaDelegate {

  private final Activities activities;

  RecordActivityDelegate(Activities activities) {
    this.activities = activities;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    String programme = form.text("programme");
    NewActivity activity = PhaseForm.activity(form);
    form.accept();
    activities.record(programme, activity);
    execution.setProcessBusinessKey(programme);
  }
}
