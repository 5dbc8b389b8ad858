package app.chancery.consensus.process;

import app.chancery.consensus.Consultations;
import app.chancery.engagement.PackageTerms;
import app.chancery.engagement.PlannedMilestone;
import app.chancery.engine.FormInput;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the package as the planners have amended it. */
@Component
class RecordAmendmentDelegate implements JavaDelegate {

  private final Consultations consultations;

  RecordAmendmentDelegate(Consultations consultations) {
    this.consultations = consultations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    List<String> security = form.lines("securityAssurances");
    List<String> economy = form.lines("economicCooperation");
    List<String> training = form.lines("jointTraining");
    List<String> milestones = form.lines("milestones");
    String justification = form.text("justification");
    String whatChanged = form.text("whatChanged");
    form.accept();
    consultations.amend(
        execution.getProcessBusinessKey(),
        new PackageTerms(
            security,
            economy,
            training,
            PlannedMilestone.ofLines("milestones", milestones),
            justification),
        whatChanged);
  }
}
