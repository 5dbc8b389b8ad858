package app.chancery.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** With which profiles anything starts. */
class KnownProfilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"postgers", "postgres,oicd", "Local", "default"})
  void aProfileThatHasNoSettingsIsRefusedWithThoseThatHave(String profiles) {
    assertThatThrownBy(() -> start(profiles))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("does not know the profile '")
        .hasMessageContaining("local, oidc, postgres");
  }

  @Test
  void aProfileOfOnesOwnIsKnownByItsFileOrByItsPartOfAnother() throws IOException {
    Files.writeString(folder.resolve("application-own.yml"), "chancery.language: en");
    Files.writeString(folder.resolve("application-older.properties"), "chancery.language=en");
    Files.writeString(
        folder.resolve("application.yml"),
        """
        spring.profiles.group.all: [own, older]
        ---
        spring.config.activate.on-profile: part & local
        chancery.language: en
        """);

    for (String profiles : List.of("own", "older", "local,part", "all")) {
      start(profiles);
    }
    assertThatThrownBy(() -> start("part")).isInstanceOf(CannotStart.class);
    assertThatThrownBy(() -> start("own,olden")).isInstanceOf(CannotStart.class);
  }

  @Test
  void thoseThatComeWithChanceryAreKnown() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.matches("application-.*"))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(KnownProfiles.OF_OFFICES.stream(), Stream.of(KnownProfiles.OF_COMMANDS))
                  .map(profile -> "application-" + profile + ".yml")
                  .toList());
    }
  }

  private void start(String profiles) {
    try (ConfigurableApplicationContext nothing =
        new SpringApplicationBuilder(Nothing.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .run(
                "--spring.profiles.active=" + profiles,
                "--spring.config.additional-location=" + folder + "/",
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/nowhere")) {
      assertThat(nothing.isActive()).isTrue();
    }
  }

  static class Nothing {}
}
