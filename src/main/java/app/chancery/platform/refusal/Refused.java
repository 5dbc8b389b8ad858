package app.chancery.platform.refusal;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The input was refused and nothing has changed. The message is meant for the person who sent it:
 * Tasklist shows it on the form, the REST interface as problem+json.
 */
public class Refused extends RuntimeException {

  private final List<Fault> faults;
  private final String inWords;

  public Refused(List<Fault> faults) {
    this(faults, UnaryOperator.identity(), null);
  }

  protected Refused(List<Fault> faults, UnaryOperator<String> names, Throwable cause) {
    super(sentence(faults, UnaryOperator.identity()), cause);
    this.faults = List.copyOf(faults);
    this.inWords = sentence(faults, names);
  }

  public Refused(String field, String message) {
    this(List.of(new Fault(field, message)));
  }

  public List<Fault> faults() {
    return faults;
  }

  /**
   * The same refusal for somebody who knows the fields by other names than the sender's.
   *
   * @param names what each field is called in {@link #getLocalizedMessage()}
   */
  public Refused naming(UnaryOperator<String> names) {
    return new Refused(faults, names, this);
  }

  /** The message in the words of the person who reads it. */
  @Override
  public String getLocalizedMessage() {
    return inWords;
  }

  private static String sentence(List<Fault> faults, UnaryOperator<String> names) {
    return faults.stream()
        .map(
            fault ->
                fault.field().isBlank()
                    ? fault.message()
                    : names.apply(fault.field()) + ": " + fault.message())
        .collect(Collectors.joining("; "));
  }
}
