package app.chancery.desk.work.process;

import app.chancery.desk.work.Hands;
import app.chancery.platform.engine.GroupTasks;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

@Component
class EngineHands implements Hands {

  private final TaskService tasks;
  private final IdentityService identities;

  private final GroupTasks ofGroups;

  EngineHands(TaskService tasks, IdentityService identities, GroupTasks ofGroups) {
    this.tasks = tasks;
    this.identities = identities;
    this.ofGroups = ofGroups;
  }

  @Override
  public void claim(String task) {
    passing(() -> tasks.claim(task, identities.getCurrentAuthentication().getUserId()));
  }

  @Override
  public void giveBack(String task) {
    passing(() -> tasks.setAssignee(task, null));
  }

  @Override
  public void handOver(String task, String colleague) {
    passing(() -> tasks.setAssignee(task, colleague));
  }

  @Override
  public void assign(String task, String group, String account) {
    ofGroups.assign(task, group, account);
  }

  /** Who sees a task need not be one who does it. */
  private static void passing(Runnable act) {
    try {
      act.run();
    } catch (AuthorizationException e) {
      throw new Refused("", Words.of("work.notYours"));
    }
  }
}
