package app.chancery.platform.security;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;

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

/** The filters of Tasklist that everybody has. Found by name; an administrator may change them. */
@Component
class SharedFilters {

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
        "My groups",
        -20,
        "#1d3557",
        "Open tasks of your groups that nobody has claimed, and those you have",
        mine()
            .includeAssignedTasks()
            .or()
            .taskUnassigned()
            .taskAssigneeExpression("${currentUser()}")
            .endOr()
            .orderByDueDate()
            .asc());
    create(
        "My tasks",
        -10,
        "#1e6b3a",
        "Tasks you have claimed",
        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}").orderByDueDate().asc());
    create(
        "Overdue",
        0,
        "#a3262a",
        "Your tasks and your groups' whose due date has passed",
        yours().dueBeforeExpression("${now()}").orderByDueDate().asc());
    create(
        "Due this week",
        10,
        "#8a5a00",
        "Your tasks and your groups' that are due within seven days",
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
      String name, int priority, String colour, String description, TaskQuery query) {
    if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
      return;
    }
    Filter filter = filters.newTaskFilter(name);
    filter.setQuery(query);
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("color", colour);
    properties.put("description", description);
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
