package app.chancery.platform.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The history of what ends from this start on is kept for as long as the settings say, whatever the
 * model said when it was deployed.
 */
@Component
class HistoryKept implements SmartLifecycle {

  private final RepositoryService models;
  private final HistoryPolicy policy;
  private boolean running;

  HistoryKept(RepositoryService models, HistoryPolicy policy) {
    this.models = models;
    this.policy = policy;
  }

  @Override
  public void start() {
    running = true;
    Integer days = policy.days();
    for (ProcessDefinition each : models.createProcessDefinitionQuery().list()) {
      if (!days.equals(each.getHistoryTimeToLive())) {
        models.updateProcessDefinitionHistoryTimeToLive(each.getId(), days);
      }
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
