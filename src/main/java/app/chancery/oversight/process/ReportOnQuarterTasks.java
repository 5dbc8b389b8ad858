package app.chancery.oversight.process;

import app.chancery.oversight.Quarter;
import app.chancery.oversight.QuarterReports;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code report-on-quarter.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class ReportOnQuarterTasks {

  /** Makes the consolidated report of the quarter that has passed. */
  @Bean
  JavaDelegate reportOnQuarterDelegate(QuarterReports reports) {
    return execution -> reports.make(Quarter.parse(execution.getProcessBusinessKey()));
  }
}
