package app.chancery.oversight;

import app.chancery.programme.ApplicationWithdrawn;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Programmes that end because the candidate withdraws. */
@Component
class WithdrawnProgrammes {

  private final Programmes programmes;
  private final OversightProcess process;

  WithdrawnProgrammes(Programmes programmes, OversightProcess process) {
    this.programmes = programmes;
    this.process = process;
  }

  /** What stands still could not be ended in good order. */
  @EventListener
  void applicationWithdrawn(ApplicationWithdrawn event) {
    if (programmes.get(event.programme()).status() == Programme.Status.SUSPENDED) {
      process.workRestarted(event.programme());
    }
  }
}
