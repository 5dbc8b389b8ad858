package app.chancery.platform.secrecy;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.words.Words;

/** What is sealed cannot be read now; it stays as it is. */
public class CannotOpen extends Conflict {

  private CannotOpen(String message) {
    super("", message);
  }

  static CannotOpen keyMissing(String id) {
    return new CannotOpen(Words.of("secrecy.keyMissing").formatted(id));
  }

  static CannotOpen damaged() {
    return new CannotOpen(Words.of("secrecy.damaged"));
  }
}
