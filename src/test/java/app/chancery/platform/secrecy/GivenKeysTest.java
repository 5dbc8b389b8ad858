package app.chancery.platform.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.chancery.platform.start.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

class GivenKeysTest {

  @TempDir Path folder;

  @Test
  void theKeysOfTheEnvironmentAreTakenInTheirOrder() {
    StandardEnvironment settings = new StandardEnvironment();
    String source = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    String keys = SealingKey.random("b").written() + "," + SealingKey.random("a").written();
    settings
        .getPropertySources()
        .replace(
            source,
            new SystemEnvironmentPropertySource(source, Map.of("CHANCERY_SECRECY_KEYS", keys)));

    assertThat(new GivenKeys(settings).read().ids()).containsExactly("b", "a");
    assertThat(new GivenKeys(settings).read().newest().id()).isEqualTo("b");
  }

  @Test
  void outsideTheProfileLocalNothingStartsWithoutAKey() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> new GivenKeys(settings("false", "127.0.0.1", url())).read())
        .withMessage("Chancery has no key to seal interviews with.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anOfficeOnOnesOwnMachineMakesAKeyAndKeepsItBesideItsDataForItsOwnerAlone()
      throws IOException {
    SealingKey first = new GivenKeys(settings("true", "127.0.0.1", url())).read().newest();
    SealingKey again = new GivenKeys(settings("true", "localhost", url())).read().newest();

    assertThat(again.written()).isEqualTo(first.written());
    assertThat(first.id()).matches("own-[0-9a-f]{8}");
    Path file = folder.resolve("data/chancery.keys");
    assertThat(Files.readAllLines(file)).containsExactly(first.written());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    try (var files = Files.list(file.getParent())) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("chancery.keys", "chancery.mv.db");
    }
  }

  @Test
  void aKeyOfItsOwnIsForThisMachineAloneAndForAFileOrTheMemory() {
    for (String address : List.of("", "0.0.0.0", "192.0.2.1")) {
      assertThatExceptionOfType(CannotStart.class)
          .isThrownBy(() -> new GivenKeys(settings("true", address, url())).read())
          .withMessageContaining("for an office that this machine alone can reach");
    }
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(
            () -> new GivenKeys(settings("true", "127.0.0.1", "jdbc:postgresql://h:5432/d")).read())
        .withMessageContaining("kept beside a database in a file");
    assertThat(folder).isEmptyDirectory();
    String memory = "jdbc:h2:mem:rehearsal";
    MockEnvironment command =
        settings("true", "", memory).withProperty("spring.main.web-application-type", "none");
    assertThat(new GivenKeys(command).read().ids()).hasSize(1);
  }

  @Test
  void aFileThatHoldsNoKeyIsToldAndLeftAsItIs() throws IOException {
    new GivenKeys(settings("true", "127.0.0.1", url())).read();
    Path file = folder.resolve("data/chancery.keys");
    for (String content : List.of("", "own-1:short\n", "one\ntwo\n")) {
      Files.writeString(file, content);

      assertThatExceptionOfType(CannotStart.class)
          .isThrownBy(() -> new GivenKeys(settings("true", "127.0.0.1", url())).read())
          .withMessage("The file " + file + " has the key of the interviews no longer.");
      assertThat(file).hasContent(content);
    }
  }

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("data/chancery");
  }

  private static MockEnvironment settings(String ownKey, String address, String url) {
    return new MockEnvironment()
        .withProperty("chancery.secrecy.own-key", ownKey)
        .withProperty("server.address", address)
        .withProperty("spring.datasource.url", url);
  }
}
