package app.chancery.platform.engine;

import app.chancery.platform.briefing.TakenAway;
import app.chancery.platform.people.Author;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Gives the tasks of a group to its members and takes them back, for whoever may: that is decided
 * before.
 */
@Component
public class GroupTasks {

  private final TaskService tasks;
  private final OwnRights ownRights;
  private final Author author;
  private final ApplicationEventPublisher events;

  GroupTasks(
      TaskService tasks, OwnRights ownRights, Author author, ApplicationEventPublisher events) {
    this.tasks = tasks;
    this.ownRights = ownRights;
    this.author = author;
    this.events = events;
  }

  /**
   * Who had it until then is told.
   *
   * @param account of a member of the group; null to give the task back to it
   * @throws app.chancery.platform.refusal.Refused saying why not
   * @throws app.chancery.platform.refusal.NotFound if it is no task of that group
   */
  public void assign(String task, String group, String account) {
    ownRights.use(
        () -> {
          TaskEntity given = (TaskEntity) tasks.createTaskQuery().taskId(task).singleResult();
          String before = given == null ? null : given.getAssignee();
          ((StandingTaskService) tasks).assign(task, group, account);
          if (before != null && !before.equals(account) && !before.equals(author.account())) {
            tell(given, before);
          }
          return null;
        });
  }

  private void tell(TaskEntity taken, String before) {
    String programme = taken.getExecution().getProcessBusinessKey();
    if (programme != null) {
      events.publishEvent(
          new TakenAway(
              taken.getId(),
              ModelNames.of(taken.getBpmnModelElementInstance()),
              programme,
              before,
              author.name()));
    }
  }
}
