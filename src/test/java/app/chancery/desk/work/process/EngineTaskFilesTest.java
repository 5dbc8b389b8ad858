package app.chancery.desk.work.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.chancery.OfficeTest;
import app.chancery.platform.engine.OwnRights;
import app.chancery.platform.engine.SeenTasks;
import app.chancery.platform.people.Absences;
import app.chancery.platform.people.Signatures;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Colleagues complete tasks while they are read. */
@OfficeTest
class EngineTaskFilesTest {

  private final SeenTasks seen = mock(SeenTasks.class);

  @Autowired OwnRights ownRights;
  @Autowired ProcessEngine engine;
  @Autowired TaskService tasks;
  @Autowired RepositoryService models;
  @Autowired HistoryService history;
  @Autowired IdentityService identities;
  @Autowired Signatures signatures;
  @Autowired Absences absences;

  @Test
  void aTaskWhoseProcessEndsWhileItIsReadHasEnded() {
    TaskEntity task = new TaskEntity();
    task.setProcessInstanceId("has-ended-meanwhile");
    when(seen.find("task")).thenReturn(Optional.of(task));
    when(seen.together(any())).thenAnswer(call -> call.<Supplier<?>>getArgument(0).get());
    EngineTaskFiles files =
        new EngineTaskFiles(
            seen, ownRights, engine, tasks, models, history, identities, signatures, absences);

    assertThat(files.find("task")).isEmpty();
  }
}
