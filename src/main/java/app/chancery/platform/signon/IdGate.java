package app.chancery.platform.signon;

import app.chancery.platform.engine.InnerField;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.CreateGroupCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.util.ReflectionUtils;

/**
 * Says what an id may be to whoever makes an account or a group; to the engine another one is a
 * failure of the server.
 */
class IdGate extends CommandInterceptor {

  private static final Map<Class<?>, Field> IDS =
      Map.of(
          CreateUserCmd.class, InnerField.of(CreateUserCmd.class, "userId"),
          CreateGroupCmd.class, InnerField.of(CreateGroupCmd.class, "groupId"),
          CreateTenantCmd.class, InnerField.of(CreateTenantCmd.class, "tenantId"));

  private final Supplier<String> taken;

  /**
   * @param taken the pattern by which the engine takes ids
   */
  IdGate(Supplier<String> taken) {
    this.taken = taken;
  }

  @Override
  public <T> T execute(Command<T> command) {
    Field id = IDS.get(command.getClass());
    if (id != null
        && ReflectionUtils.getField(id, command) instanceof String given
        && !given.matches(taken.get())) {
      throw new Refused("id", Words.of("idGate.isMadeOfLettersFromA"));
    }
    return next.execute(command);
  }
}
