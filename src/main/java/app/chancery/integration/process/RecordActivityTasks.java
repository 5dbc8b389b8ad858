package app.chancery.integration.process;

import app.chancery.integration.Activities;
import app.chancery.integration.NewActivity;
import app.chancery.platform.engine.FormInput;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code record-activity.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class RecordActivityTasks {

  /** Records what took place; a bad report is refused and nothing is kept. */
  @Bean
  JavaDelegate recordActivityDelegate(Activities activities, Programmes programmes) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      Optional<Programme> meant =
          form.meant("programme", named -> programmes.meant(named, "programme"));
      NewActivity activity = PhaseForm.activity(form);
      form.checkAll(activities.faults(activity)).accept();
      String programme = meant.orElseThrow().key();
      activities.record(programme, activity);
      execution.setProcessBusinessKey(programme);
    };
  }
}
