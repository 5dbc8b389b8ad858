package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Heads;
import app.chancery.platform.signon.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * What the running office answers whom is what {@link AccessTable} says: every address that it has
 * is in the table, and each is called by one of each group and by a stranger. The calls of the
 * engine's interface, which has a table of its own, are called in {@link EngineCallsTest}.
 */
@WebOfficeTest
class AccessTest {

  /**
   * Answered by filters and not by a handler: {@link app.chancery.platform.signon.SignOnTest},
   * {@link app.chancery.platform.signon.SignOnOfMinistryTest}.
   */
  private static final Set<String> OF_FILTERS =
      Set.of("POST /login", "POST /logout", "GET " + Provider.BACK);

  /** Groups of which the samples have no account; somebody of each is made. */
  private static final List<String> WITHOUT_SAMPLE =
      List.of(Groups.OfOneRight.MONITORING, Heads.groupOf(Groups.ANALYSTS));

  private static final String STRANGER = "stranger";

  @LocalServerPort private int port;
  @Autowired private WebApplicationContext application;
  @Autowired private IdentityService identities;

  static Stream<String> callers() {
    return Stream.concat(
        Stream.concat(OneOfEachGroup.accounts().stream(), Stream.of("admin", "auditor", STRANGER)),
        WITHOUT_SAMPLE.stream());
  }

  @Test
  void everyAddressIsInTheTableAndNothingElse() {
    Set<String> inTable =
        Stream.of(AccessTable.PAGES, AccessTable.CALLS, AccessTable.FILES, AccessTable.WATCHING)
            .flatMap(List::stream)
            .map(AccessTest::called)
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> handlers = handlers();
    List<String> files = files();

    assertThat(handlers).hasSizeGreaterThan(90);
    assertThat(inTable).as("addresses in the table").containsAll(handlers);
    assertThat(inTable)
        .as("lines of the table that are about nothing")
        .filteredOn(call -> !OF_FILTERS.contains(call))
        .filteredOn(call -> !call.contains("*") || call.startsWith("* /error"))
        .isNotEmpty()
        .allMatch(call -> handlers.contains(call) || files.contains(call.replace("GET ", "")));
  }

  @Test
  void everyFileIsInTheTable() {
    assertThat(files())
        .hasSizeGreaterThan(15)
        .allMatch(
            file -> AccessTable.FILES.stream().anyMatch(route -> route.isOf("GET", file)),
            "is in the table");
  }

  @Test
  void whatServesFilesAndWhichServletsThereAreIsInTheTable() {
    Set<String> served =
        Stream.concat(
                application.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                    .flatMap(mapping -> mapping.getHandlerMap().keySet().stream()),
                Objects.requireNonNull(application.getServletContext())
                    .getServletRegistrations()
                    .values()
                    .stream()
                    .flatMap(servlet -> servlet.getMappings().stream()))
            .collect(Collectors.toCollection(TreeSet::new));
    List<Route> lines =
        Stream.of(AccessTable.FILES, AccessTable.CALLS, AccessTable.WEBAPPS)
            .flatMap(List::stream)
            .toList();

    assertThat(served).contains("/engine-rest/*", "/camunda/api/admin/*", "/**", "/swagger-ui/**");
    // Spring MVC's own, and the files that are looked at one by one.
    served.removeAll(Set.of("/", "/**"));
    assertThat(served)
        .isNotEmpty()
        .allMatch(
            pattern ->
                lines.stream()
                    .anyMatch(route -> route.isOf("GET", pattern.replaceAll("\\*+", "x"))),
            "is in the table");
  }

  @Test
  void whatAPageForAnybodyAsksForIsForAnybodyToo() {
    Visitor stranger = Visitor.stranger(port);
    Set<String> asked =
        AccessTable.office().stream()
            .filter(
                route -> route.audience() == Audience.ANYBODY && route.isOf("GET", route.path()))
            .map(route -> stranger.open(filled(route.path(), "1")).body())
            .flatMap(
                page ->
                    Jsoup.parse(page).select("link[href], [src]").stream()
                        .map(part -> part.hasAttr("src") ? part.attr("src") : part.attr("href")))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(asked)
        .contains("/chancery.css", "/page.js")
        .allMatch(file -> stranger.open(file).statusCode() == 200, "is answered");
  }

