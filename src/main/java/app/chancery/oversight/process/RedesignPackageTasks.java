package app.chancery.oversight.process;

import app.chancery.oversight.Redesigns;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code redesign-package.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class RedesignPackageTasks {

  /** Ends the work under the present package; it begins anew under the endorsed one. */
  @Bean
  JavaDelegate replacePackageDelegate(Redesigns redesigns) {
    return execution -> redesigns.replace(execution.getProcessBusinessKey());
  }

  /** Leaves the programme with its present package and the tier of it. */
  @Bean
  JavaDelegate keepPackageDelegate(Redesigns redesigns) {
    return execution -> redesigns.keep(execution.getProcessBusinessKey());
  }
}
