package app.chancery.consensus;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.util.List;

/**
 * Where a round stands, with what became of its proposal after it: a broken silence is followed by
 * a consultation, and that may end in several ways.
 */
public enum RoundState implements Coded {
  UNDER_SILENCE,
  /** Its programme is suspended, and its silence waits with it. */
  STANDING_STILL,
  /** The deadline has passed, and the office is about to count. */
  BEING_TALLIED,
  ADOPTED,
  IN_CONSULTATION,
  ON_HOLD,
  BEING_AMENDED,
  /** The proposal waits for the secretariat to circulate it once more. */
  COMES_BACK,
  /** Its silence was broken, and a further round was held. */
  FOLLOWED,
  /** Its silence was broken, and it was the last one of its proposal. */
  LAST_BROKEN,
  WITHDRAWN,
  WITHDRAWN_IN_CONSULTATION,
  /** The programme ended while the council dealt with the proposal. */
  TAKEN_OFF;

  /**
   * What a state is found by.
   *
   * @param expired whether the deadline has passed
   * @param stopped whether the programme is suspended
   * @param followed whether a later round of the same proposal was held
   * @param last whether no further round may follow
   * @param courses what its consultations came to, oldest first
   * @param takingsUp how often its proposal was taken up again
   * @param amended whether a newer version of the package lies on the table
   * @param programmeEnded whether the proposal was taken off the table with its programme
   * @param takenOff whether that ended the round itself
   */
  record Facts(
      Round.Status status,
      boolean expired,
      boolean stopped,
      boolean followed,
      boolean last,
      List<Course> courses,
      int takingsUp,
      boolean amended,
      boolean programmeEnded,
      boolean takenOff) {

    /** What the last consultation came to, unless it goes on; null then. */
    private Course course() {
      long leaving = courses.stream().filter(Facts::leavesTheTable).count();
      Course latest = courses.isEmpty() ? null : courses.get(courses.size() - 1);
      return latest != null && leavesTheTable(latest) && takingsUp >= leaving ? null : latest;
    }

    private static boolean leavesTheTable(Course course) {
      return course == Course.HOLD || course == Course.WITHDRAW;
    }
  }

  static RoundState of(Facts facts) {
    return switch (facts.status()) {
      case OPEN ->
          facts.stopped() ? STANDING_STILL : facts.expired() ? BEING_TALLIED : UNDER_SILENCE;
      case ADOPTED -> ADOPTED;
      case BROKEN -> broken(facts);
      case WITHDRAWN -> withdrawn(facts);
    };
  }

  private static RoundState broken(Facts facts) {
    if (facts.followed()) {
      return FOLLOWED;
    }
    if (facts.programmeEnded()) {
      return TAKEN_OFF;
    }
    if (facts.last() && facts.courses().isEmpty()) {
      return LAST_BROKEN;
    }
    Course course = facts.course();
    if (course == null) {
      return IN_CONSULTATION;
    }
    return switch (course) {
      case HOLD -> ON_HOLD;
      case WITHDRAW -> WITHDRAWN_IN_CONSULTATION;
      case RETABLE -> COMES_BACK;
      case AMEND -> facts.amended() ? COMES_BACK : BEING_AMENDED;
    };
  }

  private static RoundState withdrawn(Facts facts) {
    if (facts.takenOff()) {
      return TAKEN_OFF;
    }
    return facts.takingsUp() > 0 && !facts.followed() ? COMES_BACK : WITHDRAWN;
  }

  /**
   * How it stands with a round, as people read it; for all readers, so it names no Ally.
   *
   * @param round one that is in this state
   */
  public String sentence(Round round) {
    return Words.of(this, "sentence")
        .formatted(
            round.number(),
            round.deadline(),
            round.endedAt() == null ? "" : round.read(round.endedAt()));
  }

  /** Whether positions are taken. */
  public boolean takesPositions() {
    return this == UNDER_SILENCE;
  }

  /** Whether the silence of the round has not ended, or nobody has counted yet. */
  public boolean isOpen() {
    return this == UNDER_SILENCE || this == STANDING_STILL || this == BEING_TALLIED;
  }

  /** Whether nothing more will happen with the round. */
  public boolean isOver() {
    return this == ADOPTED || this == FOLLOWED || this == TAKEN_OFF;
  }

  /** Whether an objection has ended the silence. */
  public boolean isBroken() {
    return switch (this) {
      case IN_CONSULTATION,
          ON_HOLD,
          BEING_AMENDED,
          FOLLOWED,
          LAST_BROKEN,
          WITHDRAWN_IN_CONSULTATION ->
          true;
      default -> false;
    };
  }
}
