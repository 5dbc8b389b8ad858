package app.chancery.platform.security;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
 * The rights of each group, as the engine's authorizations. The right to work a task is not here:
 * the engine grants it to the candidate group of each task when the task is created.
 */
@Component
class Rights {

  static final String PROGRAMME = "enlargement-programme";

  static final String SHIFT_REPORT = "report-condition-shift";

  static final String ACTIVITY_RECORD = "record-activity";

  static final String DOSSIER_UPDATE = "update-dossier";

  static final String RATIFICATION_HOLD = "hold-ratification";

  static final String APPLICATION_WITHDRAWAL = "withdraw-application";

  /** Who may start a programme, by its form or over REST. */
  static final List<String> STARTERS = List.of(Groups.ANALYSTS, Groups.PLANNERS, Groups.EXECUTIVES);

  /** Who may record what took place. */
  static final List<String> RECORDERS = List.of(Groups.MILITARY_STAFF, Groups.ENVOYS);

  /** Who may report that conditions shifted: those who watch a candidate. */
  static final List<String> REPORTERS =
      List.of(Groups.ANALYSTS, Groups.ENVOYS, Groups.MILITARY_STAFF, Groups.COMMITTEE);

  /** Who may add new values to the dossier of a programme. */
  static final List<String> UPDATERS = List.of(Groups.ANALYSTS);

  /** Who may take down that a candidate withdraws: those whom its letters reach. */
  static final List<String> RECEIVERS = List.of(Groups.SECRETARIAT, Groups.ENVOYS);

  /** An account may read itself and change its password: see {@link GuardedIdentities}. */
  static final Permission[] OVER_ONESELF = {Permissions.READ, Permissions.UPDATE};

  private final AuthorizationService authorizations;

  Rights(AuthorizationService authorizations) {
    this.authorizations = authorizations;
  }

  @Transactional
  void grant() {
    everybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    everybody(Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
    STARTERS.forEach(group -> mayStart(group, PROGRAMME));
    REPORTERS.forEach(group -> mayStart(group, SHIFT_REPORT));
    RECORDERS.forEach(group -> mayStart(group, ACTIVITY_RECORD));
    UPDATERS.forEach(group -> mayStart(group, DOSSIER_UPDATE));
    mayHoldRatifications(List.of(Groups.SECRETARIAT));
    RECEIVERS.forEach(group -> mayStart(group, APPLICATION_WITHDRAWAL));
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
              own.setPermissions(OVER_ONESELF);
              authorizations.saveAuthorization(own);
            });
  }

  /** Delegations state what their Ally does with its ratification, and the secretariat for them. */
  void mayHoldRatifications(Collection<String> groups) {
    everybody(Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
    Set<String> already =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(AUTH_TYPE_GRANT)
            .resourceType(Resources.PROCESS_DEFINITION)
            .resourceId(RATIFICATION_HOLD)
            .list()
            .stream()
            .map(Authorization::getGroupId)
            .collect(Collectors.toSet());
    groups.stream()
        .filter(group -> !already.contains(group))
        .forEach(
            group ->
                group(
                    group,
                    Resources.PROCESS_DEFINITION,
                    RATIFICATION_HOLD,
                    Permissions.CREATE_INSTANCE));
  }

  private void mayStart(String group, String process) {
    group(group, Resources.PROCESS_DEFINITION, process, Permissions.CREATE_INSTANCE);
    group(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
  }

  private void managersReadEverything() {
    String managers = Groups.MANAGERS;
    group(managers, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
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
