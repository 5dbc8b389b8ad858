package app.chancery.platform.security;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import app.chancery.platform.people.Groups;
import app.chancery.platform.signon.GuardedIdentities;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the groups what the {@link AccessTable} says they may, as the engine's authorizations, and
 * managers the sight of everything. The right to work a task is not here: the engine grants it to
 * the candidate group of each task when the task is created.
 */
@Component
class Rights {

  private final AuthorizationService authorizations;

  Rights(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  @Transactional
  void grant() {
    everybody(Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
    AccessTable.APPS.forEach(this::mayOpen);
    AccessTable.STARTS.forEach(
        start -> start.groups().forEach(group -> mayStart(group, start.process())));
    managersReadEverything();
    for (Resources resource : Resources.values()) {
      group(Groups.ADMINISTRATORS, resource, ANY, Permissions.ALL);
    }
    takeBackWhatAccountsGotOverThemselves();
  }

  /** The engine gave older accounts every right to themselves. */
  private void takeBackWhatAccountsGotOverThemselves() {
    authorizations
        .createAuthorizationQuery()
        .authorizationType(AUTH_TYPE_GRANT)
        .resourceType(Resources.USER)
        .list()
        .stream()
        .filter(own -> own.getUserId() != null && own.getUserId().equals(own.getResourceId()))
        .filter(own -> own.isPermissionGranted(Permissions.DELETE))
        .forEach(
            own -> {
              own.setPermissions(GuardedIdentities.OVER_ONESELF);
              authorizations.saveAuthorization(own);
            });
  }

  /** What delegations start, for these of them. */
  void delegationsMayStart(Collection<String> groups) {
    everybody(Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    AccessTable.STARTS.stream()
        .filter(AccessTable.Start::delegations)
        .map(AccessTable.Start::process)
        .forEach(
            process -> {
              Set<String> already = startersOf(process);
              groups.stream()
                  .filter(group -> !already.contains(group))
                  .forEach(
                      group ->
                          group(
                              group,
                              Resources.PROCESS_DEFINITION,
                              process,
                              Permissions.CREATE_INSTANCE));
            });
  }

  private Set<String> startersOf(String process) {
    return authorizations
        .createAuthorizationQuery()
        .authorizationType(AUTH_TYPE_GRANT)
        .resourceType(Resources.PROCESS_DEFINITION)
        .resourceId(process)
        .list()
        .stream()
        .map(Authorization::getGroupId)
        .collect(Collectors.toSet());
  }

  private void mayStart(String group, String process) {
    group(group, Resources.PROCESS_DEFINITION, process, Permissions.CREATE_INSTANCE);
    group(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
  }

  private void mayOpen(AccessTable.App app) {
    if (app.groups().isEmpty()) {
      everybody(Resources.APPLICATION, app.name(), Permissions.ACCESS);
    }
    app.groups()
        .forEach(group -> group(group, Resources.APPLICATION, app.name(), Permissions.ACCESS));
  }

  private void managersReadEverything() {
    String managers = Groups.MANAGERS;
    group(
        managers,
        Resources.PROCESS_DEFINITION,
        ANY,
        Permissions.READ,
        Permissions.READ_INSTANCE,
        Permissions.READ_TASK,
        Permissions.READ_HISTORY);
    group(managers, Resources.PROCESS_INSTANCE, ANY, Permissions.READ);
    group(managers, Resources.TASK, ANY, Permissions.READ);
    group(managers, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
    group(managers, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
    group(managers, Resources.DEPLOYMENT, ANY, Permissions.READ);
    group(managers, Resources.BATCH, ANY, Permissions.READ, BatchPermissions.READ_HISTORY);
  }

  private void everybody(Resource resource, String id, Permission... permissions) {
    Authorization existing =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(AUTH_TYPE_GLOBAL)
            .resourceType(resource)
            .resourceId(id)
            .singleResult();
    save(existing, AUTH_TYPE_GLOBAL, null, resource, id, permissions);
  }

  private void group(String group, Resource resource, String id, Permission... permissions) {
    Authorization existing =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(AUTH_TYPE_GRANT)
            .groupIdIn(group)
            .resourceType(resource)
            .resourceId(id)
            .singleResult();
    save(existing, AUTH_TYPE_GRANT, group, resource, id, permissions);
  }

  /** What an administrator added is kept; what is ours is put back if it is missing. */
  private void save(
      Authorization existing,
      int type,
      String group,
      Resource resource,
      String id,
      Permission... permissions) {
    Authorization authorization =
        existing == null ? authorizations.createNewAuthorization(type) : existing;
    if (existing == null) {
      if (type == AUTH_TYPE_GRANT) {
        authorization.setGroupId(group);
      }
      authorization.setResource(resource);
      authorization.setResourceId(id);
    }
    if (existing == null || !Arrays.stream(permissions).allMatch(existing::isPermissionGranted)) {
      Arrays.stream(permissions).forEach(authorization::addPermission);
      authorizations.saveAuthorization(authorization);
    }
  }
}
