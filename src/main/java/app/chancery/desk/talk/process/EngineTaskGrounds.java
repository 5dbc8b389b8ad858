package app.chancery.desk.talk.process;

import app.chancery.desk.talk.TaskGrounds;
import app.chancery.platform.engine.EngineTasks;
import app.chancery.platform.engine.OwnRights;
import app.chancery.platform.engine.SeenTasks;
import app.chancery.platform.forms.DeployedForms;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.security.Directory.Entry;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

@Component
class EngineTaskGrounds implements TaskGrounds {

  private final SeenTasks seen;
  private final OwnRights ownRights;
  private final DeployedForms forms;
  private final TaskService tasks;
  private final RuntimeService processes;
  private final IdentityService identities;

  EngineTaskGrounds(
      SeenTasks seen,
      OwnRights ownRights,
      DeployedForms forms,
      TaskService tasks,
      RuntimeService processes,
      IdentityService identities) {
    this.seen = seen;
    this.ownRights = ownRights;
    this.forms = forms;
    this.tasks = tasks;
    this.processes = processes;
    this.identities = identities;
  }

  @Override
  public Ground find(String task) {
    boolean confidential = forms.ofEnded(FormPlace.task(task)).isConfidential();
    return seen.find(task)
        .map(open -> ownRights.use(() -> ground(open, confidential)))
        .orElseGet(() -> new Ground(null, null, List.of(), false, confidential));
  }

  /** Asked of the engine in their name: there is one rule of who sees a task. */
  @Override
  public boolean isSeenBy(String task, Entry person) {
    Authentication acting = identities.getCurrentAuthentication();
    identities.setAuthentication(person.account(), person.groups());
    try {
      return seen.find(task).isPresent();
    } catch (NotFound notForThem) {
      return false;
    } finally {
      identities.setAuthentication(acting);
    }
  }

  private Ground ground(Task task, boolean confidential) {
    String programme =
        processes
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult()
            .getBusinessKey();
    return new Ground(
        EngineTasks.withoutProgramme(task.getName(), programme),
        programme,
        EngineTasks.groups(tasks, task),
        true,
        confidential || programme == null);
  }
}
