package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ChanceryApplication;
import app.chancery.InstalledOffice;
import app.chancery.OfficeJvm;
import app.chancery.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The start outside the profile {@code local}. */
@Tag("own-application")
class AdministratorTest {

  @Test
  void withoutAnAdministratorChanceryDoesNotStartAndSaysWhy() throws Exception {
    Ended ended =
        startInItsOwnProcess(
            "--spring.profiles.active=plain",
            "--spring.datasource.url=jdbc:h2:mem:nobody",
            InstalledOffice.KEYS);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output())
        .contains("APPLICATION FAILED TO START", "Chancery has no administrator yet")
        .contains("Set CHANCERY_ADMIN_USER and CHANCERY_ADMIN_PASSWORD")
        .doesNotContain("\tat app.chancery");
  }

  @Test
  void withoutAKeyChanceryDoesNotStartAndSaysWhyAndMakesNothing(@TempDir Path folder)
      throws Exception {
    Path data = folder.resolve("data");
    Ended ended =
        startInItsOwnProcess(
            "--spring.profiles.active=plain",
            "--spring.datasource.url=jdbc:h2:file:" + data.resolve("chancery"));

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output())
        .contains("APPLICATION FAILED TO START", "Chancery has no key to seal interviews with.")
        .contains("Set CHANCERY_SECRECY_KEYS in the environment")
        .doesNotContain("\tat app.chancery");
    assertThat(data).doesNotExist();
  }

  @Test
  void sampleAccountsAreNotOfferedToOtherMachines() throws Exception {
    Ended ended =
        startInItsOwnProcess(
            "--spring.profiles.active=local",
            "--spring.datasource.url=jdbc:h2:mem:exposed",
            InstalledOffice.KEYS,
            "--server.address=0.0.0.0");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output()).contains("would be open to other machines");
  }

  @Test
  void theAdministratorOfTheFirstStartIsTheOnlyAccount() {
    SpringApplication chancery = new SpringApplication(ChanceryApplication.class);
    try (ConfigurableApplicationContext office =
        chancery.run(
            "--spring.profiles.active=plain",
            "--spring.datasource.url=jdbc:h2:mem:first-start",
            InstalledOffice.KEYS,
            "--server.port=0",
            "--camunda.bpm.job-execution.enabled=false",
            "--chancery.admin.user=keeper",
            "--chancery.admin.password=a long secret",
            "--chancery.public-url=https://chancery.example.org",
            "--chancery.sign-on.passwords.strength=4")) {
      int port = Integer.parseInt(office.getEnvironment().getProperty("local.server.port"));

      assertThat(office.getBean(IdentityService.class).createUserQuery().list())
          .extracting(User::getId)
          .containsExactly("keeper");
      assertThat(login(port, "keeper", "keeper")).isEqualTo(401);
      assertThat(login(port, "admin", "chancery")).isEqualTo(401);
      assertThat(login(port, "analyst", "chancery")).isEqualTo(401);
      assertThat(Visitor.stranger(port).open("/login").body()).doesNotContain("Accounts to try");
      nobodyIsBelievedAboutWhomTheyForward(port);
      linksHaveThePublicAddress(port);
    }
  }

  private static void nobodyIsBelievedAboutWhomTheyForward(int port) {
    List<Integer> guesses =
        IntStream.range(0, 8)
            .mapToObj(
                each ->
                    Visitor.stranger(port)
                        .with("X-Forwarded-For", "198.51.100." + each)
                        .with("Authorization", Visitor.basic("nobody", "guess " + each))
                        .get("/api/v1/programmes")
                        .statusCode())
            .toList();

    assertThat(guesses).startsWith(401).contains(429);
  }

  private static void linksHaveThePublicAddress(int port) {
    Visitor keeper =
        Visitor.stranger(port)
            .with("Authorization", Visitor.basic("keeper", "a long secret"))
            .with("X-Forwarded-Host", "evil.example");

    assertThat(keeper.send("OPTIONS", "/engine-rest/user/keeper", "").body())
        .contains("https://chancery.example.org/engine-rest/user/keeper");
    assertThat(keeper.open("/login").headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("Secure"));
  }

  @Test
  void withoutAnAddressOfTheDatabaseTheInstallationDoesNotStart() throws Exception {
    for (String database : List.of("", "jdbc:h2:mem:in-its-place")) {
      Ended ended =
          startInItsOwnProcess(
              "--spring.profiles.active=postgres", "--spring.datasource.url=" + database);

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.output())
          .contains("APPLICATION FAILED TO START", "Set SPRING_DATASOURCE_URL")
          .containsAnyOf("does not know where its database is", "is for a PostgreSQL only")
          .doesNotContain("\tat app.chancery");
    }
  }

  private static int login(int port, String account, String password) {
    return Visitor.stranger(port)
        .with("Authorization", Visitor.basic(account, password))
        .get("/engine-rest/engine")
        .statusCode();
  }

  private static Ended startInItsOwnProcess(String... arguments)
      throws IOException, InterruptedException {
    List<String> command = OfficeJvm.command(ChanceryApplication.class);
    command.add("--server.port=0");
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  private record Ended(int code, String output) {}
}
