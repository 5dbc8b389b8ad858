package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.people.Heads;
import app.chancery.rehearsal.Rehearsal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml says, and the office that it runs, without containers. */
public final class ComposeFile {

  /** Of all whom {@link #hireStaff} and those who go on from there give an account. */
  public static final String SECRET_OF_MEMBERS = "a member's secret";

  static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::[-?]([^}]*))?}");

  private static final Map<String, String> SECRETS =
      Map.of(
          "CHANCERY_DB_PASSWORD", "a database's secret",
          "CHANCERY_ADMIN_USER", "keeper",
          "CHANCERY_ADMIN_PASSWORD", "one long secret",
          "CHANCERY_SECRECY_KEYS", InstalledOffice.KEYS.replaceFirst("[^=]*=", ""),
          // No https is spoken here.
          "CHANCERY_PUBLIC_URL", "http://localhost");

  private static final Map<String, Object> FILE = read();

  private ComposeFile() {}

  /**
   * A node in this JVM, with nothing in its environment but what the file gives it.
   *
   * @param service such as {@code node-1}
   * @param settings as on the command line
   */
  public static ConfigurableApplicationContext start(
      String service, EmbeddedPostgres database, String... settings) {
    SpringApplication chancery = new SpringApplication(ChanceryApplication.class);
    StandardServletEnvironment environment = new StandardServletEnvironment();
    String source = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(
            source,
            new SystemEnvironmentPropertySource(
                source, new LinkedHashMap<String, Object>(here(service, database))));
    chancery.setEnvironment(environment);
    return chancery.run(settings);
  }

  /** The variables of a container on this machine, where the database has another address. */
  public static Map<String, String> here(String service, EmbeddedPostgres database) {
    Map<String, String> here = environment(service);
    here.computeIfPresent(
        "SPRING_DATASOURCE_URL",
        (name, url) -> url.replace("database:5432", "localhost:" + database.getPort()));
    return here;
  }

  /** What the image of PostgreSQL does on its first start. */
  public static void createIn(EmbeddedPostgres database) {
    Map<String, String> environment = environment("database");
    try (Connection connection = database.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create user %s password '%s'"
              .formatted(
                  environment.get("POSTGRES_USER"),
                  environment.get("POSTGRES_PASSWORD").replace("'", "''")));
      statement.execute(
          "create database %s owner %s"
              .formatted(environment.get("POSTGRES_DB"), environment.get("POSTGRES_USER")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Accounts as an administrator would make them; the rights of the groups are Chancery's. */
  public static void hireStaff(BeanFactory office) {
    IdentityService identities = office.getBean(IdentityService.class);
    identities.createGroupQuery().list().stream()
        .map(group -> group.getId())
        .filter(group -> !group.contains("admin") && !Heads.areIn(group))
        .filter(group -> !Set.of("monitoring", "auditors").contains(group))
        .forEach(group -> hire(office, Rehearsal.accountOf(group), group));
  }

  /** One more. */
  public static void hire(BeanFactory office, String account, String group) {
    IdentityService identities = office.getBean(IdentityService.class);
    User user = identities.newUser(account);
    user.setPassword(SECRET_OF_MEMBERS);
    identities.saveUser(user);
    identities.createMembership(user.getId(), group);
  }

  /** The variables of a service with the secrets put in. */
  private static Map<String, String> environment(String service) {
    Map<String, String> environment = new LinkedHashMap<>();
    rawEnvironment(service)
        // Without a value it has that of outside, and here there is none.
        .forEach(
            (name, value) -> {
              if (value != null) {
                environment.put(name, withSecrets(value.toString()));
              }
            });
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
  static Map<String, Object> rawEnvironment(String service) {
    return (Map<String, Object>) service(service).getOrDefault("environment", Map.of());
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> service(String name) {
    return (Map<String, Object>) services().get(name);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> services() {
    return (Map<String, Object>) FILE.get("services");
  }

  /** What stands there in the file. */
  static Object at(String path) {
    Object found = FILE;
    for (String name : path.split("\\.")) {
      assertThat(((Map<?, ?>) found).containsKey(name)).as(path).isTrue();
      found = ((Map<?, ?>) found).get(name);
    }
    return found;
  }

  private static Map<String, Object> read() {
    try {
      return new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
    } catch (IOException e) {
      throw new IllegalStateException("docker-compose.yml cannot be read", e);
    }
  }
}
