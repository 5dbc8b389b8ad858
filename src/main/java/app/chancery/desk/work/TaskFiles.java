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
   * Takes a task for the person who acts.
   *
   * @throws app.chancery.platform.refusal.Refused if somebody else has taken it meanwhile
   */
  void claim(String id);

  /**
   * Takes a task for the person who acts, also from somebody else of its groups; leaves alone what
   * has ended or that person may not do.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such task for this person
   */
  void takeOver(String id);

  /**
   * What became of a task that has ended.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such task for this person
   */
  EndedTask ended(String id);
}
