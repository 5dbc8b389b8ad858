package app.chancery.platform.signon;

import app.chancery.platform.engine.InnerField;
import app.chancery.platform.refusal.Refused;
import java.lang.reflect.Field;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.util.ReflectionUtils;

/** Says which rule a new password breaks; the engine itself says only that it breaks one. */
class PasswordGate extends CommandInterceptor {

  private static final Field USER = InnerField.of(SaveUserCmd.class, "user");
  private static final Field SKIPPED = InnerField.of(SaveUserCmd.class, "skipPasswordPolicy");
  private static final Field NEW_PASSWORD = InnerField.of(UserEntity.class, "newPassword");

  private final PasswordRules rules;

  PasswordGate(PasswordRules rules) {
    this.rules = rules;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof SaveUserCmd
        && Boolean.FALSE.equals(ReflectionUtils.getField(SKIPPED, command))
        && ReflectionUtils.getField(USER, command) instanceof UserEntity user
        && ReflectionUtils.getField(NEW_PASSWORD, user) instanceof String password) {
      return next.execute(
          context -> {
            // Right first: whoever may not save the account is not told of rules.
            ((GuardedIdentities) context.getWritableIdentityProvider()).checkMaySave(user);
            rules
                .faults(password, user)
                .ifPresent(
                    sentence -> {
                      throw new Refused("", sentence);
                    });
            return command.execute(context);
          });
    }
    return next.execute(command);
  }
}
