package app.chancery.platform.security;

import app.chancery.ModelFiles;
import app.chancery.documents.DeliverableKind;
import app.chancery.platform.forms.FormPart;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Heads;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The page {@code docs/access.md}: who may do what, from the table, the models, the kinds of
 * documents and the calls of the engine.
 */
final class AccessPage {

  /** One of each delegation, which all have the same rights. */
  private static final String DELEGATION = Delegations.groupOf("fr");

  private static final String DELEGATIONS = "delegations";

  private static final String STAFF = "the staff";

  private static final String NOTHING = "–";

  /**
   * @param groups that may do it; one delegation stands for all
   * @param confidential whether its form asks for something confidential
   */
  private record Task(String process, String name, List<String> groups, boolean confidential) {}

  private final Map<String, String> processes = new HashMap<>();
  private final List<Task> tasks = new ArrayList<>();
  private final Map<String, String> summaries;
  private final StringBuilder page = new StringBuilder();

  AccessPage(ApplicationContext application) {
    Set<String> confidential =
        ModelFiles.forms().stream()
            .filter(
                form ->
                    form.components().stream()
                        .anyMatch(
                            part -> part.path("key").asText().startsWith(FormPart.CONFIDENTIAL)))
            .map(ModelFiles.FormFile::id)
            .collect(Collectors.toSet());
    ModelFiles.models()
        .forEach(
            model -> {
              Process process = model.getModelElementsByType(Process.class).iterator().next();
              processes.put(process.getId(), process.getName());
              model.getModelElementsByType(UserTask.class).stream()
                  .map(
                      task ->
                          new Task(
                              process.getName(),
                              task.getName(),
                              candidates(task),
                              confidential.contains(task.getCamundaFormRef())))
                  .forEach(tasks::add);
            });
    tasks.sort(Comparator.comparing(Task::process));
    summaries = summaries(application);
  }

  String text() {
    page.append(
        """
        # Who may do what

        This page is made by the build and fails it when it is not what the code says (`AccessTest`). Addresses, starts and applications
        stand in [AccessTable](../src/main/java/app/chancery/platform/security/AccessTable.java), from which the rules of the web and the
        engine's authorizations are made; who does a task stands in its model, who reads a document with its kind, the engine's calls in
        [EngineCalls](../src/main/java/app/chancery/platform/security/EngineCalls.java). A test calls every address as one of each group and as a
        stranger. What stands behind these rights in words: [security.md](security.md).

        Everybody has an account and belongs to groups; rights belong to groups. Whoever stands in for somebody has their groups meanwhile,
        but never those of administrators ([standing in](security.md#standing-in)). An administrator may add rights for the engine in Admin; they are not here.

        """);
    groups();
    starts();
    tasks();
    documents();
    routes(
        "Pages", "What people have in a browser, and what their pages ask for.", AccessTable.PAGES);
    calls();
    engine();
    apps();
    routes(
        "Signs of life",
        "Whether the office is up, without details, and its figures.",
        AccessTable.WATCHING);
    routes(
        "Files", "What pages are made of, and the page to try the interface.", AccessTable.FILES);
    return page.toString();
  }

  private void groups() {
    heading("By group", "What each group has beyond what everybody with an account has.");
    table("group", "starts", "does the tasks", "alone reads", "alone opens or calls");
    Stream.of(
            Groups.names().keySet().stream(),
            Stream.of(DELEGATION, Heads.groupOf(Groups.ANALYSTS)),
            Groups.rights().keySet().stream().filter(group -> !Heads.areIn(group)))
        .flatMap(groups -> groups)
        .forEach(this::group);
    page.append(
        "\nThere is a group of heads for each group that does tasks, such as `%s`, and one of each delegation if an administrator makes it.\n"
            .formatted(Heads.groupOf(Groups.ANALYSTS)));
    page.append(
        "\nThe staff is whoever is of one of the groups of the office, from %s to %s. A delegation, the heads of a group, the monitoring, the auditors and a group that an administrator made make nobody one of it.\n"
            .formatted(word(Groups.ANALYSTS), word(Groups.ADMINISTRATORS)));
  }

