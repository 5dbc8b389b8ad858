package app.chancery.platform.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * What a person asks of the engine, by whichever of its interfaces, is repeated if it collides, and
 * told in a sentence if it collides each time. What nobody asked for, a job, is the engine's own to
 * repeat.
 */
class RepeatedCommands extends CommandInterceptor {

  private final IdentityService identities;

  RepeatedCommands(IdentityService identities) {
    this.identities = identities;
  }

  @Override
  public <T> T execute(Command<T> command) {
    return identities.getCurrentAuthentication() != null && isRepeatable(command)
        ? Collisions.repeated(() -> next.execute(command))
        : next.execute(command);
  }

  private static boolean isRepeatable(Command<?> command) {
    // A job keeps its first failure; an attachment comes in a stream that can be read once.
    return !(command instanceof ExecuteJobsCmd || command instanceof CreateAttachmentCmd);
  }
}
