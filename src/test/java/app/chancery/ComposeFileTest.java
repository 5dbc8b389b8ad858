package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.programme.Opening;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.records.dossier.Dossier;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Starts the application with exactly the environment that docker-compose.yml gives it, on a real
 * PostgreSQL, and runs a programme there.
 */
@Tag("own-application")
class ComposeFileTest {

  /** How often the first node is killed. */
  private static final int KILLS = Campaign.times(1, 20);

  /** So much each says between what happens to the nodes. */
  private static final int COMMENTS = 2;

  private static final Map<String, String> BANDWIDTH =
      Map.of(
          "seatsInFavour", "120",
          "seatsInParliament", "200",
          "elections", "2027-10-03 | Ruritania: parliament",
          "bandwidthVerdict", "satisfied",
          "bandwidthWhy", "Wide support");

  /** The first word after run or exec that is neither an option nor the value of one. */
  private static final Pattern SERVICE_OF_COMMAND =
      Pattern.compile(
          "docker compose (?:run|exec)(?: --(?:volume|env) \\S+| --?[a-zA-Z]+)* ([a-z][\\w-]*)");

  private static final List<String> NODES = List.of("node-1", "node-2");

  @TempDir Path folder;

  private final Random luck = new Random(17);

  private static EmbeddedPostgres database;
  private static ConfigurableApplicationContext application;

  @BeforeAll
  static void start() throws IOException {
    database = InstalledOffice.postgres();
    ComposeFile.createIn(database);
    application = startHere();
  }

  private static ConfigurableApplicationContext startHere() {
    // A port that is free here; and the test lets jobs run, on the virtual clock.
    return ComposeFile.start(
        "node-2",
        database,
        "--server.port=0",
        "--server.address=127.0.0.1",
        "--camunda.bpm.job-execution.enabled=false");
  }

  @AfterAll
  static void stop() throws IOException {
    if (application != null) {
      application.close();
    }
    database.close();
  }

  @Test
  void theDatabaseKeepsItsDataAndIsAwaited() {
    assertThat(ComposeFile.service("database").get("image")).isEqualTo("postgres:16");
    assertThat(ComposeFile.at("services.database.volumes").toString())
        .contains("database:/var/lib/postgresql/data");
    assertThat(ComposeFile.at("volumes")).extracting("database").isNull();
    for (String node : NODES) {
      assertThat(ComposeFile.at("services." + node + ".depends_on.database.condition"))
          .isEqualTo("service_healthy");
    }
  }

  @Test
  void theNodesDifferInTheirNamesAlone() {
    Map<String, Object> built = new LinkedHashMap<>(ComposeFile.service("node-1"));
    assertThat(built.remove("build")).isNotNull();
    assertThat(built).isEqualTo(ComposeFile.service("node-2")).containsKeys("image", "environment");
  }

  @Test
  void whateverFacesTheNetworkMayWriteNowhereAndIsNoRoot() {
    for (String name : List.of("node-1", "node-2", "proxy")) {
      Map<String, Object> service = ComposeFile.service(name);
      assertThat(service).as(name).containsEntry("read_only", true);
      assertThat(service.get("tmpfs").toString()).as(name).contains("/tmp");
      assertThat(service).as(name).containsEntry("cap_drop", List.of("ALL"));
      assertThat(service).as(name).containsEntry("security_opt", List.of("no-new-privileges:true"));
    }
  }

  @Test
  void theProxyAloneIsReachedFromOutside() {
    assertThat(ComposeFile.services().entrySet())
        .filteredOn(each -> ((Map<?, ?>) each.getValue()).containsKey("ports"))
        .extracting(Map.Entry::getKey)
        // The mails of a trial are read on the machine itself.
        .containsExactlyInAnyOrder("proxy", "mail");
    assertThat(ComposeFile.at("services.mail.ports").toString()).isEqualTo("[127.0.0.1:8025:8025]");
    assertThat(ComposeFile.at("services.mail.profiles")).isEqualTo(List.of("mail"));
  }

