package app.chancery.desk.work.process;

import app.chancery.platform.people.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Which tasks the engine shows somebody, as a condition for one statement that also counts, sorts
 * and cuts. The engine's rule: to read the task, or the tasks of its process, granted to the
 * person, to a group of theirs or to everybody. As soon as anything is revoked from anybody, which
 * of several rights wins is left to the engine.
 */
@Component
class Sight {

  private static final String EVERYTHING = "1 = 1";

  /** Those authorizations that are about the person. */
  private static final String OF_PERSON =
      """
      (a.type_ = 0 and a.user_id_ = '*' or a.type_ = 1
        and (a.user_id_ = :person or a.group_id_ in (:groups)))
      """;

  private final JdbcClient db;
  private final TaskService tasks;

  Sight(JdbcClient db, TaskService tasks) {
    this.db = db;
    this.tasks = tasks;
  }

  /**
   * For a statement in which {@code t} is a task and {@code d} the definition of its process.
   *
   * @param person who acts
   */
  Condition of(Person person) {
    if (isAnythingRevoked()) {
      return new Condition(
          "t.id_ = any(:visible)",
          Map.of("visible", new SqlArrayValue("varchar", (Object[]) visible())),
          true);
    }
    List<String> readable = new ArrayList<>();
    for (Grant grant : widerGrants(person)) {
      if (grant.isOfAll()) {
        return new Condition(EVERYTHING, Map.of(), true);
      }
      if (grant.isOf(Resources.PROCESS_DEFINITION)) {
        readable.add(grant.resource());
      }
    }
    Map<String, Object> parameters = new HashMap<>(who(person));
    String task =
        "t.id_ in (select a.resource_id_ from act_ru_authorization a where a.resource_type_ = "
            + Resources.TASK.resourceType()
            + " and "
            + granted(Permissions.READ)
            + " and "
            + OF_PERSON
            + ")";
    if (readable.isEmpty()) {
      return new Condition(task, parameters, false);
    }
    parameters.put("readable", readable);
    return new Condition("(d.key_ in (:readable) or " + task + ")", parameters, true);
  }

  private boolean isAnythingRevoked() {
    return db.sql("select count(*) from act_ru_authorization where type_ = :revoked")
            .param("revoked", Authorization.AUTH_TYPE_REVOKE)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Of the person who acts, as the engine decides. */
  private String[] visible() {
    return tasks.createTaskQuery().list().stream().map(Task::getId).toArray(String[]::new);
  }

  /** What is granted of more than one task. */
  private List<Grant> widerGrants(Person person) {
    return db.sql(
            """
            select a.resource_type_, a.resource_id_ from act_ru_authorization a
            where (a.resource_type_ = %s and a.resource_id_ = '*' and %s
                or a.resource_type_ = %s and %s)
              and %s
            """
                .formatted(
                    Resources.TASK.resourceType(),
                    granted(Permissions.READ),
                    Resources.PROCESS_DEFINITION.resourceType(),
                    granted(ProcessDefinitionPermissions.READ_TASK),
                    OF_PERSON))
        .params(who(person))
        .query((row, number) -> new Grant(row.getInt(1), row.getString(2)))
        .list();
  }

  private static Map<String, Object> who(Person person) {
    return Map.of("person", person.id(), "groups", groups(person));
  }

  /** Theirs, for a statement: no group has an empty name, and a list must not be empty. */
  static List<String> groups(Person person) {
    return person.groups().isEmpty() ? List.of("") : person.groups();
  }

  /**
   * A bit of a number, in what every database understands. PostgreSQL expects few rows of what
   * equals something and most of what does not, and most grants are to read.
   */
  private static String granted(Permission permission) {
    return "mod(a.perms_ / %s, 2) <> 0".formatted(permission.getValue());
  }

  private record Grant(int type, String resource) {

    boolean isOf(Resource resources) {
      return type == resources.resourceType();
    }

    boolean isOfAll() {
      return resource.equals(Authorization.ANY);
    }
  }

  /**
   * @param parameters that stand in it
   * @param wide whether more is seen than single tasks, each granted by itself
   */
  record Condition(String sql, Map<String, Object> parameters, boolean wide) {}
}
