package app.chancery.platform.decisions;

/** A file that the engine does not take for a decision table; the message says why. */
public class NotATable extends RuntimeException {

  public NotATable(String message, Throwable cause) {
    super(message, cause);
  }
}
