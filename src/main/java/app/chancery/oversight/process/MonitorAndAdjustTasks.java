package app.chancery.oversight.process;

import app.chancery.oversight.Reviews;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code monitor-and-adjust.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class MonitorAndAdjustTasks {

  /** However oversight ends, nothing is planned for the programme any more. */
  @Bean
  ExecutionListener endOversightListener(Reviews reviews) {
    return execution -> reviews.end(execution.getProcessBusinessKey());
  }

  /** From now on the programme has its quarterly reviews. */
  @Bean
  JavaDelegate beginOversightDelegate(Reviews reviews) {
    return execution -> reviews.begin(execution.getProcessBusinessKey());
  }

  /** Writes the date that the process waits for. */
  @Bean
  JavaDelegate planNextReviewDelegate(Reviews reviews) {
    return execution -> {
      Instant due = reviews.planNext(execution.getProcessBusinessKey()).toInstant();
      MonitorAndAdjustModel.NEXT_REVIEW_AT.set(execution, Date.from(due));
    };
  }

  /** Opens the quarterly review that is due, and records those that were missed. */
  @Bean
  JavaDelegate openReviewDelegate(Reviews reviews) {
    return execution ->
        MonitorAndAdjustModel.REVIEW_ID.set(
            execution, reviews.openDue(execution.getProcessBusinessKey()));
  }
}
