package app.chancery.rehearsal.replay;

import app.chancery.consensus.Council;
import app.chancery.consensus.Position;
import app.chancery.consensus.Round;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.security.Delegations;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The council's part of a case. Whoever has no row in the case is silent. */
@Component
class CouncilPart {

  private static final String CIRCULATE = "userTask_circulateProposal";
  private static final String STATE = "userTask_statePosition";
  private static final String CONSULT = "userTask_consultObjectors";
  private static final String AMEND = "userTask_amendPackage";
  private static final String FALL_BACK = "userTask_chooseFallBack";

  private final Council council;
  private final PeoplesTasks tasks;
  private final ReplayProcess process;

  CouncilPart(Council council, PeoplesTasks tasks, ReplayProcess process) {
    this.council = council;
    this.tasks = tasks;
    this.process = process;
  }

  /**
   * The proposal is circulated: for the first time, as a further round after a broken silence, or,
   * when the council is done with one proposal, as the next.
   *
   * @throws Refused if the round before is still under silence
   */
  void circulate(String programme, LocalDate silenceEnds) {
    council
        .openRound(programme)
        .ifPresent(
            round -> {
              throw new Refused(
                  "",
                  "Round %s is under silence until %s."
                      .formatted(round.number(), round.deadline()));
            });
    if (!tasks.isOpen(programme, CIRCULATE)) {
      bringToTheTable(programme);
    }
    tasks.complete(
        programme,
        CIRCULATE,
        Map.of(
            "silenceDate", silenceEnds.toString(),
            "silenceTime", Replay.SILENCE_ENDS_AT.toString(),
            "silenceZone", Replay.ZONE.getId()));
  }

  /** An objection that stands when the proposal comes again has been met by an amendment. */
  private void bringToTheTable(String programme) {
    Optional<OpenTask> consultation = tasks.open(programme, CONSULT);
    if (consultation.isPresent()) {
      tasks.complete(
          consultation.get(),
          Map.of(
              "consultationCourse",
              "amend",
              "consultationAccount",
              "History records that the proposal came to the table again."));
      tasks.completeAsUsual(tasks.open(programme, AMEND).orElseThrow(), Map.of());
    } else {
      tasks.open(programme, FALL_BACK).ifPresent(task -> tasks.completeAsUsual(task, Map.of()));
      process.packageReady(programme);
    }
  }

  /**
   * An Ally objects. The first one breaks the silence; others join the consultation.
   *
   * @return what is worth saying of it, or empty
   * @throws Refused if the Ally is not asked, or no longer
   */
  String object(String programme, String ally, String note, Objectors objectors) {
    Optional<OpenTask> task = tasks.open(programme, STATE, Delegations.groupOf(ally));
    if (task.isPresent()) {
      tasks.complete(
          task.get(),
          Map.of(
              "position",
              "objection",
              "objectionReason",
              note.isBlank() ? "History records no reason." : note));
      return "";
    }
    Round round =
        council
            .newestRound(programme)
            .orElseThrow(() -> new Refused("", "No proposal is circulated."));
    if (round.isOpen()) {
      throw new Refused("", ally + " was no Ally when the proposal was circulated.");
    }
    if (round.status() == Round.Status.ADOPTED || !tasks.isOpen(programme, CONSULT)) {
      throw new Refused("", council.whyClosed(programme));
    }
    objectors.join(ally);
    return "silence was broken already; it joins the consultation";
  }

  /**
   * An Ally withdraws its objection. With the last one the proposal can come again unchanged.
   *
   * @return what is worth saying of it, or empty
   * @throws Refused if it has none
   */
  String withdraw(String programme, String ally, String note, Objectors objectors) {
    List<String> ofTheRound =
        council
            .newestRound(programme)
            .filter(round -> round.status() == Round.Status.BROKEN)
            .map(round -> council.tally(round).objections())
            .orElse(List.of())
            .stream()
            .map(Position::ally)
            .toList();
    if (!objectors.standing(ofTheRound).contains(ally)) {
      throw new Refused("", ally + " has no objection that stands.");
    }
    objectors.withdraw(ally);
    Set<String> standing = objectors.standing(ofTheRound);
    if (!standing.isEmpty()) {
      return "still objecting: " + String.join(", ", standing);
    }
    tasks
        .open(programme, CONSULT)
        .ifPresent(
            task ->
                tasks.complete(
                    task,
                    Map.of(
                        "consultationCourse",
                        "retable",
                        "consultationAccount",
                        note.isBlank() ? ally + " has withdrawn its objection." : note)));
    return "";
  }
}
