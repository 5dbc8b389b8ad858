package app.chancery.platform.security;

import app.chancery.platform.people.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may do what: what is said here is said nowhere else. {@link WebSecurity} asks it about every
 * request, {@link Rights} gives the engine's authorizations by it, and {@code docs/access.md} is
 * made from it. Who does a task stands in its model, who reads a document with its kind, and which
 * single calls of the engine's interface are open in {@link EngineCalls}.
 */
final class AccessTable {

  /**
   * A process that people start by its form, and what is started so over REST.
   *
   * @param delegations whether delegations start it too, each for its own Ally
   */
  record Start(String process, List<String> groups, boolean delegations) {

    Start(String process, String... groups) {
      this(process, List.of(groups), false);
    }
  }

  /** A programme, with its dossier. */
  static final Start PROGRAMME =
      new Start("enlargement-programme", Groups.ANALYSTS, Groups.PLANNERS, Groups.EXECUTIVES);

  /** New values for the dossier of a programme. */
  static final Start DOSSIER_UPDATE = new Start("update-dossier", Groups.ANALYSTS);

  /** What took place. */
  static final Start ACTIVITY = new Start("record-activity", Groups.MILITARY_STAFF, Groups.ENVOYS);

  /** That conditions shifted is reported by those who watch a candidate. */
  static final Start SHIFT =
      new Start(
          "report-condition-shift",
          Groups.ANALYSTS,
          Groups.ENVOYS,
          Groups.MILITARY_STAFF,
          Groups.COMMITTEE);

  /** What an Ally does with its ratification is stated by its delegation, or for it. */
  static final Start RATIFICATION_HOLD =
      new Start("hold-ratification", List.of(Groups.SECRETARIAT), true);

  /** Assurances of a phase are extended by those whom their tasks are for. */
  static final Start ASSURANCES = new Start("prolong-assurances", Groups.ENVOYS);

  /** That a candidate withdraws is taken down by those whom its letters reach. */
  static final Start WITHDRAWAL =
      new Start("withdraw-application", Groups.SECRETARIAT, Groups.ENVOYS);

  static final List<Start> STARTS =
      List.of(
          PROGRAMME, DOSSIER_UPDATE, ACTIVITY, SHIFT, RATIFICATION_HOLD, ASSURANCES, WITHDRAWAL);

  /**
   * An application of the engine.
   *
   * @param name in addresses
   * @param groups that open it; none: everybody with an account
   */
  record App(String name, List<String> groups) {}

  /** Those that are not here are for administrators alone. */
  static final List<App> APPS =
      List.of(
          new App("tasklist", List.of()),
          new App("welcome", List.of()),
          new App("cockpit", List.of(Groups.MANAGERS)));

