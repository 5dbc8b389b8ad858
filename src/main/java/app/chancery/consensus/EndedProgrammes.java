package app.chancery.consensus;

import app.chancery.programme.ApplicationWithdrawn;
import app.chancery.programme.ProgrammeEnded;
import app.chancery.programme.TerminationDecided;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the council deals with when its programme ends: it is taken off the table. */
@Component
class EndedProgrammes {

  private final CouncilRegister register;
  private final Clock clock;

  EndedProgrammes(CouncilRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  @EventListener
  void applicationWithdrawn(ApplicationWithdrawn event) {
    takeOffTheTable(event.programme());
  }

  /** A silence that ends before the programme does, maybe while it stood still, adopts nothing. */
  @EventListener
  void terminationDecided(TerminationDecided event) {
    takeOffTheTable(event.programme());
  }

  @EventListener
  void programmeEnded(ProgrammeEnded event) {
    takeOffTheTable(event.programme());
  }

  private void takeOffTheTable(String programme) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    register
        .lockNewest(programme)
        .filter(Round::isOpen)
        .ifPresent(round -> register.end(round, Round.Status.WITHDRAWN, now));
    register
        .proposal(programme)
        .ifPresent(proposal -> register.close(proposal.id(), CouncilOutcome.WITHDRAWN, now));
  }
}
