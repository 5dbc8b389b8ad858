package app.chancery.platform.engine;

import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * Gives the tasks of a group to its members and takes them back, for whoever may: that is decided
 * before.
 */
@Component
public class GroupTasks {

  private final TaskService tasks;
  private final OwnRights ownRights;

  GroupTasks(TaskService tasks, OwnRights ownRights) {
    this.tasks = tasks;
    this.ownRights = ownRights;
  }

  /**
   * @param account of a member of the group; null to give the task back to it
   * @throws app.chancery.platform.refusal.Refused saying why not
   * @throws app.chancery.platform.refusal.NotFound if it is no task of that group
   */
  public void assign(String task, String group, String account) {
    ownRights.use(
        () -> {
          ((StandingTaskService) tasks).assign(task, group, account);
          return null;
        });
  }
}
