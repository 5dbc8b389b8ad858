package app.chancery.platform.secrecy;

import app.chancery.platform.database.EmbeddedDatabase;
import app.chancery.platform.start.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Which keys a start is given: those of the environment. Only who tries Chancery on their own
 * machine, or rehearses in memory, may do without: then it makes one by itself.
 */
final class GivenKeys {

  private static final String IN_MEMORY = "jdbc:h2:mem:";

  private final Environment settings;

  GivenKeys(Environment settings) {
    this.settings = settings;
  }

  /**
   * @throws CannotStart if there is none, or one that cannot be taken
   */
  SealingKeys read() {
    List<String> written =
        Binder.get(settings)
            .bind("chancery.secrecy.keys", Bindable.listOf(String.class))
            .orElse(List.of());
    return written.isEmpty()
            && settings.getProperty("chancery.secrecy.own-key", boolean.class, false)
        ? SealingKeys.of(List.of(own()))
        : SealingKeys.read(written);
  }

  private SealingKey own() {
    if (!isOnlyForThisMachine()) {
      throw new CannotStart(
          "A key that Chancery makes by itself, and keeps beside its data, is for an office that"
              + " this machine alone can reach.",
          "Leave server.address at 127.0.0.1 with the profile 'local'. Otherwise: "
              + SealingKeys.HOW_TO_GIVE);
    }
    String url = settings.getProperty("spring.datasource.url", "");
    if (url.startsWith(IN_MEMORY)) {
      return OwnKey.fresh();
    }
    Path file =
        EmbeddedDatabase.beside(url, "keys")
            .orElseThrow(
                () ->
                    new CannotStart(
                        "A key that Chancery makes by itself is kept beside a database in a file, and"
                            + " this one is in none.",
                        SealingKeys.HOW_TO_GIVE));
    try {
      EmbeddedDatabase.makeFolder(url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return OwnKey.in(file);
  }

  private boolean isOnlyForThisMachine() {
    return "none".equals(settings.getProperty("spring.main.web-application-type"))
        || isLoopback(settings.getProperty("server.address", ""));
  }

  private static boolean isLoopback(String address) {
    try {
      return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
