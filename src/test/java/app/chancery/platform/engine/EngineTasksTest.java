package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists are read while people work. */
@OfficeTest
class EngineTasksTest {

  @Autowired TaskService tasks;

  @Test
  void aTaskThatEndsWhileAListIsReadHasNoGroupsAndFailsNobodysPage() {
    Task task = tasks.newTask();
    tasks.saveTask(task);
    tasks.addCandidateGroup(task.getId(), "planners");
    assertThat(EngineTasks.groups(tasks, task)).containsExactly("planners");

    tasks.complete(task.getId());

    assertThat(EngineTasks.groups(tasks, task)).isEmpty();
  }
}
