package app.chancery.desk.talk;

import app.chancery.platform.people.Directory.Entry;
import java.util.List;

/** What is to be known of a task before people talk on it. */
public interface TaskGrounds {

  /**
   * @throws app.chancery.platform.refusal.NotFound if there is no such task for the person who acts
   */
  Ground find(String task);

  /** Whether somebody else sees it, as {@link #find} decides for them. */
  boolean isSeenBy(String task, Entry person);

  /**
   * @param what is to be done; null if it has ended
   * @param programme the key of its programme; null if it has ended
   * @param groups who may do it, by their ids; none if it has ended
   * @param isOpen whether it waits to be done
   * @param isQuiet whether nobody talks on it: its form asks for what is in no history, or it
   *     belongs to no programme
   */
  record Ground(
      String what, String programme, List<String> groups, boolean isOpen, boolean isQuiet) {}
}
