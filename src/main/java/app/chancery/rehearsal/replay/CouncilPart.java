package app.chancery.rehearsal.replay;

import app.chancery.consensus.Consultations;
import app.chancery.consensus.Council;
import app.chancery.consensus.Course;
import app.chancery.consensus.Objections;
import app.chancery.consensus.Round;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Moments;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The council's part of a case. Whoever has no row in the case is silent. */
@Component
class CouncilPart {

  private static final String CIRCULATE = "userTask_circulateProposal";
  private static final String STATE = "userTask_statePosition";
  private static final String FOLLOW = "userTask_followRound";
  private static final String JOIN = "userTask_joinConsultation";
  private static final String CONSULT = "userTask_consultObjectors";
  private static final String AMEND = "userTask_amendPackage";
  private static final String FALL_BACK = "userTask_chooseFallBack";

  private static final String NO_REASON = "History records no reason.";
  private static final String CAME_AGAIN =
      "History records that the proposal came to the table again.";

  private final Council council;
  private final Consultations consultations;
  private final Objections objections;
  private final Office office;
  private final PeoplesTasks tasks;
  private final ReplayProcess process;

  CouncilPart(
      Council council,
      Consultations consultations,
      Objections objections,
      Office office,
      PeoplesTasks tasks,
      ReplayProcess process) {
    this.council = council;
    this.consultations = consultations;
    this.objections = objections;
    this.office = office;
    this.tasks = tasks;
    this.process = process;
  }

  /**
   * The proposal is circulated: for the first time, as a further round after a broken silence, or,
   * when the council is done with one proposal, as the next.
   *
   * @throws Refused if the round before is still under silence
   */
  void circulate(String programme, Instant silenceEnds) {
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
            "silenceDate", Moments.dayOf(silenceEnds, Replay.ZONE).toString(),
            "silenceTime", Moments.timeOf(silenceEnds, Replay.ZONE),
            "silenceZone", Replay.ZONE.getId()));
  }

  /**
   * The secretariat takes the proposal back, under silence, in consultation, or after its last
   * round was broken, when nothing is left but to let it go.
   *
   * @throws Refused if the council does not deal with it
   */
  void withdrawProposal(String programme, String note) {
    String reason = note.isBlank() ? NO_REASON : note;
    Optional<OpenTask> round = tasks.open(programme, FOLLOW);
    Optional<OpenTask> consultation = tasks.open(programme, CONSULT);
    Optional<OpenTask> fallBack = tasks.open(programme, FALL_BACK);
    if (round.isPresent()) {
      tasks.complete(round.get(), Map.of("followUp", "withdraw", "withdrawalReason", reason));
    } else if (consultation.isPresent()) {
      tasks.complete(
          consultation.get(),
          Map.of("consultationCourse", "withdraw", "consultationAccount", reason));
    } else if (fallBack.isPresent() && !isWithdrawn(programme)) {
      tasks.complete(fallBack.get(), Map.of("fallBack", "end", "fallBackReason", reason));
    } else {
      throw new Refused("", "No proposal is under silence or in consultation.");
    }
  }

  private boolean isWithdrawn(String programme) {
    Round newest = council.newestRound(programme).orElseThrow();
    return newest.status() == Round.Status.WITHDRAWN
        || council.consultations(newest.id()).stream()
            .anyMatch(held -> held.course() == Course.WITHDRAW);
  }

  /** An objection that stands when the proposal comes again has been met by an amendment. */
  private void bringToTheTable(String programme) {
    Optional<OpenTask> consultation = tasks.open(programme, CONSULT);
    Optional<OpenTask> fallBack = tasks.open(programme, FALL_BACK);
    if (fallBack.isPresent() && consultations.mayBeTakenUp(programme)) {
      tasks.complete(
          fallBack.get(), Map.of("fallBack", "take-up-again", "fallBackReason", CAME_AGAIN));
    } else if (consultation.isPresent()) {
      tasks.complete(
          consultation.get(),
          Map.of("consultationCourse", "amend", "consultationAccount", CAME_AGAIN));
      tasks.completeAsUsual(tasks.open(programme, AMEND).orElseThrow(), Map.of());
    } else {
      fallBack.ifPresent(task -> tasks.completeAsUsual(task, Map.of()));
      process.packageReady(programme);
    }
  }

  /**
   * An Ally objects. The first one breaks the silence; others join the consultation.
   *
   * @return what is worth saying of it, or empty
   * @throws Refused if the Ally is not asked, or no longer
   */
  String object(String programme, String ally, String note) {
    String group = Delegations.groupOf(ally);
    String reason = note.isBlank() ? NO_REASON : note;
    Optional<OpenTask> position = tasks.open(programme, STATE, group);
    if (position.isPresent()) {
      tasks.complete(
          position.get(),
          Map.of("position", "objection", "objectionReason", reason, "objectionConfirmed", true));
      return "";
    }
    Optional<OpenTask> consultation = tasks.open(programme, JOIN, group);
    if (consultation.isPresent()) {
      tasks.complete(
          consultation.get(), Map.of("consultationAct", "object", "objectionReason", reason));
    } else if (!joinsWithoutTask(programme, ally, reason)) {
      throw new Refused("", council.whyClosed(programme));
    }
    return "silence was broken already; it joins the consultation";
  }

  /**
   * An Ally withdraws its objection. With the last one the proposal can come again unchanged.
   *
   * @return what is worth saying of it, or empty
   * @throws Refused if it has none
   */
  String withdrawObjection(String programme, String ally, String note) {
    String reason = note.isBlank() ? ally + " has withdrawn its objection." : note;
    Optional<OpenTask> consultation = tasks.open(programme, JOIN, Delegations.groupOf(ally));
    if (consultation.isPresent()) {
      tasks.complete(
          consultation.get(), Map.of("consultationAct", "withdraw", "withdrawalReason", reason));
    } else {
      inTheNameOf(ally, () -> objections.withdraw(programme, ally, reason));
    }
    List<String> standing = objections.standing(programme);
    return standing.isEmpty() ? "" : "still objecting: " + String.join(", ", standing);
  }

  /** After the last round no task is left for it, but what is objected goes on record. */
  private boolean joinsWithoutTask(String programme, String ally, String reason) {
    return inTheNameOf(ally, () -> objections.join(programme, ally, reason, null, office.now()));
  }

  private <T> T inTheNameOf(String ally, Supplier<T> act) {
    return office.inTheNameOf(Rehearsal.accountOf(Delegations.groupOf(ally)), act);
  }
}
