package app.chancery.platform.briefing;

import java.time.Instant;

/**
 * Takes back what the business has kept of a task that was done, while nobody has built on it. What
 * was kept is marked as taken back and counts no more; nothing is deleted, and the taking back is
 * on record beside it.
 */
public interface Retraction {

  /** The element id of the user task, for example {@code userTask_confirmMechanisms}. */
  String task();

  /**
   * Whether what was kept can still be taken back, and nobody was told of it.
   *
   * @param programme its key
   * @param since when the task was done
   */
  boolean isPossible(String programme, Instant since);

  /** Does so; only when it is possible. */
  void takeBack(String programme, Instant since);
}
