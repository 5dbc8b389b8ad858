package app.chancery.platform.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;

/**
 * A job that collided is done again without end; one that failed otherwise, three times. The engine
 * knows a collision by its own exception alone.
 */
class CollidedJobs extends DefaultFailedJobCommandFactory {

  @Override
  public Command<Object> getCommand(String job, Throwable failure) {
    return super.getCommand(
        job,
        Collisions.isCollision(failure) && !(failure instanceof OptimisticLockingException)
            ? new OptimisticLockingException(failure.getMessage(), failure)
            : failure);
  }
}
