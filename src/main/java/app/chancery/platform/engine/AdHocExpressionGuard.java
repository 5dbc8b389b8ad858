package app.chancery.platform.engine;

import app.chancery.platform.words.Words;
import java.lang.reflect.Field;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.util.ReflectionUtils;

/**
 * Refuses expressions in queries that come from outside. The engine does so itself, but not for the
 * branches of an or-query: whoever is logged in could run code with one (CVE-2026-109432). Stored
 * filters keep their expressions: the engine runs their queries without a command of their own, and
 * only the part that a caller adds comes by here.
 */
class AdHocExpressionGuard extends CommandInterceptor {

  private static final Field EXTENDING_QUERY =
      InnerField.of(AbstractExecuteFilterCmd.class, "extendingQuery");

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof AbstractQuery<?, ?> query) {
      refuseExpressions(query);
    }
    if (command instanceof AbstractExecuteFilterCmd
        && ReflectionUtils.getField(EXTENDING_QUERY, command)
            instanceof AbstractQuery<?, ?> query) {
      refuseExpressions(query);
    }
    return next.execute(command);
  }

  private static void refuseExpressions(AbstractQuery<?, ?> query) {
    boolean inBranch =
        query instanceof TaskQueryImpl tasks
            && tasks.getQueries().stream().anyMatch(branch -> !branch.getExpressions().isEmpty());
    if (inBranch || !query.getExpressions().isEmpty()) {
      throw new BadUserRequestException(
          Words.of("adHocExpressionGuard.expressionsAreNotAllowedInQueries"));
    }
  }

  /** Found at start, so that another version of the engine cannot open the hole unnoticed. */
}
