package app.chancery.rehearsal.replay;

import app.chancery.consensus.Council;
import app.chancery.consensus.Round;
import app.chancery.integration.AccessionSteps;
import app.chancery.integration.Integration;
import app.chancery.integration.Phases;
import app.chancery.integration.Ratification;
import app.chancery.integration.RatificationHold;
import app.chancery.integration.RatificationHolds;
import app.chancery.integration.Ratifications;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.Refused;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The part of a case from the adopted proposal to membership. */
@Component
class AccessionPart {

  private static final String TALKS = "userTask_holdAccessionTalks";
  private static final String LETTER = "userTask_receiveLetterOfIntent";
  private static final String SIGN = "userTask_signProtocol";
  private static final String INVITE = "userTask_inviteToAccede";
  private static final String INSTRUMENT = "userTask_receiveInstrument";

  private static final String PRESUMED = "Presumed: history records that the talks were held.";

  private static final String LEFT_OUT =
      "Presumed: the case does not tell of it, but of what comes after it, on this day.";

  /** What opens the gate to the talks, and the fields that say it is presumed. */
  private static final Map<String, List<String>> GATE =
      Map.of(
          "userTask_reportInteroperability", List.of("evidence"),
          "userTask_checkDomesticOpposition", List.of("findingDetail", "findingSource"),
          "userTask_bringAssurancesIntoForce", List.of("assuranceSource"));

  private final Council council;
  private final Integration integration;
  private final Phases phases;
  private final AccessionSteps steps;
  private final Ratifications ratifications;
  private final RatificationHolds holds;
  private final Office office;
  private final PeoplesTasks tasks;
  private final ReplayProcess process;

  AccessionPart(
      Council council,
      Integration integration,
      Phases phases,
      AccessionSteps steps,
      Ratifications ratifications,
      RatificationHolds holds,
      Office office,
      PeoplesTasks tasks,
      ReplayProcess process) {
    this.council = council;
    this.integration = integration;
    this.phases = phases;
    this.steps = steps;
    this.ratifications = ratifications;
    this.holds = holds;
    this.office = office;
    this.tasks = tasks;
    this.process = process;
  }

  /** What follows by itself: integration begins behind an adopted proposal. */
  void goOn(String programme) {
    boolean adopted =
        council.rounds(programme).stream()
            .anyMatch(round -> round.status() == Round.Status.ADOPTED);
    if (adopted && phases.of(programme).isEmpty()) {
      integration.prepare(programme);
      integration.openNextPhase(programme);
      process.accessionOpened(programme, phases.accession(programme).orElseThrow().id());
      office.runDueJobs();
    }
  }

  /**
   * Talks were held. That the gate to them was open then is presumed, and recorded as that.
   *
   * @throws Refused if the council has not adopted the proposal, or talks are over
   */
  String holdTalks(String programme, LocalDate on, String note) {
    refuseUnlessAdopted(programme);
    if (tasks.isOpen(programme, LETTER)) {
      office.inTheNameOf(
          Rehearsal.accountOf(Groups.SECRETARIAT),
          () -> {
            steps.holdTalks(programme, on, detail(note, "A further session of the talks."));
            return programme;
          });
      return "a further session";
    }
    openGate(programme, PRESUMED);
    stage(programme, TALKS, on, detail(note, "Accession talks."));
    return "";
  }

  String receiveLetter(String programme, LocalDate on, String note) {
    refuseUnlessAdopted(programme);
    stage(programme, LETTER, on, detail(note, "Letter of intent."));
    return "";
  }

  String signProtocol(String programme, LocalDate on, String note) {
    refuseUnlessAdopted(programme);
    sign(programme, on, detail(note, "Accession protocol."));
    return "";
  }

  /**
   * A Party deposits; if it held its ratification, that ends the hold.
   *
   * @throws Refused if it has deposited already: in the office a second date corrects the first, a
   *     case tells of two deposits
   */
  String ratify(String programme, String ally, LocalDate on) {
    ratifications.of(programme).stream()
        .filter(each -> each.ally().equals(ally) && each.isDeposited())
        .findFirst()
        .ifPresent(
            each -> {
              throw new Refused(
                  "", "%s deposited its acceptance on %s.".formatted(ally, each.deposit()));
            });
    boolean held = holds.standing(programme).containsKey(ally);
    office.inTheNameOf(
        Rehearsal.accountOf(Groups.SECRETARIAT),
        () -> ratifications.report(programme, ally, "deposit", on.toString()));
    office.runDueJobs();
    return held ? "its hold ends with the deposit" : "";
  }

