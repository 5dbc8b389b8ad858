package app.chancery.platform.briefing;

import java.util.Collection;

/** What people have said on tasks, beside the record. */
public interface Remarks {

  /**
   * Whether somebody else than the person who acts has said something on one of these tasks, or
   * hung a file on it, that still stands there.
   *
   * @param tasks the engine's ids
   */
  boolean areOfOthersOn(Collection<String> tasks);
}
