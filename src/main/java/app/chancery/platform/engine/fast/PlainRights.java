package app.chancery.platform.engine.fast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says yes at once to a person whose group was granted just what is asked for, such as the work on
 * one task, and leaves every other case to the engine; all of them as soon as anything is revoked
 * from anybody. It takes the engine three statements to come to the same result, one of which reads
 * all rights to all open tasks.
 */
class PlainRights extends AuthorizationManager {

  private final Supplier<JdbcClient> db;
  private final Map<List<String>, List<String>> withRights = new HashMap<>();

  /** What one command is told of one thing it is told again: nothing is written until its end. */
  private final Map<List<Object>, List<Integer>> granted = new HashMap<>();

  private PlainRights(Supplier<JdbcClient> db) {
    this.db = db;
  }

  static SessionFactory session(Supplier<JdbcClient> db) {
    return Sessions.of(AuthorizationManager.class, () -> new PlainRights(db));
  }

  /**
   * Those of a person's groups that have any right at all. The engine reads the groups of all
   * rights to find them.
   */
  @Override
  public List<String> filterAuthenticatedGroupIds(List<String> groups) {
    return groups == null || groups.isEmpty()
        ? List.of()
        : withRights.computeIfAbsent(groups, this::withRights);
  }

  private List<String> withRights(List<String> groups) {
    return db.get()
        .sql("select distinct group_id_ from act_ru_authorization where group_id_ in (:groups)")
        .param("groups", groups)
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Override
  public boolean isAuthorized(String user, List<String> groups, CompositePermissionCheck asked) {
    return isPlain(asked, groups) && isGranted(groups, asked.getAtomicChecks())
        || super.isAuthorized(user, groups, asked);
  }

  /** One of several permissions, the first of them for a thing that is named. */
  private static boolean isPlain(CompositePermissionCheck asked, List<String> groups) {
    return groups != null
        && !groups.isEmpty()
        && asked.isDisjunctive()
        && asked.getCompositeChecks().isEmpty()
        && !asked.getAtomicChecks().isEmpty()
        && asked.getAtomicChecks().get(0).getResourceId() != null;
  }

  /** By a key of the table, so that it costs the same however many tasks are open. */
  private boolean isGranted(List<String> groups, List<PermissionCheck> asked) {
    PermissionCheck first = asked.get(0);
    return granted
        .computeIfAbsent(
            List.of(groups, first.getResourceType(), first.getResourceId()),
            key -> granted(groups, first))
        .stream()
        .anyMatch(permissions -> (permissions & first.getPerms()) == first.getPerms());
  }

  private List<Integer> granted(List<String> groups, PermissionCheck asked) {
    return db.get()
        .sql(
            """
            select perms_ from act_ru_authorization
            where type_ = 1 and group_id_ in (:groups)
              and resource_type_ = :type and resource_id_ = :id
              and not exists (select 1 from act_ru_authorization where type_ = 2)
            """)
        .param("groups", groups)
        .param("type", asked.getResourceType())
        .param("id", asked.getResourceId())
        .query((row, number) -> row.getInt(1))
        .list();
  }
}
