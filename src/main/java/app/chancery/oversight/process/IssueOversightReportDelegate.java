package app.chancery.oversight.process;

import app.chancery.oversight.OversightReport;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Issues the report of the review. */
@Component
class IssueOversightReportDelegate implements JavaDelegate {

  private final OversightReport report;

  IssueOversightReportDelegate(OversightReport report) {
    this.report = report;
  }

  @Override
  public void execute(DelegateExecution execution) {
    report.issue(HoldReviewModel.REVIEW_ID.from(execution));
  }
}