  @ParameterizedTest
  @MethodSource("callers")
  void whatEverybodyIsAnsweredIsWhatTheTableSays(String caller) {
    List<String> wrong = new ArrayList<>();
    String account = WITHOUT_SAMPLE.contains(caller) ? "someone" : caller;
    List<String> groups = groups(caller);
    if (WITHOUT_SAMPLE.contains(caller)) {
      make(account, caller);
    }
    try {
      Visitor visitor = visitor(account);
      List<String> files = files();
      for (Route route : AccessTable.office()) {
        for (String address : addresses(route, files)) {
          if (!OF_FILTERS.contains(called(route))) {
            String method = route.method().equals(Route.ANY) ? "GET" : route.method();
            HttpResponse<String> answer = visitor.send(method, address, "{}");
            Answer got = Answer.of(answer);
            if (!allowed(route, groups).contains(got) || answer.statusCode() >= 500) {
              wrong.add(route + ": " + answer.statusCode() + " " + Visitor.location(answer));
            }
          }
        }
      }
    } finally {
      if (WITHOUT_SAMPLE.contains(caller)) {
        identities.deleteUser(account);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void anApplicationOfTheEngineIsOpenedByThoseWhomTheTableNames() {
    Map<String, List<String>> apps = new HashMap<>();
    AccessTable.APPS.forEach(app -> apps.put(app.name(), app.groups()));

    List<String> wrong = new ArrayList<>();
    for (String account : OneOfEachGroup.accounts()) {
      for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
        boolean may =
            apps.containsKey(app)
                && (apps.get(app).isEmpty() || !disjoint(apps.get(app), groups(account)));
        int status =
            OneOfEachGroup.loggedIn(port, account)
                .open("/camunda/app/" + app + "/default/")
                .statusCode();
        if (status != (may ? 200 : 403)) {
          wrong.add(account + " in " + app + ": " + status);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsForNobodyIsNotForAdministratorsEither() {
    Visitor admin = OneOfEachGroup.loggedIn(port, "admin");
    List<Route> closed =
        AccessTable.WEBAPPS.stream().filter(route -> route.audience() == Audience.NOBODY).toList();

    assertThat(closed)
        .hasSize(3)
        .allMatch(
            route -> admin.post(filled(route.path(), "default"), "{}").statusCode() == 403,
            "is refused");
    assertThat(Visitor.stranger(port).get("/camunda/app/tasklist/default/").statusCode())
        .isEqualTo(401);
  }

  @Test
  void theListOfRightsIsThatOfTheTable() throws IOException {
    Path made = Path.of("target", "access.md");
    Files.writeString(made, new AccessPage(application).text());

    assertThat(Path.of("docs", "access.md"))
        .as("the rights have changed; read %s and copy it there", made)
        .hasSameTextualContentAs(made);
  }

  private enum Answer {
    LOG_IN,
    NOT_ALLOWED,
    LET_IN;

    static Answer of(HttpResponse<String> answer) {
      if (answer.statusCode() == 401
          || Set.of("/login", "/login?ended").contains(Visitor.location(answer))) {
        return LOG_IN;
      }
      return answer.statusCode() == 403 ? NOT_ALLOWED : LET_IN;
    }
  }

  /**
   * @param groups null of a stranger
   */
  private static Set<Answer> allowed(Route route, List<String> groups) {
    if (groups == null) {
      return Set.of(route.audience() == Audience.ANYBODY ? Answer.LET_IN : Answer.LOG_IN);
    }
    if (!route.letsIn(groups)) {
      return Set.of(Answer.NOT_ALLOWED);
    }
    return route.limit().isPresent()
        ? Set.of(Answer.LET_IN, Answer.NOT_ALLOWED)
        : Set.of(Answer.LET_IN);
  }

  private static List<String> groups(String caller) {
    return switch (caller) {
      case STRANGER -> null;
      case "admin" -> List.of(Groups.ADMINISTRATORS);
      case "auditor" -> List.of(Groups.OfOneRight.AUDITORS);
      default ->
          List.of(
              OneOfEachGroup.accounts().contains(caller) ? OneOfEachGroup.groupOf(caller) : caller);
    };
  }

  private Visitor visitor(String account) {
    if (!account.equals(STRANGER)) {
      return Visitor.program(port, account);
    }
    Visitor stranger = Visitor.stranger(port);
    stranger.open("/login");
    return stranger.with("X-CHANCERY-CSRF", stranger.cookie("CHANCERY-CSRF").orElseThrow());
  }

  private void make(String account, String group) {
    User user = identities.newUser(account);
    user.setPassword("chancery");
    ((IdentityServiceImpl) identities).saveUser(user, true);
    identities.createMembership(account, group);
  }

  private static boolean disjoint(Collection<String> some, Collection<String> others) {
    return Collections.disjoint(some, others);
  }

  /** What a line is called by: each file it is about, or its pattern with something filled in. */
  private static List<String> addresses(Route route, List<String> all) {
    List<String> files =
        all.stream()
            .filter(file -> route.path().contains("*") && AccessTable.FILES.contains(route))
            .filter(file -> route.isOf("GET", file) && isDecidedBy(route, file))
            .toList();
    return files.isEmpty() ? List.of(filled(route.path(), "1")) : files;
  }

  private static boolean isDecidedBy(Route route, String address) {
    return AccessTable.office().stream()
        .filter(each -> each.isOf("GET", address))
        .findFirst()
        .equals(Optional.of(route));
  }

  private static String filled(String path, String place) {
    return path.replaceAll("/\\{[^/]*}", "/" + place)
        .replaceAll("\\{\\w+}", place)
        .replace("**", "no-such-thing")
        .replace("*", place);
  }

  private static String called(Route route) {
    return route.method() + " " + route.path();
  }

  /** Every address that Spring MVC and Actuator have a handler for. */
  private Set<String> handlers() {
    return application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(AccessTest::calls)
        .flatMap(
            call ->
                call.endsWith("/actuator/health/**")
                    ? Stream.of("liveness", "readiness").map(sign -> call.replace("**", sign))
                    : Stream.of(call))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> calls(RequestMappingInfo mapping) {
    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
    return mapping.getPatternValues().stream()
        .flatMap(
            path ->
                methods.isEmpty()
                    ? Stream.of(Route.ANY + " " + path)
                    : methods.stream().map(method -> method + " " + path));
  }

  /** Every file of ours that is served. */
  private static List<String> files() {
    try {
      Path folder = Path.of("src", "main", "resources", "static");
      try (Stream<Path> all = Files.walk(folder)) {
        return all.filter(Files::isRegularFile)
            .map(file -> "/" + folder.relativize(file).toString().replace('\\', '/'))
            .sorted()
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
