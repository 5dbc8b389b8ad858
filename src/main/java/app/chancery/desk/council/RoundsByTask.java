package app.chancery.desk.council;

import app.chancery.consensus.Council;
import app.chancery.consensus.Round;
import app.chancery.desk.work.RoundsOfTasks;
import app.chancery.platform.people.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The page of a task of the council follows the newest round of its programme. */
@Component
class RoundsByTask implements RoundsOfTasks {

  private final CouncilWork work;
  private final Council council;
  private final RoundPage rounds;
  private final CouncilDeskPolicy policy;

  RoundsByTask(CouncilWork work, Council council, RoundPage rounds, CouncilDeskPolicy policy) {
    this.work = work;
    this.council = council;
    this.rounds = rounds;
    this.policy = policy;
  }

  @Override
  public Optional<OfTask> find(String key, String programme, Person reader) {
    return Optional.of(key)
        .filter(work::isOne)
        .flatMap(any -> council.newestRound(programme))
        .flatMap(round -> ofTask(round, reader));
  }

  private Optional<OfTask> ofTask(Round round, Person reader) {
    RoundStatus now = rounds.status(round.id(), reader.groups());
    return now.state().isOver()
        ? Optional.empty()
        : Optional.of(
            new OfTask(
                round.id(),
                now.mark(),
                now.word(),
                now.sentence(),
                now.ends(),
                now.deadline(),
                round.alliancesZone().getId(),
                now.now(),
                now.state().isOpen(),
                policy.askEvery()));
  }
}
