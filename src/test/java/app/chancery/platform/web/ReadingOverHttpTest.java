package app.chancery.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.consensus.Circulations;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.Office;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Reading writes nothing, so that who reads is in nobody's way. What forms read is watched in all
 * tests, by {@link app.chancery.WatchedConnections}.
 */
@WebOfficeTest
class ReadingOverHttpTest {

  /** A place in an address, and what stands before it. */
  private static final Pattern PLACE = Pattern.compile("([^/{}]+)/\\{[^/]*}");

  private static final Pattern ARABIC = Pattern.compile("\\p{IsArabic}");

  private static final Pattern TOKEN =
      Pattern.compile(
          "name=\"_csrf\" value=\"[^\"]*\"|\"requestId\":\"[^\"]*\"|this is request \\w{12}");

  @Autowired ApplicationContext office;
  @Autowired JdbcClient db;
  @Autowired Programmes programmes;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired RepositoryService repository;
  @Autowired FilterService filters;
  @Autowired ManagementService management;
  @LocalServerPort int port;

  private final Map<String, String> places = new LinkedHashMap<>();

  @BeforeEach
  void aRoundIsUnderSilence() {
    Circulations circulations = new Circulations(office);
    String programme = "READ-2026";
    circulations.prepare(programme);
    circulations.circulate(programme, OffsetDateTime.parse("2999-01-01T18:00:00Z"));
    Task task = tasks.createTaskQuery().taskDefinitionKey("userTask_statePosition").list().get(0);
    places.put("task", task.getId());
    places.put("process-instance", task.getProcessInstanceId());
    places.put("execution", task.getExecutionId());
    places.put("process-definition", task.getProcessDefinitionId());
    places.put("key", "secure-alliance-consensus");
    places.put(
        "variable-instance", runtime.createVariableInstanceQuery().listPage(0, 1).get(0).getId());
    places.put("job", management.createJobQuery().listPage(0, 1).get(0).getId());
    places.put("deployment", repository.createDeploymentQuery().listPage(0, 1).get(0).getId());
    places.put(
        "decision-definition",
        repository.createDecisionDefinitionQuery().latestVersion().listPage(0, 1).get(0).getId());
    places.put("filter", filters.createFilterQuery().listPage(0, 1).get(0).getId());
    places.put("user", "delegate-fr");
    places.put("group", "delegation-fr");
    places.put("engine", "default");
    places.put("programmes", programme);
    db.sql("set query_statistics_max_entries 1000").update();
  }

  @AfterEach
  void countNoMore() {
    db.sql("set query_statistics false").update();
  }

  @Test
  void noAddressThatIsReadWritesAnything() {
    Visitor admin = Visitor.program(port, "admin");
    admin.get("/programmes");
    List<String> addresses = addresses();

    Map<String, List<String>> writing = new LinkedHashMap<>();
    int found = 0;
    for (String address : addresses) {
      count();
      HttpResponse<String> answer = admin.open(address);
      List<String> written = written();
      if (!written.isEmpty()) {
        writing.put(address, written);
      }
      found += answer.statusCode() == 200 ? 1 : 0;
    }

    assertThat(writing).isEmpty();
    // The places were filled with what is there.
    assertThat(found).isGreaterThan(100);
  }

  /** Neither does the machine's: the tests run on one that writes other digits. */
  @Test
  void theLanguageOfABrowserDecidesNoMonthAndNoNumber() {
    office.getBean(Office.class).setClock(Instant.parse("2026-11-27T12:00:00Z"));
    Map<String, String> english = pagesIn("en");

    assertThat(english.get("/programmes/READ-2026")).containsPattern("Opened on \\d+ \\w{3} 20");
    assertThat(english)
        .isNotEmpty()
        .allSatisfy((address, body) -> assertThat(body).doesNotContainPattern(ARABIC));
    for (String language : List.of("th-TH-u-ca-buddhist-nu-thai", "ar-EG", "de")) {
      assertThat(pagesIn(language)).as(language).isEqualTo(english);
    }
  }

