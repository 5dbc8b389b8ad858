package app.chancery.consensus.process;

import app.chancery.consensus.Consultations;
import app.chancery.consensus.Course;
import app.chancery.engine.FormInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the consultation came to. */
@Component
class RecordConsultationDelegate implements JavaDelegate {

  private final Consultations consultations;

  RecordConsultationDelegate(Consultations consultations) {
    this.consultations = consultations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    Course course = form.choice("consultationCourse", Course.class);
    String account = form.text("consultationAccount");
    form.accept();
    SecureAllianceConsensusModel.COURSE.set(
        execution,
        consultations.conclude(execution.getProcessBusinessKey(), course, account).word());
  }
}