  /** A Party holds its ratification; the others go on. */
  String hold(String programme, String ally, LocalDate on, String note) {
    return state(programme, ally, RatificationHold.Change.HELD, on, note);
  }

  /** A Party that held its ratification goes on. */
  String resume(String programme, String ally, LocalDate on, String note) {
    return state(programme, ally, RatificationHold.Change.RESUMED, on, note);
  }

  private String state(
      String programme, String ally, RatificationHold.Change change, LocalDate on, String note) {
    office.inTheNameOf(
        Rehearsal.accountOf(Groups.SECRETARIAT),
        () -> holds.state(programme, ally, change, on, detail(note, "History records no reason.")));
    return "";
  }

  /** The Secretary General invites the candidate to accede. */
  String invite(String programme, LocalDate on, String note) {
    stage(programme, INVITE, on, detail(note, "The Secretary General's invitation to accede."));
    return "";
  }

  /**
   * Does a stage that the case does not tell of, if it is the one that the process waits for.
   *
   * @return whether it was
   */
  boolean presume(String programme, CaseEvent stage, LocalDate on) {
    if (!isAdopted(programme) || !isAwaited(programme, stage)) {
      return false;
    }
    switch (stage) {
      case TALKS_HELD -> {
        openGate(programme, LEFT_OUT);
        stage(programme, TALKS, on, LEFT_OUT);
      }
      case LETTER_OF_INTENT -> stage(programme, LETTER, on, LEFT_OUT);
      case PROTOCOL_SIGNED -> sign(programme, on, LEFT_OUT);
      case INVITED_TO_ACCEDE -> stage(programme, INVITE, on, LEFT_OUT);
      default -> throw new IllegalArgumentException(stage + " has no stage behind it");
    }
    return true;
  }

  private boolean isAwaited(String programme, CaseEvent stage) {
    return switch (stage) {
      case TALKS_HELD -> gate(programme).isPresent() || tasks.isOpen(programme, TALKS);
      case LETTER_OF_INTENT -> tasks.isOpen(programme, LETTER);
      case PROTOCOL_SIGNED -> tasks.isOpen(programme, SIGN);
      case INVITED_TO_ACCEDE -> tasks.isOpen(programme, INVITE);
      default -> false;
    };
  }

  String depositInstrument(String programme, LocalDate on, String note) {
    stage(programme, INSTRUMENT, on, detail(note, "Instrument of accession."));
    return "";
  }

  /** Whether the protocol is signed and not yet in force. */
  boolean isBeingRatified(String programme) {
    return steps.isBeingRatified(programme);
  }

  /** The Parties whose deposit is still missing while the protocol is being ratified. */
  List<String> missing(String programme) {
    return isBeingRatified(programme)
        ? ratifications.missing(programme).stream().map(AccessionPart::inWords).toList()
        : List.of();
  }

  private static String inWords(Ratification missing) {
    return missing.hold() == null
        ? missing.ally()
        : "%s (held since %s)".formatted(missing.ally(), missing.hold().date());
  }

  private Optional<OpenTask> gate(String programme) {
    return GATE.keySet().stream().flatMap(key -> tasks.open(programme, key).stream()).findFirst();
  }

  private void openGate(String programme, String presumed) {
    for (Optional<OpenTask> gate = gate(programme); gate.isPresent(); gate = gate(programme)) {
      tasks.completeAsUsual(
          gate.get(),
          GATE.get(gate.get().key()).stream()
              .collect(Collectors.toMap(key -> key, key -> presumed)));
    }
  }

  private void sign(String programme, LocalDate on, String detail) {
    tasks.complete(
        programme,
        SIGN,
        Map.of("happenedOn", on.toString(), "everyAllySigned", true, "detail", detail));
  }

  private void stage(String programme, String task, LocalDate on, String detail) {
    tasks.complete(programme, task, Map.of("happenedOn", on.toString(), "detail", detail));
  }

  private void refuseUnlessAdopted(String programme) {
    if (!isAdopted(programme)) {
      throw new Refused(
          "",
          "The council has not adopted the proposal"
              + council
                  .openRound(programme)
                  .map(round -> "; it is under silence until %s.".formatted(round.deadline()))
                  .orElse("."));
    }
  }

  private boolean isAdopted(String programme) {
    return council
        .newestRound(programme)
        .filter(round -> round.status() == Round.Status.ADOPTED)
        .isPresent();
  }

  private static String detail(String note, String otherwise) {
    return note.isBlank() ? otherwise : note;
  }
}
