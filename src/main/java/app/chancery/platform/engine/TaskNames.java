package app.chancery.platform.engine;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The names of open tasks, which say whom they are about ({@link TaskNameParseListener}). */
@Component
public class TaskNames {

  private final TaskService tasks;
  private final OwnRights ownRights;

  TaskNames(@Lazy TaskService tasks, OwnRights ownRights) {
    this.tasks = tasks;
    this.ownRights = ownRights;
  }

  /** Names every open task of a programme as it would be named if it were opened now. */
  public void renew(String programme) {
    ownRights.use(
        () -> {
          tasks.createTaskQuery().processInstanceBusinessKey(programme).list().forEach(this::renew);
          return programme;
        });
  }

  private void renew(Task open) {
    open.setName(TaskNameParseListener.anew((TaskEntity) open));
    tasks.saveTask(open);
  }
}