  private void group(String group) {
    boolean all = group.equals(Groups.ADMINISTRATORS);
    row(
        "**"
            + capital(word(group))
            + "** `"
            + (group.equals(DELEGATION) ? "delegation-xx" : group)
            + "`",
        all
            ? "everything"
            : list(
                AccessTable.STARTS.stream()
                    .filter(start -> starts(start, group))
                    .map(start -> processes.get(start.process()))),
        all
            ? "any, as the engine lets administrators"
            : list(
                tasks.stream()
                    .filter(task -> task.groups().contains(group))
                    .map(Task::name)
                    .distinct()),
        list(
            Arrays.stream(DeliverableKind.values())
                .filter(kind -> kind.readers().contains(group))
                .map(kind -> kind.title())),
        list(
            Stream.concat(
                AccessTable.APPS.stream()
                    .filter(app -> app.groups().contains(group))
                    .map(app -> capital(app.name())),
                all
                    ? Stream.of("all applications of the engine", "mails", "incidents", "sessions")
                    : Stream.concat(
                        Stream.of(AccessTable.PAGES, AccessTable.CALLS, AccessTable.WATCHING)
                            .flatMap(List::stream)
                            .filter(route -> route.audience() == Audience.MEMBERS)
                            .filter(route -> route.groups().contains(group))
                            .filter(route -> !route.path().contains("*"))
                            .map(Route::path)
                            .distinct()
                            .map(AccessPage::code),
                        Heads.areIn(group)
                            ? Stream.of("`/work/group/%s`".formatted(Heads.headed(group)))
                            : Stream.empty()))));
  }

  private static boolean starts(AccessTable.Start start, String group) {
    return start.groups().contains(group) || start.delegations() && Delegations.isOne(group);
  }

  private void starts() {
    heading(
        "Starting a process",
        "By its form in Tasklist and on the desk. Administrators start each.");
    table("process", "started by");
    AccessTable.STARTS.forEach(
        start ->
            row(
                processes.get(start.process()) + " " + code(start.process()),
                words(
                        Stream.concat(
                                start.groups().stream(),
                                start.delegations() ? Stream.of(DELEGATION) : Stream.empty())
                            .toList())
                    + (start.delegations() ? ", each for its own Ally" : "")));
    page.append("\nAll other processes are started by the office alone.\n");
  }

  private void tasks() {
    heading(
        "Tasks",
        "Each is seen, taken and done by the groups of its model; managers see that it is there, administrators may do it.");
    table("process", "task", "done by", "its form");
    tasks.forEach(
        task ->
            row(
                task.process(),
                task.name(),
                words(task.groups())
                    + (task.groups().contains(DELEGATION) ? ", each for its own Ally" : ""),
                task.confidential() ? "confidential: shown to these groups alone" : NOTHING));
  }

  private void documents() {
    heading("Documents", "As HTML, PDF and JSON alike.");
    table("document", "drafts are read by", "once approved, by");
    for (DeliverableKind kind : DeliverableKind.values()) {
      boolean restricted = !kind.readers().isEmpty();
      String readers = restricted ? words(sorted(kind.readers())) + " alone" : "";
      row(
          kind.title(),
          restricted ? readers : STAFF,
          restricted ? readers : "everybody with an account that is of a group");
    }
  }

  private void calls() {
    heading(
        "REST calls",
        "What is added under `/api` is closed to all but administrators until it stands in the table.");
    table("call", "what it does", "who", "of these");
    AccessTable.CALLS.forEach(
        route ->
            row(
                code(route.method() + " " + route.path()),
                summaries.getOrDefault(
                    route.method() + " " + route.path(),
                    route.path().contains("*") ? "any other" : NOTHING),
                audience(route),
                limit(route)));
  }

