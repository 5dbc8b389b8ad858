package app.chancery.consensus.process;

import app.chancery.consensus.Round;
import app.chancery.consensus.Secretariat;
import app.chancery.consensus.SilenceEnd;
import app.chancery.engine.FormInput;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Extends the deadline of the open round. */
@Component
class RecordExtensionDelegate implements JavaDelegate {

  private final Secretariat secretariat;

  RecordExtensionDelegate(Secretariat secretariat) {
    this.secretariat = secretariat;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    LocalDate day = form.date("silenceDate");
    String time = form.text("silenceTime");
    String zone = form.text("silenceZone");
    String reason = form.text("extensionReason");
    form.accept();
    Round round =
        secretariat.extend(
            execution.getProcessBusinessKey(), SilenceEnd.of(day, time, zone), reason);
    SecureAllianceConsensusModel.SILENCE_ENDS.set(
        execution, Date.from(round.silenceEnds().toInstant()));
    SecureAllianceConsensusModel.REMIND_AT.set(
        execution, Date.from(secretariat.remindAt(round).toInstant()));
  }
}