  @Test
  void theProxyPassesToEveryNodeThatIsReady() {
    String proxy = ComposeFile.at("configs.proxy.content").toString();
    assertThat(proxy)
        .contains("reverse_proxy node-1:8080 node-2:8080 {")
        .contains("health_uri /actuator/health/readiness")
        .contains("lb_try_duration")
        .containsSubsequence("handle_errors", "reverse_proxy @nobody node-1:8080 node-2:8080 {")
        .doesNotContainPattern("transport http \\{\\s+(?!\\s|keepalive off)")
        // The one of its own environment, where Compose puts nothing in.
        .contains("{$$CHANCERY_PUBLIC_URL} {");
    assertThat(ComposeFile.rawEnvironment("proxy").get("CHANCERY_PUBLIC_URL"))
        .isEqualTo(ComposeFile.rawEnvironment("node-1").get("CHANCERY_PUBLIC_URL"))
        .asString()
        .contains("https://");
    assertThat(duration(proxy.replaceAll("(?s).*health_interval (\\w+).*", "$1")))
        .isLessThan(
            duration(ComposeFile.rawEnvironment("node-1").get("CHANCERY_STOPPING_UNREADYFOR")));
  }

  @Test
  void theProxyAndNothingElseIsBelievedAboutWhomItForwards() {
    String proxy = ComposeFile.at("services.proxy.networks.office.ipv4_address").toString();
    String network = ComposeFile.at("networks.office.ipam.config").toString();
    String trusted =
        ComposeFile.rawEnvironment("node-1").get("CHANCERY_TRUSTED_PROXIES").toString();

    assertThat(network).contains(proxy.replaceAll("\\d+$", "0/24"));
    assertThat(proxy).matches(trusted);
    assertThat(List.of(proxy + "0", proxy.replaceAll("\\d+$", "3"), proxy.replace('.', 'x')))
        .noneMatch(other -> other.matches(trusted));
  }

  /** A node that is up before the proxy has an address that Docker chose. */
  @Test
  void nothingElseIsGivenTheAddressOfTheProxy() {
    String proxy = ComposeFile.at("services.proxy.networks.office.ipv4_address").toString();
    List<?> networks = (List<?>) ComposeFile.at("networks.office.ipam.config");

    assertThat(networks)
        .singleElement()
        .satisfies(
            network -> {
              String given = ((Map<?, ?>) network).get("ip_range").toString();
              assertThat(new IpAddressMatcher(given).matches(proxy)).as(given).isFalse();
              String all = ((Map<?, ?>) network).get("subnet").toString();
              assertThat(new IpAddressMatcher(all).matches(proxy)).as(all).isTrue();
              assertThat(new IpAddressMatcher(all).matches(given.replaceAll("/.*", "")))
                  .as(given)
                  .isTrue();
            });
  }

  @Test
  void aNodeIsGivenTheTimeThatItTakesToStop() {
    Duration phase =
        duration(
            application
                .getEnvironment()
                .getProperty("spring.lifecycle.timeout-per-shutdown-phase", "30s"));

    assertThat(duration(ComposeFile.service("node-1").get("stop_grace_period")))
        .isGreaterThan(phase.multipliedBy(2));
  }

  /** As the container runs it, only that the port is another one here. */
  @Test
  void aNodeIsHealthyWhenItIsReady() throws Exception {
    List<?> command = (List<?>) ComposeFile.at("services.node-1.healthcheck.test");
    assertThat(command.get(0)).isEqualTo("CMD");

    assertThat(exitOf(command, port(application))).isZero();
    assertThat(exitOf(command, portOfNobody())).isPositive();
  }

  private static int portOfNobody() throws IOException {
    try (ServerSocket nobody = new ServerSocket(0)) {
      return nobody.getLocalPort();
    }
  }

  private static int exitOf(List<?> command, int port) throws Exception {
    List<String> here =
        command.stream().skip(1).map(part -> part.toString().replace("8080", "" + port)).toList();
    Process check = new ProcessBuilder(here).redirectErrorStream(true).start();
    check.getInputStream().readAllBytes();
    return check.waitFor();
  }

