package app.chancery.platform.engine;

import app.chancery.platform.refusal.NotFound;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Single tasks, as far as they are there for the person who acts. */
@Component
public class SeenTasks {

  private final ProcessEngine engine;

  SeenTasks(@Lazy ProcessEngine engine) {
    this.engine = engine;
  }

  /**
   * @return empty if the task has ended
   * @throws NotFound if there is no such task for this person
   */
  public Optional<Task> find(String id) {
    return execute(context -> TaskSight.find(context, id).map(Task.class::cast));
  }

  /** Whether the form of a task is confidential and not for the person who acts. */
  public boolean isWithheld(String id) {
    return ((BriefedFormService) engine.getFormService()).isWithheld(id);
  }

  /**
   * Whether the person who acts may do an open task, and not only look at it: a confidential one is
   * for its groups alone, whatever rights somebody has.
   */
  public boolean mayDo(String id) {
    return mayWorkOn(id) && !isWithheld(id);
  }

  private boolean mayWorkOn(String id) {
    return execute(
        context -> {
          try {
            TaskSight.find(context, id)
                .ifPresent(task -> StandingTasks.refuseOthers(context, task));
            return true;
          } catch (AuthorizationException onlyLooks) {
            return false;
          }
        });
  }

  /** Reads several things in one moment, each row of the engine once. */
  public <T> T together(Supplier<T> reading) {
    return execute(context -> reading.get());
  }

  private <T> T execute(Command<T> command) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(command);
  }
}
