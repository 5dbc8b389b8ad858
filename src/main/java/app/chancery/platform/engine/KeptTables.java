package app.chancery.platform.engine;

import app.chancery.platform.words.Words;
import java.lang.reflect.Field;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.util.ReflectionUtils;

/**
 * Nobody deletes a decision table. Programmes are judged by the version that they keep, and records
 * name it by its number: the engine would give the number to the next table that is deployed, and
 * programmes would be judged by one that nobody ever chose for them. Another one takes its place
 * instead.
 */
class KeptTables extends CommandInterceptor {

  private static final Field DEPLOYMENT = InnerField.of(DeleteDeploymentCmd.class, "deploymentId");

  private final IdentityService identities;

  KeptTables(IdentityService identities) {
    this.identities = identities;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof DeleteDeploymentCmd
        && Context.getCommandContext() == null
        && somebodyActs()
        && hasTables((String) ReflectionUtils.getField(DEPLOYMENT, command))) {
      throw new BadUserRequestException(Words.of("keptTables.stay"));
    }
    return next.execute(command);
  }

  private boolean somebodyActs() {
    Authentication person = identities.getCurrentAuthentication();
    return person != null && person.getUserId() != null;
  }

  private boolean hasTables(String deployment) {
    return deployment != null
        && next.execute(
            context ->
                !context
                    .getDecisionDefinitionManager()
                    .findDecisionDefinitionByDeploymentId(deployment)
                    .isEmpty());
  }
}
