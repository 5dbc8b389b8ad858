package app.chancery.desk.work;

import java.util.Optional;

/** What the engine knows of single tasks, for the person who acts. */
public interface TaskFiles {

  /**
   * @return empty if the task has ended
   * @throws app.chancery.platform.refusal.NotFound if there is no such task for this person
   */
  Optional<TaskFile> find(String id);

  /**
   * What became of a task that has ended.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such task for this person
   */
  EndedTask ended(String id);
}
