package app.chancery.consensus;

import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.programme.WorkRestarted;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import app.chancery.records.alliance.Ally;
import app.chancery.records.alliance.AllyJoined;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who becomes an Ally while silence runs. As in ratification, those count who are Allies when it
 * ends: a newcomer is asked at once in every round that is open, and may object until the deadline.
 */
@Service
public class Newcomers {

  private final CouncilRegister register;
  private final ConsensusProcess process;
  private final Allies allies;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Clock clock;

  Newcomers(
      CouncilRegister register,
      ConsensusProcess process,
      Allies allies,
      DecisionRecords decisions,
      Notices notices,
      Clock clock) {
    this.register = register;
    this.process = process;
    this.allies = allies;
    this.decisions = decisions;
    this.notices = notices;
    this.clock = clock;
  }

  /** A country joined: see {@link #ask}. */
  @EventListener
  @Transactional
  public void joined(AllyJoined event) {
    ask();
  }

  /** Whoever joined while a programme stood still is asked when it goes on. */
  @EventListener
  @Transactional
  public void goesOn(WorkRestarted event) {
    ask();
  }

  /**
   * Asks, in all rounds under silence, the Allies of today who have not been asked; a round that
   * stands still is left for later.
   */
  @Transactional
  public void ask() {
    allies.hold();
    List<Ally> today = allies.today();
    // Always in one order, as each round is locked.
    register.openRounds().stream()
        .sorted(Comparator.comparing(Round::id))
        .forEach(open -> ask(open, today));
  }

  private void ask(Round open, List<Ally> today) {
    Round round = register.lockNewest(open.programme()).orElseThrow();
    List<Ally> newcomers =
        today.stream().filter(ally -> !round.allies().contains(ally.iso2())).toList();
    if (newcomers.isEmpty()
        || !round.isOpen()
        || round.hasExpired(clock.instant())
        || process.standsStill(round)) {
      return;
    }
    register.ask(
        round.id(),
        Stream.concat(round.allies().stream(), newcomers.stream().map(Ally::iso2)).toList());
    Round asked = register.round(round.id()).orElseThrow();
    process.newcomersAsked(asked, newcomers.size());
    String who = newcomers.stream().map(Ally::name).collect(Collectors.joining(", "));
    decisions.record(
        round.programme(),
        Step.CONSENSUS.folder(),
        Words.of("newcomers.askedInRound").formatted(who, round.number()),
        Words.counted("round.newcomers", asked.allies().size(), round.deadline()));
    notices.tell(
        Message.of(
            NoticeKind.NEWCOMERS_ASKED,
            round.programme(),
            Step.CONSENSUS.folder(),
            NoticePlace.round(round.id()),
            round.tier().word(),
            round.number(),
            who,
            round.deadline(),
            round.justification()),
        Stream.concat(
                Stream.of(Groups.SECRETARIAT),
                newcomers.stream().map(Ally::iso2).map(Delegations::groupOf))
            .toList());
  }
}
