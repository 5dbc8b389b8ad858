package app.chancery.platform.engine;

import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.TimerCatchIntermediateEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A timer that was due when it was taken and is not when its turn comes: the clock was put back
 * meanwhile. It waits for its time. Who fires a timer by hand is not asked what time it is.
 */
final class TimersInTime<T extends JobHandlerConfiguration> implements JobHandler<T> {

  private static final Logger LOG = LoggerFactory.getLogger(TimersInTime.class);

  private final JobHandler<T> timer;

  private TimersInTime(JobHandler<T> timer) {
    this.timer = timer;
  }

  /** Puts itself before those that fire the timers of models. */
  @SuppressWarnings({"rawtypes", "unchecked"})
  static void before(Map<String, JobHandler> handlers) {
    handlers.computeIfPresent(
        TimerCatchIntermediateEventJobHandler.TYPE, (type, timer) -> new TimersInTime<>(timer));
    handlers.computeIfPresent(
        TimerExecuteNestedActivityJobHandler.TYPE, (type, timer) -> new TimersInTime<>(timer));
  }

  @Override
  public String getType() {
    return timer.getType();
  }

  @Override
  public void execute(
      T configuration, ExecutionEntity execution, CommandContext context, String tenant) {
    JobEntity job = context.getCurrentJob();
    Date due = job.getDuedate();
    if (Context.getJobExecutorContext() != null
        && due != null
        && due.after(ClockUtil.getCurrentTime())) {
      LOG.info("The clock was put back: job {} waits until {}", job.getId(), due.toInstant());
      throw new NotYet(job.getId());
    }
    timer.execute(configuration, execution, context, tenant);
  }

  @Override
  public T newConfiguration(String written) {
    return timer.newConfiguration(written);
  }

  @Override
  public void onDelete(T configuration, JobEntity job) {
    timer.onDelete(configuration, job);
  }

  /** As a collision it is nobody's fault, and no failure for the log. */
  static final class NotYet extends OptimisticLockingException {

    private static final long serialVersionUID = 1L;

    NotYet(String job) {
      super("It is not the time of job " + job);
    }
  }
}