  private void engine() {
    heading(
        "Calls of the engine",
        "At `/engine-rest` and below the applications alike. All others are for administrators alone. That a call is open does"
            + " not mean that it finds anything: the engine shows each person what the sections above give them.");
    table("who", "calls");
    Set<EngineCalls.Call> everybody = new LinkedHashSet<>();
    Set<EngineCalls.Call> managers = new LinkedHashSet<>();
    EngineCalls.all()
        .forEach(
            call ->
                (EngineCalls.areOpenTo(List.of(), call.method(), call.path())
                        ? everybody
                        : managers)
                    .add(call));
    row(Audience.EVERYBODY.word(), engineCalls(everybody));
    row(words(List.of(Groups.MANAGERS)) + " besides", engineCalls(managers));
  }

  private static String engineCalls(Collection<EngineCalls.Call> calls) {
    return calls.stream()
        .map(call -> code(call.method() + " " + call.path()))
        .collect(Collectors.joining("<br>"));
  }

  private void apps() {
    heading(
        "Applications of the engine",
        "Below `/camunda/app`; others than these are for administrators alone.");
    table("application", "opened by");
    AccessTable.APPS.forEach(
        app ->
            row(
                capital(app.name()),
                app.groups().isEmpty()
                    ? Audience.EVERYBODY.word()
                    : words(app.groups()) + ", administrators"));
    row("Admin", "administrators");
    page.append("\n");
    rows(AccessTable.WEBAPPS);
  }

  private void routes(String heading, String lead, List<Route> routes) {
    heading(heading, lead);
    rows(routes);
  }

  /** Calls of one address that are open to the same people stand in one row. */
  private void rows(List<Route> routes) {
    table("address", "calls", "who", "of these");
    Map<List<String>, Set<String>> methods = new LinkedHashMap<>();
    routes.stream()
        .sorted(Comparator.comparing(Route::path))
        .forEach(
            route ->
                methods
                    .computeIfAbsent(
                        List.of(route.path(), audience(route), limit(route)),
                        first -> new LinkedHashSet<>())
                    .add(route.method().equals(Route.ANY) ? "all" : route.method()));
    methods.forEach(
        (row, calls) -> row(code(row.get(0)), String.join(", ", calls), row.get(1), row.get(2)));
  }

  private static String audience(Route route) {
    return switch (route.audience()) {
      case MEMBERS ->
          Set.copyOf(route.groups()).equals(Set.of(Groups.staff())) ? STAFF : words(route.groups());
      case MEMBERS_OR_DELEGATION -> words(route.groups()) + ", " + DELEGATIONS;
      default -> route.audience().word();
    };
  }

  private static String limit(Route route) {
    return route.limit().map(AccessLimit::word).orElse(NOTHING);
  }

  private static List<String> candidates(UserTask task) {
    return Arrays.stream(task.getCamundaCandidateGroups().split(","))
        .map(group -> group.contains("${") ? DELEGATION : group.strip())
        .toList();
  }

  private static Map<String, String> summaries(ApplicationContext application) {
    Map<String, String> summaries = new HashMap<>();
    application
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              Operation operation = handler.getMethodAnnotation(Operation.class);
              if (operation != null && !operation.summary().isEmpty()) {
                for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                  mapping
                      .getPatternValues()
                      .forEach(path -> summaries.put(method + " " + path, operation.summary()));
                }
              }
            });
    return summaries;
  }

  private static List<String> sorted(Set<String> groups) {
    return groups.stream().sorted().toList();
  }

  private static String words(Collection<String> groups) {
    return groups.stream().map(AccessPage::word).collect(Collectors.joining(", "));
  }

  private static String word(String group) {
    if (Delegations.isOne(group)) {
      return DELEGATIONS;
    }
    return Heads.areIn(group)
        ? "heads of groups"
        : Groups.word(group, Groups.rights().getOrDefault(group, group).toLowerCase(Locale.ROOT));
  }

  private void heading(String title, String lead) {
    page.append("\n## ").append(title).append("\n\n").append(lead).append("\n\n");
  }

  private void table(String... columns) {
    row(columns);
    page.append("|---".repeat(columns.length)).append("|\n");
  }

  private void row(String... cells) {
    page.append("| ")
        .append(
            Arrays.stream(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ")))
        .append(" |\n");
  }

  private static String list(Stream<String> entries) {
    String list = entries.collect(Collectors.joining(", "));
    return list.isEmpty() ? NOTHING : list;
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
