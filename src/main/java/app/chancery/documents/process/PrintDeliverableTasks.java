package app.chancery.documents.process;

import app.chancery.documents.Prints;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code print-deliverable.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class PrintDeliverableTasks {

  /** Prints one document; one that cannot be printed fails the job, and its message names it. */
  @Bean
  JavaDelegate printDeliverableDelegate(Prints prints) {
    return execution ->
        prints.print(
            execution.getProcessBusinessKey(), PrintDeliverableModel.DELIVERABLE.from(execution));
  }
}
