package app.chancery.platform.engine;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * An office that stops begins no job any more; those that were begun end in their threads, which
 * stop next. The engine by itself goes on with jobs until its bean is destroyed, when whoever puts
 * into the audit's chain what they have done has already gone.
 */
@Component
class JobsEndFirst implements SmartLifecycle {

  private final ObjectProvider<JobExecutor> executor;
  private boolean running;

  JobsEndFirst(ObjectProvider<JobExecutor> executor) {
    this.executor = executor;
  }

  /** The engine itself starts them, when the office is open. */
  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    executor.ifAvailable(JobExecutor::shutdown);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** The first to stop. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
