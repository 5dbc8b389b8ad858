package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.security.Heads;
import app.chancery.programme.Opening;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.records.dossier.Dossier;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;
import org.yaml.snakeyaml.Yaml;

/**
 * Starts the application with exactly the environment that docker-compose.yml gives it, on a real
 * PostgreSQL, and runs a programme there.
 */
@Tag("own-application")
class ComposeFileTest {

  private static final Map<String, String> SECRETS =
      Map.of(
          "CHANCERY_DB_PASSWORD", "a database's secret",
          "CHANCERY_ADMIN_USER", "keeper",
          "CHANCERY_ADMIN_PASSWORD", "one long secret");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::[-?]([^}]*))?}");

  private static final Map<String, Object> FILE = read();

  private static EmbeddedPostgres database;
  private static ConfigurableApplicationContext application;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = EmbeddedPostgres.builder().start();
    createAsTheContainerDoes(environment("database"));
    SpringApplication chancery = new SpringApplication(ChanceryApplication.class);
    chancery.setEnvironment(environmentOf(environment("chancery")));
    // A port that is free here; and the test lets jobs run, on the virtual clock.
    application = chancery.run("--server.port=0", "--camunda.bpm.job-execution.enabled=false");
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
    Map<String, Object> service = service("database");

    assertThat(service.get("image")).isEqualTo("postgres:16");
    assertThat(service.get("volumes").toString()).contains("database:/var/lib/postgresql/data");
    assertThat(service).containsKey("healthcheck");
    assertThat(service("chancery").get("depends_on").toString()).contains("service_healthy");
    assertThat(FILE).containsKey("volumes");
  }

  @Test
  void noSecretIsInTheFileOrHasADefault() {
    Stream.of("database", "chancery")
        .flatMap(service -> rawEnvironment(service).entrySet().stream())
        .filter(entry -> entry.getKey().matches(".*(PASSWORD|ADMIN_USER).*"))
        .forEach(
            entry ->
                assertThat(entry.getValue().toString())
                    .as(entry.getKey())
                    .matches("\\$\\{\\w+:\\?[^}]+}"));
  }

  @Test
  void theImageIsMadeFromTheJarOfTheBuildAndRunsWithoutRoot() throws IOException {
    Map<?, ?> build = (Map<?, ?>) service("chancery").get("build");
    String image = Files.readString(Path.of(build.get("dockerfile").toString()));

    assertThat(image)
        .contains("FROM eclipse-temurin:17-jre")
        .contains("COPY target/chancery.jar")
        .contains("-Xmx512m")
        .containsPattern("(?m)^USER (?!root)\\w+");
  }

  @Test
  void theOfficeAsksForALoginAndTheAdministratorOfTheEnvironmentHasOne() throws Exception {
    assertThat(statusOf("/engine-rest/task", null)).isEqualTo(401);
    assertThat(statusOf("/engine-rest/task", "keeper:one long secret")).isEqualTo(200);
    assertThat(statusOf("/engine-rest/task", "keeper:guessed")).isEqualTo(401);
  }

  @Test
  void thereAreNoSampleAccounts() {
    assertThat(application.getBean(IdentityService.class).createUserQuery().list())
        .extracting(User::getId)
        .containsExactly("keeper");
  }

  @Test
  void aProgrammeRunsToItsEnd() throws Exception {
    hireStaff();
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

  /** Accounts as an administrator would make them; the rights of the groups are Chancery's. */
  private static void hireStaff() {
    IdentityService identities = application.getBean(IdentityService.class);
    identities.createGroupQuery().list().stream()
        .map(group -> group.getId())
        .filter(group -> !group.contains("admin") && !Heads.areIn(group))
        .filter(group -> !group.equals("monitoring"))
        .forEach(
            group -> {
              User user = identities.newUser(Rehearsal.accountOf(group));
              user.setPassword("a member's secret");
              identities.saveUser(user);
              identities.createMembership(user.getId(), group);
            });
  }

  private static void dismissStaff() {
    IdentityService identities = application.getBean(IdentityService.class);
    identities.createUserQuery().list().stream()
        .map(User::getId)
        .filter(id -> !id.equals("keeper"))
        .forEach(identities::deleteUser);
  }

  private static int statusOf(String path, String credentials) throws Exception {
    String port = application.getEnvironment().getProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
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

  /** What the image of PostgreSQL does on its first start. */
  private static void createAsTheContainerDoes(Map<String, Object> environment)
      throws SQLException {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create user %s password '%s'"
              .formatted(
                  environment.get("POSTGRES_USER"),
                  environment.get("POSTGRES_PASSWORD").toString().replace("'", "''")));
      statement.execute(
          "create database %s owner %s"
              .formatted(environment.get("POSTGRES_DB"), environment.get("POSTGRES_USER")));
    }
  }

  /** The environment of a container: nothing of this machine's own. */
  private static StandardEnvironment environmentOf(Map<String, Object> variables) {
    StandardServletEnvironment environment = new StandardServletEnvironment();
    String source = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    Map<String, Object> here = new HashMap<>(variables);
    here.computeIfPresent(
        "SPRING_DATASOURCE_URL",
        (name, url) -> url.toString().replace("database:5432", "localhost:" + database.getPort()));
    environment
        .getPropertySources()
        .replace(source, new SystemEnvironmentPropertySource(source, here));
    return environment;
  }

  /** The variables of a service with the secrets put in. */
  private static Map<String, Object> environment(String service) {
    Map<String, Object> environment = new LinkedHashMap<>();
    rawEnvironment(service)
        .forEach((name, value) -> environment.put(name, withSecrets(value.toString())));
    return environment;
  }

  private static String withSecrets(String value) {
    return VARIABLE
        .matcher(value)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(SECRETS.getOrDefault(match.group(1), match.group(2))));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> rawEnvironment(String service) {
    return (Map<String, Object>) service(service).get("environment");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> service(String name) {
    return (Map<String, Object>) ((Map<String, Object>) FILE.get("services")).get(name);
  }

  private static Map<String, Object> read() {
    try {
      return new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
    } catch (IOException e) {
      throw new IllegalStateException("docker-compose.yml cannot be read", e);
    }
  }
}
