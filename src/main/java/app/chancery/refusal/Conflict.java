package app.chancery.refusal;

/** The input is well-formed, but collides with what exists already (HTTP 409). */
public class Conflict extends Refused {

  public Conflict(String field, String message) {
    super(field, message);
  }
}
