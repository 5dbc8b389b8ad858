package app.chancery.desk.council.process;

import app.chancery.desk.council.CouncilWork;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.engine.EngineTasks;
import app.chancery.platform.engine.OwnRights;
import app.chancery.platform.words.Words;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Component
class EngineCouncilWork implements CouncilWork {

  private static final String PROCESS_ID = "secure-alliance-consensus";

  /** By which a delegation answers in the name of its Ally. */
  private static final Map<String, String> ANSWERS =
      Map.of(
          "userTask_statePosition", "round.answer.revisable",
          "userTask_joinConsultation", "round.answer.joining");

  /** The keys of the words that say what the secretariat's tasks are for. */
  private static final Map<String, String> HINTS =
      Map.of(
          "userTask_circulateProposal", "round.todo.circulate",
          "userTask_followRound", "round.todo.follow",
          "userTask_consultObjectors", "round.todo.consult",
          "userTask_takeUpAgain", "round.todo.takeUp",
          "userTask_amendPackage", "round.todo.amend",
          "userTask_chooseFallBack", "round.todo.fallBack");

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

  @Override
  public Optional<String> meaningOfAnswer(String key) {
    return Optional.ofNullable(ANSWERS.get(key));
  }

  @Override
  public boolean isOne(String key) {
    return ANSWERS.containsKey(key) || HINTS.containsKey(key);
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
    return new Waiting(
        task.id(),
        task.name(),
        HINTS.containsKey(task.key()) ? Words.of(HINTS.get(task.key())) : "",
        ANSWERS.containsKey(task.key()));
  }
}
