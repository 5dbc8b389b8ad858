package app.chancery.platform.refusal;

/** What was asked for does not exist, or not for this reader (HTTP 404). */
public class NotFound extends RuntimeException {

  public NotFound(String message) {
    super(message);
  }
}
