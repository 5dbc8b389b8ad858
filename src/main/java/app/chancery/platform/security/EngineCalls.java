package app.chancery.platform.security;

import app.chancery.platform.people.Groups;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The calls of the engine's REST interface that are open, at {@code /engine-rest} and in the
 * webapps alike. Everything else is open to administrators alone. That a call is open here does not
 * mean that it finds anything: the engine's own {@link Rights} decide that.
 */
final class EngineCalls {

  /**
   * A call, or many.
   *
   * @param path below the address of the engine, such as {@code /task/{id}/claim}; what is behind
   *     another webapp than the engine's begins with its name, such as {@code /cockpit}. With
   *     {@code /**} at its end, and everything below
   */
  record Call(String method, String path) {

    private static final String AND_BELOW = "/**";

    boolean covers(String method, String path) {
      if (!this.method.equals(method)) {
        return false;
      }
      if (!this.path.endsWith(AND_BELOW)) {
        return this.path.equals(path);
      }
      String above = this.path.substring(0, this.path.length() - AND_BELOW.length());
      return path.equals(above) || path.startsWith(above + "/");
    }
  }

  /** What Tasklist asks for to list tasks, to show their forms and to submit them. */
  private static final List<Call> EVERYBODY =
      calls(
          // who is there
          "GET /engine",
          "GET /admin/auth/user/{processEngineName}",
          "GET /user/{id}/profile",
          // the own password
          "PUT /user/{id}/credentials",
          "GET /identity/password-policy",
          "POST /identity/password-policy",
          "GET /tasklist/**",
          "GET /welcome/**",
          // the list
          "GET /filter",
          "GET /filter/count",
          "GET /filter/{id}",
          "GET /filter/{id}/count",
          "POST /filter/{id}/count",
          "GET /filter/{id}/list",
          "POST /filter/{id}/list",
          "GET /filter/{id}/singleResult",
          "POST /filter/{id}/singleResult",
          "OPTIONS /filter",
          "OPTIONS /filter/{id}",
          "GET /task",
          "POST /task",
          "GET /task/count",
          "POST /task/count",
          // a task
          "GET /task/{id}",
          "GET /task/{id}/form",
          "GET /task/{id}/deployed-form",
          "GET /task/{id}/form-variables",
          "GET /task/{id}/identity-links",
          "GET /task/{id}/comment",
          "GET /history/user-operation",
          "POST /task/{id}/claim",
          "POST /task/{id}/unclaim",
          "POST /task/{id}/submit-form",
          // what can be started
          "GET /process-definition",
          "GET /process-definition/count",
          "GET /process-definition/{id}",
          "GET /process-definition/{id}/startForm",
          "GET /process-definition/{id}/deployed-start-form",
          "GET /process-definition/{id}/form-variables",
          "GET /process-definition/{id}/xml",
          "POST /process-definition/{id}/submit-form",
          "GET /process-definition/key/{key}",
          "GET /process-definition/key/{key}/startForm",
          "GET /process-definition/key/{key}/deployed-start-form",
          "GET /process-definition/key/{key}/form-variables",
          "GET /process-definition/key/{key}/xml",
          "POST /process-definition/key/{key}/submit-form");

  /** What Cockpit asks for to show what is; queries with many conditions are sent by POST. */
  private static final List<Call> MANAGERS =
      calls(
          "GET /cockpit/**",
          "POST /cockpit/**",
          "GET /authorization/check",
          "GET /batch/**",
          // There are no cases; Cockpit's first page shows nothing at all unless it is told so.
          "GET /case-definition/count",
          "GET /decision-definition/**",
          "GET /decision-requirements-definition/**",
          "GET /deployment/**",
          "GET /event-subscription/**",
          "GET /execution/**",
          "GET /external-task/**",
          "GET /history/**",
          "GET /incident/**",
          "GET /job/**",
          "GET /job-definition/**",
          "GET /process-definition/**",
          "GET /process-instance/**",
          "GET /task/**",
          "GET /variable-instance/**",
          "POST /execution",
          "POST /execution/count",
          "POST /external-task",
          "POST /external-task/count",
          // the names of the groups that tasks wait for
          "POST /group",
          "POST /history/activity-instance",
          "POST /history/activity-instance/count",
          "POST /history/job-log",
          "POST /history/job-log/count",
          "POST /history/process-instance",
          "POST /history/process-instance/count",
          "POST /history/task",
          "POST /history/task/count",
          "POST /history/variable-instance",
          "POST /history/variable-instance/count",
          "POST /job",
          "POST /job/count",
          "POST /job-definition",
          "POST /job-definition/count",
          "POST /process-instance",
          "POST /process-instance/count",
          "POST /variable-instance",
          "POST /variable-instance/count");

  private EngineCalls() {}

  /**
   * Whether somebody in these groups may make that call.
   *
   * @param path with the names of its parameters in their places
   */
  static boolean areOpenTo(Collection<String> groups, String method, String path) {
    return groups.contains(Groups.ADMINISTRATORS)
        || EVERYBODY.stream().anyMatch(call -> call.covers(method, path))
        || groups.contains(Groups.MANAGERS)
            && MANAGERS.stream().anyMatch(call -> call.covers(method, path));
  }

  static List<Call> all() {
    return Stream.concat(EVERYBODY.stream(), MANAGERS.stream()).toList();
  }

  private static List<Call> calls(String... calls) {
    return Arrays.stream(calls)
        .map(call -> call.split(" "))
        .map(call -> new Call(call[0], call[1]))
        .toList();
  }
}
