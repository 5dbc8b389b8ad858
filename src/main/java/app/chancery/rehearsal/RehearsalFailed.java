package app.chancery.rehearsal;

/** A rehearsal cannot go on; the message says at what point, and why. */
public class RehearsalFailed extends RuntimeException {

  RehearsalFailed(String message) {
    super(message);
  }

  RehearsalFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
