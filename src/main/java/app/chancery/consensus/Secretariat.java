package app.chancery.consensus;

import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.Packages;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.Moments;
import app.chancery.platform.time.WorkingDays;
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
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The council's secretariat: puts proposals on the table, circulates them and keeps the time. */
@Service
public class Secretariat {

  private final CouncilRegister register;
  private final CouncilPolicy policy;
  private final Justification justification;
  private final ConsensusProcess process;
  private final Packages packages;
  private final Allies allies;
  private final WorkingDays workingDays;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Author author;
  private final Clock clock;
  private final Days days;

  Secretariat(
      CouncilRegister register,
      CouncilPolicy policy,
      Justification justification,
      ConsensusProcess process,
      Packages packages,
      Allies allies,
      WorkingDays workingDays,
      DecisionRecords decisions,
      Notices notices,
      Author author,
      Clock clock,
      Days days) {
    this.register = register;
    this.policy = policy;
    this.justification = justification;
    this.process = process;
    this.packages = packages;
    this.allies = allies;
    this.workingDays = workingDays;
    this.decisions = decisions;
    this.notices = notices;
    this.author = author;
    this.clock = clock;
    this.days = days;
  }

  /** Puts the programme's newest package on the council's table; its rounds count from 1. */
  public void prepare(String programme) {
    EngagementPackage offer = packages.current(programme);
    register.open(
        programme,
        offer.version(),
        offer.tier(),
        justification.of(offer),
        OffsetDateTime.now(clock));
  }

  /** The end of silence that is suggested: some working days on, at the usual time and zone. */
  SilenceEnd usualEnd() {
    LocalDate today = days.today();
    LocalDate day = workingDays.after(today, policy.silenceWorkingDays());
    return new SilenceEnd(
        day.atTime(policy.silenceEndsAt()).atZone(policy.zone()).toOffsetDateTime(), policy.zone());
  }

  /** The day on which the silence of a proposal that is circulated now usually ends. */
  public LocalDate usualLastDay() {
    return days.of(usualEnd().at());
  }

  /**
   * Whoever fills in a form is asked once more before silence ends very soon, very late or on a day
   * off.
   *
   * @param confirmed whether that was said; empty if nobody was asked
   * @throws Refused if it was asked and not said
   */
  public void refuseUnconfirmed(SilenceEnd end, Optional<Boolean> confirmed) {
    if (!confirmed.orElse(true)) {
      end.refuseUnlessAfter(clock.instant());
      Faults faults = new Faults();
      faults.check(
          !end.at().toInstant().isBefore(clock.instant().plus(policy.shortestSilence())),
          "silenceConfirmed",
          Words.of("silence.short").formatted(policy.shortestSilence().toHours()));
      faults.check(
          !end.at().toInstant().isAfter(clock.instant().plus(policy.longSilence())),
          "silenceConfirmed",
          Words.of("silence.long").formatted(policy.longSilence().toDays()));
      LocalDate day = Moments.dayOf(end.at().toInstant(), end.zone());
      faults.check(
          workingDays.isWorkingDay(day),
          "silenceConfirmed",
          Words.of("silence.dayOff").formatted(Dates.inFull(day)));
      faults.refuseIfAny();
    }
  }

  /**
   * Circulates the proposal under silence to all who are Allies now, and tells them (rule 8).
   *
   * @throws Refused if the silence would not end in the future
   */
  public Round circulate(String programme, SilenceEnd end) {
    allies.hold();
    end.refuseUnlessAfter(clock.instant());
    Proposal proposal = proposal(programme);
    List<Round> earlier = register.rounds(programme);
    int number = 1 + (int) earlier.stream().filter(round -> round.item() == proposal.id()).count();
    register.add(
        new Round(
            0,
            proposal.id(),
            programme,
            number,
            earlier.size() + 1,
            proposal.packageVersion(),
            proposal.tier(),
            proposal.justification(),
            proposal.whatChanged(),
            allies.today().stream().map(Ally::iso2).toList(),
            OffsetDateTime.now(clock),
            author.name(),
            end.at(),
            end.zone(),
            days.zone(),
            Round.Status.OPEN,
            null,
            null));
    Round round = register.newest(programme).orElseThrow();
    decisions.record(
        programme,
        Step.CONSENSUS.folder(),
        Words.of("secretariat.proposalCirculatedUnderSilenceRound").formatted(number),
        "%s %s"
            .formatted(
                Words.counted("round.asks", round.allies().size(), round.deadline()),
                number == 1
                    ? ""
                    : Words.of("secretariat.changedSinceTheLastRound")
                        .formatted(round.whatChanged()))
            .strip());
    notices.tellAllAllies(
        Message.of(
            NoticeKind.PROPOSAL_CIRCULATED,
            programme,
            Step.CONSENSUS.folder(),
            NoticePlace.round(round.id()),
            round.tier().word(),
            number,
            round.packageVersion(),
            round.deadline(),
            changed(round),
            round.justification()));
    return round;
  }

