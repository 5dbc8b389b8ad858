package app.chancery.rehearsal.commandline;

import app.chancery.platform.secrecy.KeyRotation;
import app.chancery.platform.start.CannotStart;
import java.io.PrintStream;
import java.util.List;

/** The command {@code keys rotate}: what rests under older keys gets the newest one. */
class Keys {

  private final KeyRotation rotation;
  private final PrintStream out;
  private final PrintStream err;

  Keys(KeyRotation rotation, PrintStream out, PrintStream err) {
    this.rotation = rotation;
    this.out = out;
    this.err = err;
  }

  /**
   * @return whether everything has the newest key now
   * @throws IllegalStateException if that is not the one that the database knows by its id
   */
  boolean rotate() {
    List<String> stayed;
    try {
      stayed = rotation.rotate(err::println);
    } catch (CannotStart another) {
      throw new IllegalStateException(another.getMessage().replaceFirst("\\.$", ""), another);
    }
    stayed.forEach(line -> out.println(line + "."));
    out.println(
        stayed.isEmpty()
            ? "Everything that is sealed has the key '%s' now. Of the others only backups have need."
                .formatted(rotation.newest())
            : (rotation.hasRowsUnderNewest()
                    ? "The rest has the key '%s' now."
                    : "Nothing has the key '%s' yet.")
                .formatted(rotation.newest()));
    return stayed.isEmpty();
  }
}