  /** A page names no pattern of its own: a day reads the same on each. */
  @Test
  void daysAndNumbersOfPagesAreWrittenByTheirWritersAlone() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              page ->
                  assertThat(page)
                      .content()
                      .doesNotContainPattern("#(temporals|dates|calendars|numbers)\\b"));
    }
  }

  /** All that is ours, but for the tokens of the session and the ids of requests. */
  private Map<String, String> pagesIn(String language) {
    Visitor visitor = Visitor.program(port, "admin").with("Accept-Language", language);
    visitor.get("/programmes");
    Map<String, String> answers = new LinkedHashMap<>();
    Routes.ofOurs(office).stream()
        .filter(route -> route.method().equals("GET"))
        .map(route -> filled(route.path()))
        .distinct()
        .forEach(
            address ->
                answers.put(address, TOKEN.matcher(visitor.open(address).body()).replaceAll("")));
    return answers;
  }

  @Test
  void rule13_aNumberInAnAddressOrAParameterIsPlainDigitsOrRefused() {
    // What administrators may not do, others may.
    List<Visitor> visitors =
        Stream.of("admin", "auditor", "executive")
            .map(each -> Visitor.program(port, each))
            .toList();
    List<String> taken = new ArrayList<>();
    int tried = 0;
    for (Routes.Route route : Routes.ofOurs(office)) {
      for (MethodParameter each : numbersOf(route)) {
        for (String text : List.of("0x0", "%D9%A0", "1,008", "%2B0", "0d", "0%200", "1e0")) {
          PathVariable place = each.getParameterAnnotation(PathVariable.class);
          String name = each.getParameter().getName();
          String address =
              place == null
                  ? filled(route.path()) + "?" + name + "=" + text
                  : filled(route.path().replaceAll("\\{%s[^/]*}".formatted(name), text));
          int status =
              visitors.stream()
                  .mapToInt(visitor -> visitor.send(route.method(), address, "").statusCode())
                  .filter(answered -> answered != 403)
                  .findFirst()
                  .orElse(403);
          tried++;
          // An address whose place takes digits alone is none with others.
          if (status != 400 && !(status == 404 && route.path().contains("{" + name + ":"))) {
            taken.add(address + " " + status);
          }
        }
      }
    }

    assertThat(taken).isEmpty();
    assertThat(tried).isGreaterThan(20);
  }

  private static List<MethodParameter> numbersOf(Routes.Route route) {
    if (route.handler() == null) {
      return List.of();
    }
    return Stream.of(route.handler().getMethodParameters())
        .filter(
            each ->
                each.hasParameterAnnotation(PathVariable.class)
                    || each.hasParameterAnnotation(RequestParam.class))
        .filter(
            each ->
                Number.class.isAssignableFrom(
                    ClassUtils.resolvePrimitiveIfNecessary(each.getParameterType())))
        .toList();
  }

  /** Who may read something may ask what it is without reading it, and nobody else. */
  @Test
  void headIsAllowedWhereverGetIs() {
    List<Visitor> visitors =
        List.of(
            Visitor.program(port, "admin"),
            Visitor.program(port, "analyst"),
            Visitor.program(port, "delegate-fr"),
            Visitor.stranger(port));
    visitors.forEach(visitor -> visitor.get("/programmes"));
    Map<String, String> different = new LinkedHashMap<>();
    int turn = 0;
    for (String address : addresses()) {
      for (Visitor visitor : List.of(visitors.get(0), visitors.get(1 + turn++ % 3))) {
        int read = visitor.open(address).statusCode();
        HttpResponse<String> head = visitor.head(address);
        if (head.statusCode() != read || !head.body().isEmpty()) {
          different.put(address, read + " " + head);
        }
      }
    }

    assertThat(different).isEmpty();
  }

  private List<String> addresses() {
    List<String> addresses =
        Routes.all(office)
            .filter(route -> route.method().equals("GET"))
            .map(Routes.Route::path)
            .map(this::filled)
            .distinct()
            .toList();
    assertThat(addresses).hasSizeGreaterThan(300).contains("/programmes/READ-2026");
    return addresses;
  }

  @Test
  void noFormThatIsOpenedWritesAnything() {
    Visitor france = Visitor.program(port, "delegate-fr");
    String task = france.json("/engine-rest/task").get(0).path("id").asText();

    for (String view : List.of("", "/form", "/deployed-form", "/form-variables")) {
      count();
      assertThat(france.get("/engine-rest/task/" + task + view).statusCode())
          .as(view)
          .isEqualTo(200);
      assertThat(written()).as(view).isEmpty();
    }
  }

  private void count() {
    // What was counted before is forgotten.
    db.sql("set query_statistics false").update();
    db.sql("set query_statistics true").update();
  }

  private List<String> written() {
    return db
        .sql("select sql_statement from information_schema.query_statistics")
        .query((row, number) -> row.getString(1).strip())
        .list()
        .stream()
        .filter(
            statement ->
                statement.matches("(?is)(insert|update|delete|merge|truncate)\\b.*|.*for update.*"))
        .toList();
  }

  private String filled(String path) {
    Matcher place = PLACE.matcher(path);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String value = places.getOrDefault(place.group(1), "no-such-thing");
      place.appendReplacement(filled, Matcher.quoteReplacement(place.group(1) + "/" + value));
    }
    // What is left follows another place, of which it is a part.
    return place
        .appendTail(filled)
        .toString()
        .replaceAll("\\{[^/]*}", "no-such-thing")
        .replace("/**", "/x");
  }
}
