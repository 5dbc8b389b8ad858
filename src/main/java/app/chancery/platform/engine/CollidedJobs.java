package app.chancery.platform.engine;

import app.chancery.platform.database.Nodes;
import app.chancery.platform.database.Trouble;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * A job that failed is done again three times; without end one that collided, one that the database
 * could do nothing for (its disk is full, it is away), and one whose time has not come. The engine
 * knows a collision by its own exception alone.
 */
class CollidedJobs extends DefaultFailedJobCommandFactory {

  private final Duration againAfter;

  /**
   * @param againAfter how long a job waits that the database could do nothing for
   */
  CollidedJobs(Duration againAfter) {
    this.againAfter = againAfter;
  }

  @Override
  public Command<Object> getCommand(String job, Throwable failure) {
    if (failure instanceof TimersInTime.NotYet) {
      return new Later(job, failure, null);
    }
    if (Collisions.causes(failure)
        .anyMatch(cause -> cause instanceof SQLException sql && Trouble.isToldBy(sql))) {
      return new Later(job, failure, againAfter);
    }
    return super.getCommand(
        job,
        Collisions.isCollision(failure) && !(failure instanceof OptimisticLockingException)
            ? new OptimisticLockingException(failure.getMessage(), failure)
            : failure);
  }

  /**
   * It is free again, and none of its attempts is used up. One that waits does so as if a node had
   * it: it stays due since it has been, for whoever watches how long jobs wait.
   */
  private static final class Later extends JobRetryCmd {

    private static final long serialVersionUID = 1L;

    private final Duration after;

    /**
     * @param after null: when it is due
     */
    Later(String job, Throwable failure, Duration after) {
      super(job, failure);
      this.after = after;
    }

    @Override
    public Object execute(CommandContext context) {
      JobEntity job = getJob();
      if (job != null) {
        if (after == null) {
          job.unlock();
        } else {
          job.setLockOwner(Nodes.THIS);
          job.setLockExpirationTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(after)));
        }
      }
      return null;
    }
  }
}
