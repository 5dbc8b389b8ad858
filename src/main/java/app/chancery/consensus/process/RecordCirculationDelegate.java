package app.chancery.consensus.process;

import app.chancery.consensus.Round;
import app.chancery.consensus.Secretariat;
import app.chancery.consensus.SilenceEnd;
import app.chancery.engine.FormInput;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Circulates the proposal with the deadline that the secretariat has chosen. */
@Component
class RecordCirculationDelegate implements JavaDelegate {

  private final Secretariat secretariat;

  RecordCirculationDelegate(Secretariat secretariat) {
    this.secretariat = secretariat;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    LocalDate day = form.date("silenceDate");
    String time = form.text("silenceTime");
    String zone = form.text("silenceZone");
    form.accept();
    Round round =
        secretariat.circulate(execution.getProcessBusinessKey(), SilenceEnd.of(day, time, zone));
    SecureAllianceConsensusModel.SILENCE_ENDS.set(
        execution, Date.from(round.silenceEnds().toInstant()));
    SecureAllianceConsensusModel.REMIND_AT.set(
        execution, Date.from(secretariat.remindAt(round).toInstant()));
    // Transient: the tasks are made in this very transaction.
    execution.setVariable(
        SecureAllianceConsensusModel.DELEGATIONS,
        Variables.objectValue(round.delegations(), true).create());
  }
}
