package app.chancery.consensus.process;

import app.chancery.consensus.ConsultationAct;
import app.chancery.consensus.Objections;
import app.chancery.platform.briefing.StandingTask;
import app.chancery.platform.briefing.Submission;
import app.chancery.platform.engine.FormInput;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * While a consultation lasts, an Ally may object as well and may withdraw its objection. Only the
 * withdrawal of the last one completes the task, and that ends the consultation.
 */
@Component
class JoinConsultation implements StandingTask {

  private final Objections objections;

  JoinConsultation(Objections objections) {
    this.objections = objections;
  }

  @Override
  public String key() {
    return SecureAllianceConsensusModel.JOIN_CONSULTATION;
  }

  @Override
  public boolean submitted(Submission submission) {
    FormInput form = FormInput.of(submission.fields());
    ConsultationAct act = form.choice("consultationAct", ConsultationAct.class);
    if (act == ConsultationAct.OBJECT) {
      String reason = form.text("objectionReason");
      String amendment = form.optionalText("amendmentSought").orElse(null);
      form.accept();
      boolean taken =
          objections.join(
              submission.programme(),
              Delegations.allyOf(submission.group()),
              reason,
              amendment,
              submission.openedAt());
      if (!taken) {
        throw new Refused("", whyGone(submission.programme()));
      }
      return false;
    }
    String reason = form.text("withdrawalReason");
    form.accept();
    return objections.withdraw(
        submission.programme(), Delegations.allyOf(submission.group()), reason);
  }

  @Override
  public String whyGone(String programme) {
    return objections.whyClosed(programme);
  }
}
