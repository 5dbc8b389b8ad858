package app.chancery.refusal;

/** More than is taken in one piece (HTTP 413). */
public class TooLarge extends Refused {

  public TooLarge(String message) {
    super("", message);
  }
}
