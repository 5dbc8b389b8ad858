package app.chancery.platform.engine;

import app.chancery.platform.people.Names;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/** Why a task does not go from hand to hand, by the names of people. */
class TaskHands {

  private final IdentityService identities;

  TaskHands(IdentityService identities) {
    this.identities = identities;
  }

  /**
   * @param account of who acts; what those have for whom they stand in is in their hands
   * @throws Refused if somebody else has it
   */
  void refuseIfOthers(CommandContext context, TaskEntity task, String account) {
    String holder = task.getAssignee();
    if (holder != null
        && !holder.equals(account)
        && !account.equals(task.getOwner())
        && !TasksInPlace.isDeputyOf(context, holder)) {
      throw new Refused("", Words.of("work.taken").formatted(name(context, holder)));
    }
  }

  /**
   * @throws Refused if its programme is suspended
   */
  void refuseIfStanding(TaskEntity task) {
    if (task.isSuspended()) {
      throw new Refused("", Words.of("work.standing"));
    }
  }

  /**
   * @throws NotFound if it is not a task of that group
   */
  void refuseIfNotOf(TaskEntity task, String group) {
    if (task.getCandidates().stream().map(IdentityLink::getGroupId).noneMatch(group::equals)) {
      throw new NotFound(Words.of("work.group.gone"));
    }
  }

  /**
   * @throws Refused if that account is not a member of the group
   */
  void refuseIfNotIn(CommandContext context, String group, String account) {
    if (!groups(context, account).contains(group)) {
      throw new Refused("to", Words.of("work.stranger").formatted(name(context, account)));
    }
  }

  /**
   * @throws Refused if that account is in none of the groups that may do the task
   */
  void refuseStranger(CommandContext context, TaskEntity task, String account) {
    Set<String> groups = groups(context, account);
    if (task.getCandidates().stream().map(IdentityLink::getGroupId).noneMatch(groups::contains)) {
      throw new Refused("to", Words.of("work.stranger").formatted(name(context, account)));
    }
  }

  private Set<String> groups(CommandContext context, String account) {
    return context.runWithoutAuthorization(
        () ->
            identities.createGroupQuery().groupMember(account).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet()));
  }

  private String name(CommandContext context, String account) {
    User user =
        context.runWithoutAuthorization(
            () -> identities.createUserQuery().userId(account).singleResult());
    return Optional.ofNullable(user)
        .map(found -> Names.of(account, found.getFirstName(), found.getLastName()))
        .orElse(account);
  }
}