  @Test
  void noSecretIsInTheFileOrHasADefault() {
    List<Map.Entry<String, Object>> secrets =
        ComposeFile.services().keySet().stream()
            .flatMap(service -> ComposeFile.rawEnvironment(service).entrySet().stream())
            .filter(entry -> entry.getKey().matches(".*(PASSWORD|ADMIN_USER|KEYS).*"))
            .toList();

    assertThat(secrets)
        .hasSizeGreaterThan(8)
        .allSatisfy(
            entry ->
                // Of the mail server's it has what is outside, if there is one.
                assertThat(String.valueOf(entry.getValue()))
                    .as(entry.getKey())
                    .matches("null|\\$\\{\\w+:\\?[^}]+}"));
  }

  @Test
  void whatIsSecretIsInNoCommitAndEveryVariableIsExplained() throws IOException {
    assertThat(Files.readAllLines(Path.of(".gitignore"))).contains(".env");
    String file = Files.readString(Path.of("docker-compose.yml"));
    Set<String> variables =
        Stream.concat(
                ComposeFile.VARIABLE.matcher(file).results().map(found -> found.group(1)),
                ComposeFile.rawEnvironment("node-1").entrySet().stream()
                    .filter(each -> each.getValue() == null)
                    .map(Map.Entry::getKey))
            .collect(Collectors.toSet());

    String explained = Files.readString(Path.of("docs/operations.md"));
    assertThat(variables)
        .hasSizeGreaterThan(7)
        .allMatch(variable -> explained.contains("`" + variable + "`"));
  }

  @Test
  void theCommandsOfTheOperationsAreForServicesThatThereAre() throws IOException {
    List<String> named =
        SERVICE_OF_COMMAND
            .matcher(Files.readString(Path.of("docs/operations.md")))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(named).hasSizeGreaterThan(6);
    assertThat(ComposeFile.services().keySet()).containsAll(named);
  }

  @Test
  void theImageIsMadeFromTheJarOfTheBuildInLayersAndRunsWithoutRoot() throws IOException {
    Map<?, ?> build = (Map<?, ?>) ComposeFile.service("node-1").get("build");
    String image = Files.readString(Path.of(build.get("dockerfile").toString()));

    assertThat(image)
        .contains("FROM eclipse-temurin:17-jre")
        .contains("COPY target/chancery.jar")
        .contains("extract --layers")
        .contains("-Xmx1g")
        .containsPattern("(?m)^USER (?!root)\\w+")
        .containsSubsequence(
            "/extracted/dependencies/", "/extracted/application/", "USER", "ENTRYPOINT");
    String archive = "/opt/chancery/chancery.jsa";
    assertThat(image)
        .containsSubsequence(
            "-XX:ArchiveClassesAtExit=" + archive,
            "test -s chancery.jsa",
            "-XX:SharedArchiveFile=" + archive);
  }

  @Test
  void theOfficeAsksForALoginAndTheAdministratorOfTheEnvironmentHasOne() throws Exception {
    assertThat(statusOf("/engine-rest/task", null)).isEqualTo(401);
    assertThat(statusOf("/engine-rest/task", "keeper:one long secret")).isEqualTo(200);
    assertThat(statusOf("/engine-rest/task", "keeper:guessed")).isEqualTo(401);
  }

  /** Who has the password of the database has that of the owner of its tables. */
  @Test
  void whatIsFinalIsNeitherChangedNorEmptied() {
    JdbcClient db = application.getBean(JdbcClient.class);
    List<String> tables =
        db.sql(
                """
                select distinct tgrelid::regclass::text from pg_trigger
                where tgfoid = 'refuse_change'::regproc and tgtype & 1 = 1
                """)
            .query(String.class)
            .list();

    assertThat(tables)
        .hasSizeGreaterThan(10)
        .contains("audit_record", "audit_waiting", "audit_end", "decision_record")
        .allSatisfy(
            table ->
                assertThatThrownBy(() -> db.sql("truncate " + table + " cascade").update())
                    .hasStackTraceContaining("cannot be altered (table " + table + ")"));
  }

