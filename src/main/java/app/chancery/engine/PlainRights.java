package app.chancery.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says yes at once to a person whose group was granted just what is asked for, such as the work on
 * one task, and leaves every other case to the engine. It takes the engine three statements to come
 * to the same result, one of which reads all rights to all open tasks.
 */
class PlainRights extends AuthorizationManager {

  private final Supplier<JdbcClient> db;

  private PlainRights(Supplier<JdbcClient> db) {
    this.db = db;
  }

  static SessionFactory sessions(Supplier<JdbcClient> db) {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return AuthorizationManager.class;
      }

      @Override
      public Session openSession() {
        return new PlainRights(db);
      }
    };
  }

  /**
   * The engine shortens the list of a person's groups to those that have any right at all, for
   * which it reads the whole table. A person has few groups.
   */
  @Override
  public List<String> filterAuthenticatedGroupIds(List<String> groups) {
    return groups == null ? List.of() : groups;
  }

  @Override
  public boolean isAuthorized(String user, List<String> groups, CompositePermissionCheck asked) {
    return isPlain(asked, groups) && isGranted(groups, asked.getAtomicChecks())
        || super.isAuthorized(user, groups, asked);
  }

  /** One of several permissions for things that are named. */
  private static boolean isPlain(CompositePermissionCheck asked, List<String> groups) {
    return groups != null
        && asked.isDisjunctive()
        && asked.getCompositeChecks().isEmpty()
        && asked.getAtomicChecks().stream().allMatch(check -> check.getResourceId() != null);
  }

  private boolean isGranted(List<String> groups, List<PermissionCheck> asked) {
    List<Right> rights =
        db.get()
            .sql(
                """
                select type_, group_id_, resource_type_, resource_id_, perms_
                from act_ru_authorization
                where resource_id_ in (:ids, '*') and resource_type_ in (:types)
                """)
            .param("ids", asked.stream().map(PermissionCheck::getResourceId).distinct().toList())
            .param(
                "types", asked.stream().map(PermissionCheck::getResourceType).distinct().toList())
            .query(
                (row, number) ->
                    new Right(
                        row.getInt(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getInt(5)))
            .list();
    return rights.stream().noneMatch(Right::isRevoked)
        && rights.stream()
            .anyMatch(
                right ->
                    right.isGrantedToOneOf(groups) && asked.stream().anyMatch(right::isEnoughFor));
  }

  private record Right(int type, String group, int resourceType, String resource, int permissions) {

    boolean isRevoked() {
      return type == Authorization.AUTH_TYPE_REVOKE;
    }

    boolean isGrantedToOneOf(List<String> groups) {
      return type == Authorization.AUTH_TYPE_GRANT && groups.contains(group);
    }

    boolean isEnoughFor(PermissionCheck asked) {
      return resourceType == asked.getResourceType()
          && resource.equals(asked.getResourceId())
          && (permissions & asked.getPerms()) == asked.getPerms();
    }
  }
}
