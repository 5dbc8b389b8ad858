package app.chancery.integration;

import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.security.Accounts;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import app.chancery.records.alliance.Ally;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * The stages of an accession in their order. Each has its day, which is not in the future and not
 * before the day of the stage before it; of each all Allies are told.
 */
@Service
public class AccessionSteps {

  private final Days days;
  private final Accessions accessions;
  private final AccessionGate gate;
  private final Ratifications ratifications;
  private final Allies allies;
  private final Programmes programmes;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Accounts accounts;

  AccessionSteps(
      Days days,
      Accessions accessions,
      AccessionGate gate,
      Ratifications ratifications,
      Allies allies,
      Programmes programmes,
      DecisionRecords decisions,
      Notices notices,
      Accounts accounts) {
    this.days = days;
    this.accessions = accessions;
    this.gate = gate;
    this.ratifications = ratifications;
    this.allies = allies;
    this.programmes = programmes;
    this.decisions = decisions;
    this.notices = notices;
    this.accounts = accounts;
  }

  /**
   * Accession talks were held.
   *
   * @throws Refused also if the gate to talks is shut (rules 5 and 7)
   */
  public void holdTalks(String programme, LocalDate on, String outcome) {
    Faults faults = check(programme, AccessionStage.TALKS_HELD, on);
    List<String> because = gate.finding(programme).because();
    because.forEach(reason -> faults.add("", reason));
    if (!because.isEmpty()) {
      faults.add("gateAgain", Words.of("accession.theGateHasShutAgain"));
    }
    reach(programme, AccessionStage.TALKS_HELD, on, outcome, faults);
  }

  /**
   * Accession talks were held, or wait until the gate is cleared again: it may have shut since it
   * was, as assurances lapse and an amended package may have a further milestone.
   *
   * @param isGateFirst whether they wait; nothing else is told then
   * @return whether they were held
   * @throws Refused also if they wait for a gate that is open, or are said to do both
   */
  public boolean holdTalks(
      String programme, boolean isGateFirst, Optional<LocalDate> on, Optional<String> outcome) {
    Faults faults = new Faults();
    faults.check(
        !isGateFirst || on.isEmpty() && outcome.isEmpty(),
        "gateAgain",
        Words.of("accession.putOffOrHeld"));
    faults.check(isGateFirst || on.isPresent(), "happenedOn", Words.of("form.required"));
    faults.check(isGateFirst || outcome.isPresent(), "detail", Words.of("form.required"));
    faults.refuseIfAny();
    if (isGateFirst) {
      putOffTalks(programme);
    } else {
      holdTalks(programme, on.orElseThrow(), outcome.orElseThrow());
    }
    return !isGateFirst;
  }

  private void putOffTalks(String programme) {
    List<String> because = gate.finding(programme).because();
    if (because.isEmpty()) {
      throw new Refused("gateAgain", Words.of("accessionBriefing.theGateToTheTalksIs"));
    }
    decisions.record(
        programme,
        Step.INTEGRATION.folder(),
        Words.of("accession.talksPutOff"),
        String.join(" ", because));
  }

  /** The candidate's letter of intent arrived. */
  public void receiveLetter(String programme, LocalDate on, String detail) {
    reach(programme, AccessionStage.LETTER_OF_INTENT, on, detail);
  }

  /**
   * The protocol was signed.
   *
   * @param everyAllySigned must hold: the protocol needs every Ally of that day
   */
  public void signProtocol(String programme, LocalDate on, boolean everyAllySigned, String detail) {
    Faults faults = check(programme, AccessionStage.PROTOCOL_SIGNED, on);
    List<Ally> signatories = allies.on(on);
    faults.check(
        everyAllySigned,
        "everyAllySigned",
        Words.counted("accession.signatures", signatories.size()));
    String names = signatories.stream().map(Ally::name).collect(Collectors.joining(", "));
    reach(
        programme,
        AccessionStage.PROTOCOL_SIGNED,
        on,
        "%s %s".formatted(detail, Words.counted("accession.signed", signatories.size(), names)),
        faults);
  }

