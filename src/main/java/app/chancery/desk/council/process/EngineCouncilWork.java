package app.chancery.desk.council.process;

import app.chancery.desk.council.CouncilWork;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.engine.EngineTasks;
import app.chancery.platform.engine.OwnRights;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineCouncilWork implements CouncilWork {

  private static final String PROCESS_ID = "secure-alliance-consensus";

  private final ProcessEngine engine;
  private final OwnRights ownRights;

  EngineCouncilWork(ProcessEngine engine, OwnRights ownRights) {
    this.engine = engine;
    this.ownRights = ownRights;
  }

  /** Read in one moment: a task whose process ends meanwhile would have no programme any more. */
  @Override
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Waiting> of(String programme, Collection<String> groups) {
    return groups.isEmpty() ? List.of() : ownRights.use(() -> open(programme, groups));
  }

  private List<Waiting> open(String programme, Collection<String> groups) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .processDefinitionKey(PROCESS_ID)
        .taskCandidateGroupIn(List.copyOf(groups))
        .includeAssignedTasks()
        .active()
        .orderByTaskCreateTime()
        .asc()
        .list()
        .stream()
        .map(task -> EngineTasks.openTask(engine, task, Map.of()))
        .map(EngineCouncilWork::task)
        .toList();
  }

  private static Waiting task(OpenTask task) {
    return new Waiting(task.id(), task.key(), task.name(), task.group());
  }
}
