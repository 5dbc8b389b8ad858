package app.chancery.platform.refusal;

import java.util.function.UnaryOperator;

/** More than is taken in one piece (HTTP 413). */
public class TooLarge extends Refused {

  public TooLarge(String message) {
    super("", message);
  }

  /** It names no field. */
  @Override
  public TooLarge naming(UnaryOperator<String> names) {
    return this;
  }
}
