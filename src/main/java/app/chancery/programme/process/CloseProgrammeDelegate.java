package app.chancery.programme.process;

import app.chancery.programme.Closing;
import app.chancery.programme.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the programme in the register, with the outcome that the model gives. */
@Component
class CloseProgrammeDelegate implements JavaDelegate {

  private final Closing closing;

  CloseProgrammeDelegate(Closing closing) {
    this.closing = closing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    closing.close(
        execution.getProcessBusinessKey(),
        Outcome.valueOf(EnlargementProgrammeModel.OUTCOME.from(execution)));
  }
}
