package app.chancery.integration.process;

import app.chancery.integration.Ratifications;
import app.chancery.platform.engine.FormInput;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code collect-ratifications.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class CollectRatificationsTasks {

  /** Records one date of one Party's ratification. */
  @Bean
  JavaDelegate recordRatificationDelegate(Ratifications ratifications) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      String ally = form.optionalText("ally").orElse(null);
      String stage = form.optionalText("stage").orElse(null);
      String date = form.optionalText("date").orElse(null);
      form.accept();
      ratifications.record(execution.getProcessBusinessKey(), ally, stage, date);
    };
  }

  /** Has every Party of this moment deposited? */
  @Bean
  JavaDelegate checkRatificationDelegate(Ratifications ratifications) {
    return execution ->
        CollectRatificationsModel.RATIFICATION_COMPLETE.set(
            execution, ratifications.isComplete(execution.getProcessBusinessKey()));
  }
}