  static final List<Route> PAGES =
      all(
          anybody(
              "GET /login",
              "POST /login",
              "POST /login/wait",
              "GET /login/provider",
              "GET /login/provider/back",
              "POST /logout/provider",
              "POST /logout/leaving",
              "* /error"),
          limited(AccessLimit.SECRET, anybody("GET /calendar/{secret}.ics")),
          everybody(
              "POST /logout",
              "GET /",
              "GET /masthead",
              "GET /words/webapps",
              "GET /readings/{kind}",
              "GET /calendar",
              "GET /forecast",
              "GET /forecast/figures"),
          everybody(
              "GET /programmes/{key}/milestones",
              "GET /programmes/{key}/rounds",
              "GET /programmes/{key}/ratifications",
              "GET /programmes/{key}/reviews"),
          limited(AccessLimit.DECISIONS, everybody("GET /programmes/{key}/decisions")),
          limited(AccessLimit.TOLD, everybody("GET /programmes/{key}/told")),
          limited(AccessLimit.SEEN_TASKS, everybody("GET /work", "GET /work/in-place")),
          limited(
              AccessLimit.TASK,
              everybody(
                  "POST /work/claim",
                  "POST /work/give-back",
                  "POST /work/hand-over",
                  "GET /tasks/{id}",
                  "POST /tasks/{id}",
                  "GET /tasks/{id}/picture",
                  "GET /tasks/{id}/done",
                  "POST /tasks/{id}/claim",
                  "POST /tasks/{id}/give-back",
                  "POST /tasks/{id}/hand-over",
                  "POST /tasks/{id}/take-over",
                  "POST /tasks/{id}/take-back",
                  "GET /tasks/{id}/draft",
                  "PUT /tasks/{id}/draft",
                  "DELETE /tasks/{id}/draft",
                  "GET /rounds/{id}/answers/{task}",
                  "POST /rounds/{id}/answers/{task}")),
          limited(
              AccessLimit.STARTER,
              everybody(
                  "GET /start/{process}",
                  "POST /start/{process}",
                  "GET /start/{process}/done",
                  "GET /start/{process}/draft",
                  "PUT /start/{process}/draft",
                  "DELETE /start/{process}/draft")),
          limited(
              AccessLimit.HEADS,
              everybody(
                  "GET /work/group/{group}",
                  "POST /work/group/{group}/give",
                  "POST /work/group/{group}/take-back")),
          limited(
              AccessLimit.OWN,
              everybody(
                  "GET /inbox",
                  "GET /inbox/{id}",
                  "POST /inbox/{id}/read",
                  "POST /inbox/read",
                  "GET /inbox/choices",
                  "POST /inbox/choices",
                  "POST /calendar/feed",
                  "POST /calendar/feed/revoke",
                  "GET /absence",
                  "POST /absence",
                  "POST /absence/{id}/end")),
          limited(AccessLimit.RATINGS, everybody("GET /programmes", "GET /programmes/figures")),
          limited(AccessLimit.HOLDERS, everybody("GET /programmes/{key}")),
          limited(
              AccessLimit.DOCUMENT,
              everybody("GET /programmes/{key}/deliverables/{id:[0-9]{1,18}}")),
          limited(
              AccessLimit.ENTERER,
              everybody("GET /programmes/{key}/corrections", "POST /programmes/{key}/corrections")),
          limited(
              AccessLimit.TALK,
              everybody(
                  "GET /programmes/{key}/talk",
                  "GET /programmes/{key}/colleagues",
                  "POST /programmes/{key}/comments",
                  "POST /programmes/{key}/files",
                  "GET /tasks/{id}/talk",
                  "GET /tasks/{id}/colleagues",
                  "POST /tasks/{id}/comments",
                  "POST /tasks/{id}/files",
                  "GET /files/{id}",
                  "GET /files/{id}/shown")),
          limited(
              AccessLimit.WRITER,
              everybody(
                  "POST /comments/{id}", "POST /comments/{id}/strike", "POST /files/{id}/remove")),
          limited(
              AccessLimit.POSITIONS,
              everybody(
                  "GET /council",
                  "GET /rounds/{id}",
                  "GET /rounds/{id}/status",
                  "GET /rounds/{id}/receipts/{ally}/{answer}")),
          members(List.of(Groups.staff()), "GET /outcomes", "GET /outcomes/retention"),
          // What the office tries, with the alliance's capacity: not for the delegations.
          members(
              List.of(Groups.staff()),
              "GET /what-if",
              "GET /what-if/figures",
              "POST /what-if/scenarios",
              "POST /what-if/scenarios/{id}/delete"),
          // Policy is no secret among staff, and the delegations see what it makes of a programme.
          members(
              List.of(Groups.staff()),
              "GET /policy",
              "GET /policy/tables/{table}/{version}",
              "GET /policy/trials/{id}"),
          members(
              List.of(Groups.ANALYSTS, Groups.PLANNERS, Groups.EXECUTIVES),
              "POST /policy/trials",
              "POST /policy/trials/{id}/again"),
          // Who answers for packages answers for what they come from; who runs the office does not.
          members(List.of(Groups.EXECUTIVES), "POST /policy/trials/{id}/release"),
          members(List.of(Groups.OfOneRight.AUDITORS), "GET /audit"),
          administrators(
              "GET /mails",
              "POST /mails/{id}/try-again",
              "GET /incidents",
              "POST /incidents/{id}/try-again"));

  static final List<Route> CALLS =
      all(
          everybody(
              "POST /api/v1/tiering/preview",
              "POST /api/v1/tiering/moves",
              "GET /api/v1/programmes/{key}/dossier-updates",
              "GET /api/v1/programmes/{key}/condition-shifts",
              "GET /api/v1/oversight-reports",
              "GET /api/v1/calendar.ics",
              "GET /api/v1/schemas/document.json"),
          limited(AccessLimit.RATINGS, everybody("GET /api/v1/programmes")),
          limited(AccessLimit.HOLDERS, everybody("GET /api/v1/programmes/{key}")),
          everybody("GET /api/v1/programmes/{key}/forecast"),
          limited(
              AccessLimit.DOCUMENT,
              everybody(
                  "GET /api/v1/programmes/{key}/deliverables",
                  "GET /api/v1/programmes/{key}/deliverables/{id}")),
          limited(AccessLimit.OWN, everybody("GET /api/v1/inbox", "PUT /api/v1/inbox/{id}/read")),
          starters(PROGRAMME, "POST /api/v1/programmes", "POST /api/v1/programmes/import"),
          starters(ACTIVITY, "POST /api/v1/programmes/{key}/activities"),
          starters(SHIFT, "POST /api/v1/programmes/{key}/condition-shifts"),
          starters(DOSSIER_UPDATE, "POST /api/v1/programmes/{key}/dossier-updates"),
          limited(
              AccessLimit.ALLY,
              starters(
                  RATIFICATION_HOLD,
                  "POST /api/v1/programmes/{key}/ratifications",
                  "POST /api/v1/programmes/{key}/ratification-holds")),
          members(
              List.of(Groups.staff()),
              "GET /api/v1/outcomes",
              "GET /api/v1/outcomes/series",
              "GET /api/v1/outcomes/days",
              "GET /api/v1/outcomes/retention"),
          members(List.of(Groups.staff()), "GET /api/v1/policy/moves"),
          members(List.of(Groups.OfOneRight.AUDITORS), "GET /api/v1/audit"),
          administrators("DELETE /api/v1/sessions", "DELETE /api/v1/closed-accounts"),
          // What is added to the interface is closed until it stands here.
          administrators("* /api/**"),
          limited(AccessLimit.ENGINE_CALLS, everybody("* /engine-rest/**")));

