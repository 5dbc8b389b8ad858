package app.chancery.consensus;

import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.Mandate;
import app.chancery.engagement.Mandates;
import app.chancery.engagement.PackageTerms;
import app.chancery.engagement.Packages;
import app.chancery.platform.briefing.LateTask;
import app.chancery.platform.people.Author;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import app.chancery.programme.Reminders;
import app.chancery.programme.Step;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What happens after a broken silence: everyone is told, consultation, and a way to go on. */
@Service
public class Consultations {

  private final CouncilRegister register;
  private final Allies allies;
  private final CouncilPolicy policy;
  private final Justification justification;
  private final Packages packages;
  private final Mandates mandates;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Reminders reminders;
  private final Author author;
  private final Clock clock;
  private final ConsensusProcess process;

  Consultations(
      CouncilRegister register,
      Allies allies,
      CouncilPolicy policy,
      Justification justification,
      Packages packages,
      Mandates mandates,
      DecisionRecords decisions,
      Notices notices,
      Reminders reminders,
      Author author,
      Clock clock,
      ConsensusProcess process) {
    this.register = register;
    this.allies = allies;
    this.policy = policy;
    this.justification = justification;
    this.packages = packages;
    this.mandates = mandates;
    this.decisions = decisions;
    this.notices = notices;
    this.reminders = reminders;
    this.author = author;
    this.clock = clock;
    this.process = process;
  }

  /** Whether the programme goes on where there is no consensus; see {@link ConsensusProcess}. */
  boolean isBesideTheWork(String programme) {
    return process.isBesideTheWork(programme);
  }