  /** When those who have not answered are to be reminded, from now on. */
  public OffsetDateTime remindAt(Round round) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    OffsetDateTime usual = round.silenceEnds().minus(policy.remindBefore());
    OffsetDateTime halfWay = now.plus(Duration.between(now, round.silenceEnds()).dividedBy(2));
    return usual.isAfter(halfWay) ? usual : halfWay;
  }

  /**
   * Moves the deadline of the open round and tells all Allies.
   *
   * @throws Refused if the silence has ended, or would not end later than before, or too far ahead
   */
  public Round extend(String programme, SilenceEnd end, String reason) {
    Round round = register.lockNewest(programme).orElseThrow();
    OffsetDateTime now = OffsetDateTime.now(clock);
    if (!round.isOpen() || round.hasExpired(now.toInstant())) {
      throw new Refused("", Words.of("council.tooLateToExtend"));
    }
    if (!end.at().isAfter(round.silenceEnds())) {
      throw new Refused(
          "silenceDate", Words.of("council.deadlineNotLater").formatted(round.deadline()));
    }
    end.refuseUnlessAfter(now.toInstant());
    Round extended = move(round, end, reason, now);
    process.deadlineMoved(extended);
    return extended;
  }

  /**
   * The programme stood still, and its open round with it: its timer goes off later by that time,
   * so silence ends then, and all Allies are told. Before anybody is asked in the round: it is the
   * deadline that tells whether there is time left.
   */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @Transactional
  public void goesOn(WorkRestarted event) {
    // Whoever joined meanwhile is asked behind this.
    allies.hold();
    register.lockNewest(event.programme()).filter(Round::isOpen).ifPresent(this::goesOn);
  }

  private void goesOn(Round round) {
    OffsetDateTime postponed = process.deadline(round).atZone(round.zone()).toOffsetDateTime();
    if (postponed.isAfter(round.silenceEnds())) {
      move(
          round,
          new SilenceEnd(postponed, round.zone()),
          Words.of("round.goesOn"),
          OffsetDateTime.now(clock));
    }
  }

  private Round move(Round round, SilenceEnd end, String reason, OffsetDateTime now) {
    register.add(
        new Extension(
            round.id(), round.silenceEnds(), end.at(), end.zone(), reason, author.name(), now));
    Round extended = register.round(round.id()).orElseThrow();
    decisions.record(
        round.programme(),
        Step.CONSENSUS.folder(),
        Words.of("secretariat.silenceOfRoundExtendedTo")
            .formatted(round.number(), extended.deadline()),
        reason);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.SILENCE_EXTENDED,
            round.programme(),
            Step.CONSENSUS.folder(),
            NoticePlace.round(round.id()),
            round.number(),
            round.deadline(),
            extended.deadline(),
            reason));
    return extended;
  }

  /**
   * Takes the proposal back while silence runs: the round ends at once, without adoption, and all
   * Allies are told.
   *
   * @throws Refused if the silence has ended
   */
  public void withdraw(String programme, String reason) {
    Round round = register.lockNewest(programme).orElseThrow();
    OffsetDateTime now = OffsetDateTime.now(clock);
    if (!round.isOpen() || round.hasExpired(now.toInstant())) {
      throw new Refused("", Words.of("council.tooLateToWithdraw"));
    }
    register.withdraw(round, reason, now);
    decisions.record(
        programme,
        Step.CONSENSUS.folder(),
        Words.of("secretariat.proposalWithdrawnInRound").formatted(round.number()),
        reason);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.PROPOSAL_WITHDRAWN,
            programme,
            Step.CONSENSUS.folder(),
            NoticePlace.round(round.id()),
            round.number(),
            reason));
  }

  /**
   * Reminds the delegations that have not answered, and lists them to the secretariat; in
   * confidence, as no delegation may know of another's position. Nobody is told that silence ends
   * soon when it is over already, as after an outage.
   */
  public void remindSilent(String programme) {
    Round round = register.newest(programme).orElseThrow();
    if (round.hasExpired(clock.instant())) {
      return;
    }
    List<String> silent = Tally.of(round.allies(), register.positions(round.id())).silent();
    String missing = silent.stream().map(allies.names()).sorted().collect(Collectors.joining(", "));
    notices.tellInConfidence(
        Message.of(
            NoticeKind.POSITIONS_MISSING,
            programme,
            Step.CONSENSUS.folder(),
            NoticePlace.round(round.id()),
            round.number(),
            round.deadline(),
            silent.isEmpty() ? Words.of("notice.nobody") : missing),
        List.of(Groups.SECRETARIAT));
    if (!silent.isEmpty()) {
      notices.tellInConfidence(
          Message.of(
              NoticeKind.SILENCE_ENDS_SOON,
              programme,
              Step.CONSENSUS.folder(),
              NoticePlace.round(round.id()),
              round.number(),
              round.deadline()),
          silent.stream().map(Delegations::groupOf).toList());
    }
  }

  private Proposal proposal(String programme) {
    return register
        .proposal(programme)
        .orElseThrow(() -> new Refused("", Words.of("council.notOnTheTable")));
  }

  private static String changed(Round round) {
    return round.whatChanged() == null
        ? ""
        : Words.of("notice.changedSince").formatted(round.whatChanged());
  }
}