  /** What stands in files, and the page to try the interface. */
  static final List<Route> FILES =
      all(
          anybody(
              "GET /chancery.css",
              "GET /chancery.svg",
              "GET /favicon.ico",
              "GET /page.js",
              "GET /forget-forms.js"),
          everybody(
              "GET /*.js",
              "GET /webapps/*",
              "GET /webjars/**",
              "GET /swagger-ui.html",
              "GET /swagger-ui/**",
              "GET /v3/api-docs",
              "GET /v3/api-docs.yaml",
              "GET /v3/api-docs/swagger-config"));

  /** Whether the office is up, and its figures. */
  static final List<Route> WATCHING =
      all(
          anybody(
              "GET /actuator/health",
              "GET /actuator/health/liveness",
              "GET /actuator/health/readiness"),
          members(
              List.of(Groups.OfOneRight.MONITORING, Groups.ADMINISTRATORS),
              "GET /actuator/prometheus",
              "* /actuator/**"));

  /** Nothing answers at any other address, whoever asks. */
  private static final List<Route> ELSE = everybody("* /**");

  static final List<Route> WEBAPPS =
      all(
          nobody(
              // Who can reach this can create an administrator (CVE-2026-77226).
              "* /camunda/api/admin/setup/**",
              "* /camunda/app/admin/*/setup/**",
              // There is one login; this one would let an account guess another's password.
              "* /camunda/api/admin/auth/user/*/login/**"),
          limited(AccessLimit.WEBAPPS, everybody("* /camunda/app/**")),
          limited(AccessLimit.ENGINE_CALLS, everybody("* /camunda/api/**")),
          everybody("* /camunda/**"));

  private AccessTable() {}

  /** Everything but the webapps, what is narrower first. */
  static List<Route> office() {
    return narrowerFirst(all(PAGES, CALLS, FILES, WATCHING, ELSE));
  }

  static List<Route> webapps() {
    return narrowerFirst(WEBAPPS);
  }

  private static List<Route> narrowerFirst(List<Route> routes) {
    return routes.stream().sorted(Comparator.comparing(Route::pattern)).toList();
  }

  private static List<Route> anybody(String... calls) {
    return routes(Audience.ANYBODY, List.of(), calls);
  }

  private static List<Route> everybody(String... calls) {
    return routes(Audience.EVERYBODY, List.of(), calls);
  }

  private static List<Route> nobody(String... calls) {
    return routes(Audience.NOBODY, List.of(), calls);
  }

  private static List<Route> members(List<String> groups, String... calls) {
    return routes(Audience.MEMBERS, groups, calls);
  }

  private static List<Route> administrators(String... calls) {
    return members(List.of(Groups.ADMINISTRATORS), calls);
  }

  /** What starts a process, or does over REST what it does. */
  private static List<Route> starters(Start start, String... calls) {
    return routes(
        start.delegations() ? Audience.MEMBERS_OR_DELEGATION : Audience.MEMBERS,
        Stream.concat(start.groups().stream(), Stream.of(Groups.ADMINISTRATORS)).toList(),
        calls);
  }

  private static List<Route> routes(Audience audience, List<String> groups, String... calls) {
    return Arrays.stream(calls)
        .map(call -> call.split(" "))
        .map(call -> new Route(call[0], call[1], audience, groups, Optional.empty()))
        .toList();
  }

  private static List<Route> limited(AccessLimit limit, List<Route> routes) {
    return routes.stream()
        .map(
            route ->
                new Route(
                    route.method(),
                    route.path(),
                    route.audience(),
                    route.groups(),
                    Optional.of(limit)))
        .toList();
  }

  @SafeVarargs
  private static List<Route> all(List<Route>... parts) {
    List<Route> all = new ArrayList<>();
    for (List<Route> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }
}
