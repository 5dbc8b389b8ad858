package app.chancery.rehearsal.replay;

import app.chancery.consensus.Council;
import app.chancery.consensus.Round;
import app.chancery.integration.AccessionStage;
import app.chancery.integration.AccessionSteps;
import app.chancery.integration.Accessions;
import app.chancery.integration.Integration;
import app.chancery.integration.Phases;
import app.chancery.integration.Ratifications;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.security.Groups;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** What opens the gate to the talks, and the words that say it is presumed. */
  private static final Map<String, Map<String, Object>> GATE =
      Map.of(
          "userTask_reportInteroperability",
          Map.of("evidence", PRESUMED),
          "userTask_checkDomesticOpposition",
          Map.of("findingDetail", PRESUMED, "findingSource", PRESUMED),
          "userTask_bringAssurancesIntoForce",
          Map.of("assuranceSource", PRESUMED));

  private final Council council;
  private final Integration integration;
  private final Phases phases;
  private final Accessions accessions;
  private final AccessionSteps steps;
  private final Ratifications ratifications;
  private final Office office;
  private final PeoplesTasks tasks;
  private final ReplayProcess process;

  AccessionPart(
      Council council,
      Integration integration,
      Phases phases,
      Accessions accessions,
      AccessionSteps steps,
      Ratifications ratifications,
      Office office,
      PeoplesTasks tasks,
      ReplayProcess process) {
    this.council = council;
    this.integration = integration;
    this.phases = phases;
    this.accessions = accessions;
    this.steps = steps;
    this.ratifications = ratifications;
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
    for (Optional<OpenTask> gate = gate(programme); gate.isPresent(); gate = gate(programme)) {
      tasks.completeAsUsual(gate.get(), GATE.get(gate.get().key()));
    }
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
    tasks.complete(
        programme,
        SIGN,
        Map.of(
            "happenedOn", on.toString(),
            "everyAllySigned", true,
            "detail", detail(note, "Accession protocol.")));
    return "";
  }

  /** A Party deposits. With the last one the candidate is invited to accede on the same day. */
  String ratify(String programme, String ally, LocalDate on) {
    office.inTheNameOf(
        Rehearsal.accountOf(Groups.SECRETARIAT),
        () -> ratifications.report(programme, ally, "deposit", on.toString()));
    office.runDueJobs();
    if (accessions.dateOf(programme, AccessionStage.ENTERED_INTO_FORCE).isPresent()
        && accessions.dateOf(programme, AccessionStage.INVITED).isEmpty()) {
      stage(programme, INVITE, on, "The Secretary General's invitation to accede.");
    }
    return "";
  }

  String depositInstrument(String programme, LocalDate on, String note) {
    stage(programme, INSTRUMENT, on, detail(note, "Instrument of accession."));
    return "";
  }

  /** The Parties whose deposit is still missing while the protocol is being ratified. */
  List<String> missing(String programme) {
    return steps.isBeingRatified(programme)
        ? ratifications.missing(programme).stream().map(each -> each.ally()).toList()
        : List.of();
  }

  private Optional<OpenTask> gate(String programme) {
    return GATE.keySet().stream().flatMap(key -> tasks.open(programme, key).stream()).findFirst();
  }

  private void stage(String programme, String task, LocalDate on, String detail) {
    tasks.complete(programme, task, Map.of("happenedOn", on.toString(), "detail", detail));
  }

  private void refuseUnlessAdopted(String programme) {
    boolean adopted =
        council
            .newestRound(programme)
            .filter(round -> round.status() == Round.Status.ADOPTED)
            .isPresent();
    if (!adopted) {
      throw new Refused("", "The council has not adopted the proposal.");
    }
  }

  private static String detail(String note, String otherwise) {
    return note.isBlank() ? otherwise : note;
  }
}
