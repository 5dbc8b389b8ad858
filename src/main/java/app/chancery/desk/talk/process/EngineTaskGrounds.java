package app.chancery.desk.talk.process;

import app.chancery.desk.talk.TaskGrounds;
import app.chancery.platform.engine.EngineTasks;
import app.chancery.platform.engine.OwnRights;
import app.chancery.platform.engine.SeenTasks;
import app.chancery.platform.forms.DeployedForms;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.people.Directory.Entry;
import app.chancery.platform.refusal.NotFound;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

@Component
class EngineTaskGrounds implements TaskGrounds {

  private final SeenTasks seen;
  private final OwnRights ownRights;
  private final DeployedForms forms;
  private final ProcessEngine engine;
  private final IdentityService identities;

  EngineTaskGrounds(
      SeenTasks seen,
      OwnRights ownRights,
      DeployedForms forms,
      ProcessEngine engine,
      IdentityService identities) {
    this.seen = seen;
    this.ownRights = ownRights;
    this.forms = forms;
    this.engine = engine;
    this.identities = identities;
  }

  @Override
  public Ground find(String task) {
    boolean confidential = forms.ofEnded(FormPlace.task(task)).isConfidential();
    return seen.find(task)
        .flatMap(open -> ownRights.use(() -> ground(open, confidential)))
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

  /** Empty if the task has ended since it was read. */
  private Optional<Ground> ground(Task task, boolean confidential) {
    return EngineTasks.process(engine, task)
        .map(process -> ground(task, process.getBusinessKey(), confidential));
  }

  private Ground ground(Task task, String programme, boolean confidential) {
    return new Ground(
        EngineTasks.withoutProgramme(task.getName(), programme),
        programme,
        EngineTasks.groups(engine, task),
        true,
        confidential || programme == null);
  }
}