  @Test
  void theAuditOnlyGoesOn() {
    JdbcClient db = application.getBean(JdbcClient.class);
    String put =
        "insert into audit_waiting (done_at, act, subject) values (now(), 'decision', 'kept')";
    db.sql(put).update();
    Awaitility.await()
        .until(
            () ->
                db.sql("select links from audit_end").query(Long.class).optional().orElse(0L) > 0);

    for (String statement :
        List.of(
            "delete from audit_end",
            "update audit_end set links = links - 1",
            "update audit_end set hash = 'another'")) {
      assertThatThrownBy(() -> db.sql(statement).update())
          .as(statement)
          .hasStackTraceContaining("cannot be altered (table audit_end)");
    }
    assertThatThrownBy(
            () -> db.sql("insert into audit_end (id, links, hash) values (2, 0, 'x')").update())
        .hasStackTraceContaining("audit_has_one_end");
  }

  @Test
  void thereAreNoSampleAccounts() {
    assertThat(application.getBean(IdentityService.class).createUserQuery().list())
        .extracting(User::getId)
        .containsExactly("keeper");
  }

  @Test
  void aProgrammeRunsToItsEnd() throws Exception {
    ComposeFile.hireStaff(application);
    Dossier dossier = SampleDossiers.ruritania();
    Office office = application.getBean(Office.class);
    Programmes programmes = application.getBean(Programmes.class);
    try {
      office.setClock(dossier.assessedOn().atTime(Rehearsal.MORNING).toInstant(ZoneOffset.UTC));
      String key =
          office.inTheNameOf("analyst", () -> application.getBean(Opening.class).open(dossier));

      application
          .getBean(Rehearsal.class)
          .run(() -> !programmes.get(key).isOpen(), happening -> {});

      Programme ended = programmes.get(key);
      assertThat(ended.outcome()).isIn(Outcome.ACCEDED, Outcome.SETTLED);
      assertThat(programmes.steps(key))
          .extracting(step -> step.step().folder())
          .contains("integration");
      // The measures are counted by statements of their own, for all programmes and for one.
      for (String counted : List.of("", "?programme=" + key)) {
        assertThat(statusOf("/api/v1/outcomes" + counted, "keeper:one long secret"))
            .as(counted)
            .isEqualTo(200);
      }
    } finally {
      office.resetClock();
      dismissStaff();
    }
  }

  /** The first node dies, then both are restarted, one after the other; the proxy is never away. */
  @Test
  void whoIsAtWorkNoticesNeitherTheDeathOfANodeNorARollingRestart() throws Exception {
    ComposeFile.hireStaff(application);
    Office office = application.getBean(Office.class);
    String key =
        office.inTheNameOf(
            "analyst",
            () ->
                application
                    .getBean(Opening.class)
                    .open(
                        SampleDossiers.of(
                            "XA", "Aldermark", LocalDate.now(application.getBean(Clock.class)))));
    office.runDueJobs();
    List<AtWork> staff = new ArrayList<>();
    OfficeProcess first = startBeside();
    try (FailoverProxy proxy = new FailoverProxy()) {
      first.awaitStart();
      awaitReadiness(first.port());
      proxy.passTo(first.port(), port(application));
      Visitor analyst = logIn(proxy, "analyst").withToken();
      String task = "/tasks/" + taskOf(key, "userTask_assessPoliticalBandwidth");
      assertThat(
              analyst
                  .put(task + "/draft", "{\"fields\": {\"bandwidthWhy\": \"Wide support\"}}")
                  .statusCode())
          .isEqualTo(200);
      for (String account : List.of("envoy", "planner")) {
        staff.add(new AtWork(logIn(proxy, account), account, "/programmes/" + key));
      }

      for (int kill = 0; kill < KILLS; kill++) {
        if (kill > 0) {
          first = startBeside();
          first.awaitStart();
          awaitReadiness(first.port());
          proxy.passTo(first.port(), port(application));
        }
        work(staff);
        staff.forEach(person -> person.give(COMMENTS));
        first.live(Duration.ofMillis(luck.nextInt(50)));
        first.kill();
        work(staff);
      }
      assertThat(analyst.open(task).body()).contains("Wide support");
      assertThat(analyst.postForm(task, BANDWIDTH).statusCode()).isEqualTo(302);
      int cutOff = cutOff(staff);

      first = startBeside();
      first.awaitStart();
      awaitReadiness(first.port());
      proxy.passTo(port(application), first.port());
      workWhile(
          staff,
          () -> {
            application.close();
            return null;
          });
      application = startHere();
      awaitReadiness(port(application));
      proxy.passTo(first.port(), port(application));
      OfficeProcess last = first;
      Visitor.person(last.port(), "envoy", ComposeFile.SECRET_OF_MEMBERS);
      workWhile(
          staff,
          () -> {
            last.stop();
            return null;
          });

      for (AtWork person : staff) {
        person.goHome();
      }
      assertThat(cutOff(staff)).as("clicks lost in a rolling restart").isEqualTo(cutOff);
      assertThat(loggedForMachines())
          .anySatisfy(
              line -> {
                assertThat(line.at("/message").asText()).startsWith("Login of 'envoy' ");
                assertThat(line.at("/http/request/id").asText()).matches("[0-9a-f]{12}");
              });
    } finally {
      staff.forEach(AtWork::close);
      first.kill();
    }
    assertThat(comments())
        .doesNotHaveDuplicates()
        .containsAll(staff.stream().flatMap(person -> person.said().stream()).toList());
    endProgramme(key);
    dismissStaff();
  }

