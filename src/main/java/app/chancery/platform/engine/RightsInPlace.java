package app.chancery.platform.engine;

import app.chancery.platform.people.InPlace;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine gives whoever takes a task a right to it that lasts as long as the task. Who takes it
 * in the place of somebody has theirs by the group, and only while that person is away.
 */
public class RightsInPlace extends DefaultAuthorizationProvider {

  private static final AuthorizationEntity[] NONE = {};

  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String before, String after) {
    return InPlace.now().isPresent() && isActing(after)
        ? NONE
        : super.newTaskAssignee(task, before, after);
  }

  @Override
  public AuthorizationEntity[] newTaskOwner(Task task, String before, String after) {
    return InPlace.now().isPresent() ? NONE : super.newTaskOwner(task, before, after);
  }

  private static boolean isActing(String account) {
    return Objects.equals(account, Context.getCommandContext().getAuthenticatedUserId());
  }
}
