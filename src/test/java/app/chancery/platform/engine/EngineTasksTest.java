package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists are read while people work. */
@OfficeTest
class EngineTasksTest {

  @Autowired TaskService tasks;
  @Autowired ProcessEngine engine;
  @Autowired OwnRights ownRights;
  @Autowired JdbcClient db;

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

  /** The engine's table of that grows for ever. */
  @Test
  void whoHasHadATaskIsCountedNowhereBesideTheHistory() {
    Task task = tasks.newTask();
    tasks.saveTask(task);

    tasks.claim(task.getId(), "analyst");

    assertThat(db.sql("select count(*) from act_ru_task_meter_log").query(Integer.class).single())
        .isZero();
    tasks.complete(task.getId());
  }
}
