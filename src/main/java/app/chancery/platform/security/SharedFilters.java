package app.chancery.platform.security;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;

import app.chancery.platform.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The filters of Tasklist that everybody has. Found by their code, so that an administrator may
 * change them; those that were made before they had one are found by name.
 */
@Component
class SharedFilters {

  private static final String CODE = "code";

  private final FilterService filters;
  private final TaskService tasks;
  private final AuthorizationService authorizations;

  SharedFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
    this.filters = filters;
    this.tasks = tasks;
    this.authorizations = authorizations;
  }

  @Transactional
  void create() {
    create(
        "my-groups",
        Words.of("filter.myGroups"),
        Words.of("filter.myGroups.description"),
        -20,
        "#1d3557",
        mine()
            .includeAssignedTasks()
            .or()
            .taskUnassigned()
            .taskAssigneeExpression("${currentUser()}")
            .endOr()
            .orderByDueDate()
            .asc());
    create(
        "my-tasks",
        Words.of("filter.myTasks"),
        Words.of("filter.myTasks.description"),
        -10,
        "#1e6b3a",
        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}").orderByDueDate().asc());
    create(
        "overdue",
        Words.of("filter.overdue"),
        Words.of("filter.overdue.description"),
        0,
        "#a3262a",
        yours().dueBeforeExpression("${now()}").orderByDueDate().asc());
    create(
        "due-this-week",
        Words.of("filter.dueThisWeek"),
        Words.of("filter.dueThisWeek.description"),
        10,
        "#8a5a00",
        yours()
            .dueAfterExpression("${now()}")
            .dueBeforeExpression("${dateTime().plusDays(7).toDate()}")
            .orderByDueDate()
            .asc());
  }

  private TaskQuery mine() {
    return tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}");
  }

  private TaskQuery yours() {
    return tasks
        .createTaskQuery()
        .or()
        .taskAssigneeExpression("${currentUser()}")
        .taskCandidateGroupInExpression("${currentUserGroups()}")
        .endOr();
  }

  private void create(
      String code, String name, String description, int priority, String colour, TaskQuery query) {
    boolean made =
        filters.createTaskFilterQuery().list().stream()
            .anyMatch(
                each -> code.equals(each.getProperties().get(CODE)) || name.equals(each.getName()));
    if (made) {
      return;
    }
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("color", colour);
    properties.put("description", description);
    properties.put(CODE, code);
    properties.put("priority", priority);
    properties.put("refresh", true);
    properties.put("showUndefinedVariable", false);
    properties.put("variables", List.of());
    filter.setProperties(properties);
    Filter saved = filters.saveFilter(filter);

    Authorization reading = authorizations.createNewAuthorization(AUTH_TYPE_GLOBAL);
    reading.setResource(Resources.FILTER);
    reading.setResourceId(saved.getId());
    reading.addPermission(Permissions.READ);
    authorizations.saveAuthorization(reading);
  }
}
