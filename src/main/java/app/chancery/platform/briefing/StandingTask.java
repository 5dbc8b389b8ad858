package app.chancery.platform.briefing;

/**
 * A task that stays open when its form is submitted, so that the person may submit it again: what
 * was submitted goes to the business alone, and the process does not move. An answer that may be
 * revised until a deadline is of that kind. Many people can submit theirs at the same moment,
 * because nothing that their tasks share is written.
 */
public interface StandingTask {

  /**
   * The name of the fact of its briefing that counts what was handed in for the group so far.
   * Whoever opened the form before that grew is asked before it is replaced.
   */
  String HANDED_IN = "handedInSoFar";

  /** The name of the fact that says what was handed in last, when and by whom, in words. */
  String HANDED_IN_LAST = "handedInLast";

  /** The element id of the user task, for example {@code userTask_statePosition}. */
  String key();

  /**
   * Takes what was submitted.
   *
   * @return whether the task is done with it after all, and the process goes on
   * @throws app.chancery.platform.refusal.Refused if something is wrong with it; the task stays
   *     open
   */
  boolean submitted(Submission submission);

  /**
   * Takes what was submitted in the same moment in which the task ended, or later, if there is
   * still a place for it.
   *
   * @return whether it was taken; otherwise the person is told {@link #whyGone}
   * @throws app.chancery.platform.refusal.Refused if something is wrong with it
   */
  default boolean submittedLate(Submission submission) {
    return false;
  }

  /** The sentence for a person whose submission arrives after the task has ended. */
  String whyGone(String programme);
}