  /** Every Party has deposited: the protocol is in force from the day of the last deposit. */
  public void enterIntoForce(String programme) {
    LocalDate on = ratifications.completedOn(programme).orElseThrow();
    reach(
        programme,
        AccessionStage.ENTERED_INTO_FORCE,
        on,
        Words.counted("accession.deposited", ratifications.of(programme).size()));
  }

  /** The Secretary General invited the candidate to accede. */
  public void invite(String programme, LocalDate on, String detail) {
    reach(programme, AccessionStage.INVITED, on, detail);
  }

  /** The candidate deposited its instrument of accession. */
  public void depositInstrument(String programme, LocalDate on, String detail) {
    reach(programme, AccessionStage.INSTRUMENT_DEPOSITED, on, detail);
  }

  /**
   * The candidate is an Ally from the day it deposited its instrument. Accessions that are being
   * ratified need its acceptance from then on, too, and its delegation has its group.
   */
  public void admit(String programme) {
    Programme acceding = programmes.get(programme);
    LocalDate since =
        accessions.dateOf(programme, AccessionStage.INSTRUMENT_DEPOSITED).orElseThrow();
    allies.admit(acceding.candidate(), acceding.name(), since, "accession:" + programme);
    Ally acceded = allies.find(acceding.candidate()).orElseThrow();
    accounts.addDelegation(acceded.iso2(), acceded.name());
    reach(
        programme,
        AccessionStage.ACCEDED,
        since,
        Words.of("accessionSteps.isAPartyToTheTreaty").formatted(acceding.name()));
    programmes.open().stream()
        .filter(other -> !other.key().equals(programme) && isBeingRatified(other.key()))
        .forEach(other -> tellOfFurtherParty(other, acceding));
  }

  /** Whether the protocol is signed and not yet in force. */
  public boolean isBeingRatified(String programme) {
    return accessions.dateOf(programme, AccessionStage.PROTOCOL_SIGNED).isPresent()
        && accessions.dateOf(programme, AccessionStage.ENTERED_INTO_FORCE).isEmpty();
  }

  private void tellOfFurtherParty(Programme other, Programme acceding) {
    notices.tell(
        Message.of(
            NoticeKind.FURTHER_PARTY,
            other.key(),
            Step.INTEGRATION.folder(),
            NoticePlace.programme(),
            acceding.name()),
        List.of(Groups.SECRETARIAT, allies.find(acceding.candidate()).orElseThrow().delegation()));
  }

  private void reach(String programme, AccessionStage stage, LocalDate on, String detail) {
    reach(programme, stage, on, detail, check(programme, stage, on));
  }

  private void reach(
      String programme, AccessionStage stage, LocalDate on, String detail, Faults faults) {
    faults.refuseIfAny();
    accessions.enter(programme, stage, on, detail);
    String what = Words.of("accessionSteps.on").formatted(capital(stage.word()), Dates.words(on));
    decisions.record(programme, Step.INTEGRATION.folder(), what, detail);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.ACCESSION_STAGE_REACHED,
            programme,
            Step.INTEGRATION.folder(),
            NoticePlace.programme(),
            capital(stage.word()),
            on,
            detail));
  }

  private Faults check(String programme, AccessionStage stage, LocalDate on) {
    Faults faults = new Faults();
    faults.check(
        !on.isAfter(days.today()),
        "happenedOn",
        Words.of("accessionSteps.mustNotBeInTheFuture").formatted(Dates.words(on)));
    Optional<LocalDate> before =
        Arrays.stream(AccessionStage.values())
            .filter(earlier -> earlier.compareTo(stage) < 0)
            .flatMap(earlier -> accessions.dateOf(programme, earlier).stream())
            .max(LocalDate::compareTo);
    faults.check(
        before.isEmpty() || !on.isBefore(before.get()),
        "happenedOn",
        Words.of("accessionSteps.mustNotBeBeforeTheStage")
            .formatted(before.map(day -> " (%s)".formatted(Dates.words(day))).orElse("")));
    return faults;
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