  /** As an operator does before the other node is stopped: it is up before its jobs are. */
  private static void awaitReadiness(int port) {
    Visitor stranger = Visitor.stranger(port);
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> stranger.get("/actuator/health/readiness").statusCode() == 200);
  }

  /** Another test runs one on a clock that is not yet here. */
  private static void endProgramme(String key) {
    RuntimeService runtime = application.getBean(RuntimeService.class);
    runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .processInstanceBusinessKey(key)
        .list()
        .forEach(
            each ->
                runtime.deleteProcessInstance(
                    each.getId(), "end of test", true, true, true, false));
  }

  /** Each of them says something, and is answered. */
  private static void work(List<AtWork> staff) {
    List<Integer> enough = staff.stream().map(person -> person.said().size() + COMMENTS).toList();
    staff.forEach(person -> person.give(COMMENTS));
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                IntStream.range(0, staff.size())
                    .allMatch(each -> staff.get(each).said().size() >= enough.get(each)));
  }

  /** They do so all the time until a node has stopped, and then once more. */
  private static void workWhile(List<AtWork> staff, Callable<Void> stops) throws Exception {
    ExecutorService operator = Executors.newSingleThreadExecutor();
    try {
      Future<Void> stopped = operator.submit(stops);
      while (!stopped.isDone()) {
        work(staff);
      }
      stopped.get();
    } finally {
      operator.shutdown();
    }
    work(staff);
  }

  private static int cutOff(List<AtWork> staff) {
    return staff.stream().mapToInt(AtWork::cutOff).sum();
  }

  private static Visitor logIn(FailoverProxy proxy, String account) {
    return Visitor.person(proxy.port(), account, ComposeFile.SECRET_OF_MEMBERS);
  }

  /** The log of the node that is started beside, one object a line. */
  private List<JsonNode> loggedForMachines() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("node-1.log"))) {
      // The JVM itself speaks otherwise.
      if (line.startsWith("{")) {
        lines.add(json.readTree(line));
      }
    }
    return lines;
  }

  private OfficeProcess startBeside() {
    Map<String, String> variables = ComposeFile.here("node-1", database);
    variables.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
    return OfficeProcess.start(
        ChanceryApplication.class,
        folder.resolve("node-1.log"),
        variables,
        List.of("--server.port=0", "--server.address=127.0.0.1"));
  }

  private static String taskOf(String programme, String key) {
    return application.getBean(Office.class).openTasks().stream()
        .filter(task -> task.programme().equals(programme) && task.key().equals(key))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static List<String> comments() {
    return application
        .getBean(JdbcClient.class)
        .sql("select text from talk_comment")
        .query(String.class)
        .list();
  }

  private static void dismissStaff() {
    IdentityService identities = application.getBean(IdentityService.class);
    identities.createUserQuery().list().stream()
        .map(User::getId)
        .filter(id -> !id.equals("keeper"))
        .forEach(identities::deleteUser);
  }

  private static int port(ConfigurableApplicationContext application) {
    return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static int statusOf(String path, String credentials) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port(application) + path));
    if (credentials != null) {
      request.header(
          "Authorization",
          "Basic "
              + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static Duration duration(Object text) {
    return DurationStyle.detectAndParse(text.toString());
  }
}
