package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists are read while people work. */
@OfficeTest
class EngineTasksTest {

  @Autowired TaskService tasks;
  @Autowired ProcessEngine engine;
  @Autowired OwnRights ownRights;

  @Test
  void aTaskThatEndsWhileAListIsReadHasNoGroupsAndFailsNobodysPage() {
    Task task = tasks.newTask();
    tasks.saveTask(task);
    tasks.addCandidateGroup(task.getId(), "planners");
    assertThat(EngineTasks.groups(engine, task)).containsExactly("planners");

    tasks.complete(task.getId());

    assertThat(ownRights.use(() -> EngineTasks.groups(engine, task))).isEmpty();
    assertThat(ownRights.use(() -> EngineTasks.process(engine, task))).isEmpty();
  }
}
