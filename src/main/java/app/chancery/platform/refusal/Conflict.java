package app.chancery.platform.refusal;

import java.util.List;
import java.util.function.UnaryOperator;

/** The input is well-formed, but collides with what exists already (HTTP 409). */
public class Conflict extends Refused {

  public Conflict(String field, String message) {
    super(field, message);
  }

  /** In a sentence what the cause says in the words of the machine. */
  public Conflict(String message, Throwable cause) {
    this(List.of(new Fault("", message)), UnaryOperator.identity(), cause);
  }

  private Conflict(List<Fault> faults, UnaryOperator<String> names, Throwable cause) {
    super(faults, names, cause);
  }

  @Override
  public Conflict naming(UnaryOperator<String> names) {
    return new Conflict(faults(), names, this);
  }
}
