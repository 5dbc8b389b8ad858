package app.chancery.platform.engine;

import app.chancery.platform.people.InPlace;
import app.chancery.platform.people.Person;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * In whose place the person who acts does something in the engine. Whether they may is not decided
 * here: the groups of who is away are among theirs meanwhile.
 */
final class TasksInPlace {

  private TasksInPlace() {}

  /**
   * @return empty if the person does the task in their own name
   */
  static Optional<Person.InPlaceOf> of(CommandContext context, TaskEntity task) {
    return deputy(context.getAuthentication())
        .flatMap(
            person -> person.inPlaceOf(task.getAssignee(), task.getOwner(), groups(context, task)));
  }

  /** Whether the person who acts stands in for that account: what it has is in their hands. */
  static boolean isDeputyOf(CommandContext context, String holder) {
    return deputy(context.getAuthentication())
        .flatMap(person -> person.inPlaceOf(holder))
        .isPresent();
  }

  /**
   * @param ended whose it was, and in whose place, is known as long as the history is kept
   * @param groups who could do it
   * @return empty if the person would have done the task in their own name
   */
  static Optional<Person.InPlaceOf> of(
      CommandContext context, HistoricTaskInstance ended, List<String> groups) {
    return deputy(context.getAuthentication())
        .flatMap(person -> person.inPlaceOf(ended.getAssignee(), ended.getOwner(), groups));
  }

  /**
   * @return empty if the person may start the process in their own name
   */
  static Optional<Person.InPlaceOf> of(CommandContext context, ProcessDefinitionEntity process) {
    return deputy(context.getAuthentication())
        .filter(person -> !mayStart(context, person, person.ownGroups(), process))
        .flatMap(
            person ->
                person.inPlaceOf().stream()
                    .filter(absent -> mayStart(context, person, absent.groups(), process))
                    .findFirst());
  }

  /** The person who acts, if they stand in for anybody. */
  private static Optional<Person> deputy(Authentication acting) {
    return InPlace.person()
        .filter(person -> acting != null && person.id().equals(acting.getUserId()))
        .filter(person -> !person.inPlaceOf().isEmpty());
  }

  private static List<String> groups(CommandContext context, TaskEntity task) {
    return context.runWithoutAuthorization(
        () ->
            task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList());
  }

  private static boolean mayStart(
      CommandContext context, Person person, List<String> groups, ProcessDefinitionEntity process) {
    return context.runWithoutAuthorization(
        () ->
            context
                .getProcessEngineConfiguration()
                .getAuthorizationService()
                .isUserAuthorized(
                    person.id(),
                    groups,
                    Permissions.CREATE_INSTANCE,
                    Resources.PROCESS_DEFINITION,
                    process.getKey()));
  }
}
