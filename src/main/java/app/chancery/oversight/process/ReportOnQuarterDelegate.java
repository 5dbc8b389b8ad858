package app.chancery.oversight.process;

import app.chancery.oversight.Quarter;
import app.chancery.oversight.QuarterReports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the consolidated report of the quarter that has passed. */
@Component
class ReportOnQuarterDelegate implements JavaDelegate {

  private final QuarterReports reports;

  ReportOnQuarterDelegate(QuarterReports reports) {
    this.reports = reports;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reports.make(Quarter.parse(execution.getProcessBusinessKey()));
  }
}
