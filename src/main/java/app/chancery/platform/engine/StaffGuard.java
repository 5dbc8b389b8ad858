package app.chancery.platform.engine;

import app.chancery.platform.words.Words;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.util.ReflectionUtils;

/**
 * Staff work their tasks by the forms. The engine's right to work a task, and the one to start a
 * process, allow more over its REST interface: completing with any variables, throwing the errors
 * and escalations that end a programme, starting in the middle of a model, notes and files beside
 * what is on record. Only an administrator may do that, to mend something. Commands within
 * commands, those of our own code, are not looked at.
 */
class StaffGuard extends CommandInterceptor {

  private static final Field VARIABLES = InnerField.of(CompleteTaskCmd.class, "variables");

  /** Open to whoever may read a task and its history: to managers, who change nothing. */
  private static final Set<Class<?>> NOTES =
      Set.of(
          AddCommentCmd.class,
          CreateAttachmentCmd.class,
          UpdateCommentCmd.class,
          DeleteTaskCommentCmd.class,
          DeleteProcessInstanceCommentCmd.class,
          SaveAttachmentCmd.class,
          DeleteAttachmentCmd.class);

  private final IdentityService identities;

  StaffGuard(IdentityService identities) {
    this.identities = identities;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (Context.getCommandContext() == null && goesPastForms(command)) {
      refuseStaff(identities);
    }
    return next.execute(command);
  }

  /** For commands that hide in another one. */
  static void refuseVariables(IdentityService identities, Map<String, Object> variables) {
    if (variables != null && !variables.isEmpty()) {
      refuseStaff(identities);
    }
  }

  /** An administrator may take a task for anybody; everybody else takes it for themselves. */
  static void refuseActingFor(IdentityService identities, String userId) {
    if (userId != null
        && staffActs(identities)
        && !userId.equals(identities.getCurrentAuthentication().getUserId())) {
      throw new AuthorizationException(Words.of("staffGuard.aTaskIsTakenForOneself"));
    }
  }

  private static void refuseStaff(IdentityService identities) {
    if (staffActs(identities)) {
      throw new AuthorizationException(Words.of("staffGuard.onlyAnAdministratorMayGoPast"));
    }
  }

  /** Whether a person acts who is no administrator. */
  static boolean staffActs(IdentityService identities) {
    Authentication person = identities.getCurrentAuthentication();
    return person != null
        && person.getUserId() != null
        && !Optional.ofNullable(person.getGroupIds())
            .map(groups -> groups.contains(Groups.CAMUNDA_ADMIN))
            .orElse(false);
  }

  private static boolean goesPastForms(Command<?> command) {
    return NOTES.contains(command.getClass())
        || command instanceof HandleTaskBpmnErrorCmd
        || command instanceof HandleTaskEscalationCmd
        || command instanceof StartProcessInstanceAtActivitiesCmd
        || command instanceof CompleteTaskCmd
            && ReflectionUtils.getField(VARIABLES, command) instanceof Map<?, ?> variables
            && !variables.isEmpty();
  }
}
