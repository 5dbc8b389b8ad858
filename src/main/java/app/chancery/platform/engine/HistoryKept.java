package app.chancery.platform.engine;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * History is kept for as long as the settings say, whatever the model said when it was deployed;
 * where they say something else than before, that of what has ended too.
 */
@Component
class HistoryKept implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(HistoryKept.class);

  private final RepositoryService models;
  private final HistoryService history;
  private final HistoryPolicy policy;
  private boolean running;

  HistoryKept(RepositoryService models, HistoryService history, HistoryPolicy policy) {
    this.models = models;
    this.history = history;
    this.policy = policy;
  }

  @Override
  public void start() {
    running = true;
    Integer days = policy.days();
    boolean changed = false;
    for (ProcessDefinition each : models.createProcessDefinitionQuery().list()) {
      if (!days.equals(each.getHistoryTimeToLive())) {
        models.updateProcessDefinitionHistoryTimeToLive(each.getId(), days);
        changed = true;
      }
    }
    if (changed) {
      reckonAnew();
    }
  }

  /** By jobs; to do it twice, as two nodes start at once, does no harm. */
  private void reckonAnew() {
    HistoricProcessInstanceQuery ended =
        history.createHistoricProcessInstanceQuery().rootProcessInstances().finished();
    long number = ended.count();
    if (number > 0) {
      history
          .setRemovalTimeToHistoricProcessInstances()
          .calculatedRemovalTime()
          .byQuery(ended)
          .hierarchical()
          .executeAsync();
      LOG.info(
          "The history of {} processes that have ended is kept for {} days now",
          number,
          policy.days());
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the job executor and whatever else works. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