  /**
   * The newest round has ended with an objection: all Allies are told who objects and why. One that
   * was taken off the table, as its programme ends, may still run out before: nobody is told.
   *
   * @return whether the proposal may be circulated again
   * @throws Refused if no objection stands; nothing else breaks a silence
   */
  public boolean breakSilence(String programme) {
    Round round = register.newest(programme).orElseThrow();
    if (round.status() == Round.Status.WITHDRAWN) {
      return false;
    }
    if (round.status() != Round.Status.BROKEN) {
      throw new Refused("", Words.of("council.nothingBroke"));
    }
    boolean roundsLeft = !isLast(round);
    String objections = objections(round);
    decisions.record(
        programme,
        Step.CONSENSUS.folder(),
        Words.of("consultations.silenceOfRoundBroken").formatted(round.number()),
        objections);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.SILENCE_BROKEN,
            programme,
            Step.CONSENSUS.folder(),
            NoticePlace.round(round.id()),
            round.number(),
            objections,
            roundsLeft
                ? Words.of("notice.consultationOpen")
                : Words.counted("round.last", policy.maxRounds())));
    return roundsLeft;
  }

  /** Whether no further round of the proposal may follow. */
  boolean isLast(Round round) {
    return round.number() >= policy.maxRounds();
  }

  /** Whose objection stands in a round, why, and what each wants changed. */
  String objections(Round round) {
    return register.standing(round.id()).stream()
        .map(this::objection)
        .collect(Collectors.joining("\n"));
  }

  /** Who objects, why, and what it wants changed. */
  String objection(Position position) {
    return position.amendmentSought() == null
        ? Words.of("consultations.objects")
            .formatted(allies.names().apply(position.ally()), position.statement())
        : Words.of("consultations.objectsAndSeeks")
            .formatted(
                allies.names().apply(position.ally()),
                PlainText.sentence(position.statement()),
                position.amendmentSought());
  }

  /** The consultation came to a course; all Allies are told which. */
  public void conclude(String programme, Course course, String account) {
    // In one order with objections that join and with withdrawals.
    Round round = register.lockNewest(programme).orElseThrow();
    register.add(
        new Consultation(round.id(), course, account, author.name(), OffsetDateTime.now(clock)));
    if (course == Course.RETABLE) {
      Proposal proposal = register.proposal(programme).orElseThrow();
      table(
          proposal,
          packages.current(programme),
          Words.of("consultations.nothingTheObjectionWasWithdrawn").formatted(account));
    }
    decisions.record(
        programme,
        Step.CONSENSUS.folder(),
        Words.of("consultations.consultationConcluded").formatted(course.word()),
        account);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.CONSULTATION_CONCLUDED,
            programme,
            Step.CONSENSUS.folder(),
            NoticePlace.round(round.id()),
            course.word(),
            account));
  }

  /** A proposal on hold is taken up again; consultation goes on. */
  public void takeUpAgain(String programme, String reason) {
    Round round = register.newest(programme).orElseThrow();
    register.add(new TakingUp(round.id(), reason, author.name(), OffsetDateTime.now(clock)));
    decisions.record(
        programme, Step.CONSENSUS.folder(), Words.of("consultations.proposalTakenUpAgain"), reason);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.PROPOSAL_TAKEN_UP,
            programme,
            Step.CONSENSUS.folder(),
            NoticePlace.round(round.id()),
            reason));
  }

  /**
   * The planners amend the package to meet an objection; the new version goes to the next round.
   *
   * @throws Refused if nothing of the package differs, or the terms do not fit its tier
   */
  public void amend(String programme, PackageTerms terms, String whatChanged) {
    if (packages.current(programme).terms().equals(terms)) {
      throw new Refused("whatChanged", Words.of("council.nothingAmended"));
    }
    EngagementPackage amended = packages.amend(programme, terms);
    table(register.proposal(programme).orElseThrow(), amended, whatChanged);
    decisions.record(
        programme,
        Step.CONSENSUS.folder(),
        Words.of("consultations.packageAmendedToVersion").formatted(amended.version()),
        whatChanged);
  }

  /** The next lower tier than the proposal's, if there is one. */
  Optional<Tier> lowerTier(String programme) {
    int tier = register.proposal(programme).orElseThrow().tier().ordinal();
    return tier == 0 ? Optional.empty() : Optional.of(Tier.values()[tier - 1]);
  }

  /** Whether the proposal was withdrawn under silence and may come to the table once more. */
  public boolean mayBeTakenUp(String programme) {
    Round round = register.newest(programme).orElseThrow();
    return round.status() == Round.Status.WITHDRAWN && !isLast(round);
  }

  /**
   * There is no consensus on the proposal: a package of the next lower tier, or the end. One that
   * was withdrawn under silence may be taken up again.
   *
   * @return the code of the outcome with which the step ends, or null if it goes on
   * @throws Refused if there is no lower tier, or the proposal cannot be taken up again
   */
  public String fallBack(String programme, FallBack choice, String reason) {
    Proposal proposal = register.proposal(programme).orElseThrow();
    if (choice == FallBack.TAKE_UP_AGAIN) {
      if (!mayBeTakenUp(programme)) {
        throw new Refused("fallBack", Words.of("council.notTakenUp"));
      }
      table(
          proposal,
          packages.current(programme),
          Words.of("consultations.nothingTheProposalWasWithdrawnAnd").formatted(reason));
      takeUpAgain(programme, reason);
      return null;
    }
    boolean ends = choice == FallBack.END && !process.isBesideTheWork(programme);
    String what;
    if (choice == FallBack.LOWER_TIER) {
      Tier lower =
          lowerTier(programme)
              .orElseThrow(
                  () ->
                      new Refused(
                          "fallBack",
                          Words.of("council.noLowerTier").formatted(proposal.tier().word())));
      mandates.give(programme, lower, reason, Mandate.Origin.COUNCIL);
      what =
          Words.of("consultations.noConsensusLowerTier")
              .formatted(proposal.tier().word(), lower.word());
    } else {
      what =
          Words.of(ends ? "consultations.noConsensusEnd" : "consultations.noConsensusKeep")
              .formatted(proposal.tier().word());
    }
    CouncilOutcome outcome = choice.outcome().orElseThrow();
    register.close(proposal.id(), outcome, OffsetDateTime.now(clock));
    if (ends) {
      decisions.recordEnd(programme, Step.CONSENSUS.folder(), what, reason);
    } else {
      decisions.record(programme, Step.CONSENSUS.folder(), what, reason);
    }
    notices.tellAllAllies(
        Message.of(
            NoticeKind.NO_CONSENSUS,
            programme,
            Step.CONSENSUS.folder(),
            NoticePlace.programme(),
            what,
            reason));
    return outcome.code();
  }

  /** A consultation takes long: those above are told what was objected. */
  public void escalate(LateTask consultation) {
    Round round = register.newest(consultation.programme()).orElseThrow();
    reminders.escalate(
        consultation,
        Words.of("notice.consultationOverdue").formatted(round.number(), objections(round)));
  }

  private void table(Proposal proposal, EngagementPackage offer, String whatChanged) {
    register.amend(
        new Proposal(
            proposal.id(),
            proposal.programme(),
            offer.version(),
            offer.tier(),
            justification.of(offer),
            whatChanged));
  }
}
