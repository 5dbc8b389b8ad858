package app.chancery.refusal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The input was refused and nothing has changed. The message is meant for the person who sent it:
 * Tasklist shows it on the form, the REST interface as problem+json.
 */
public class Refused extends RuntimeException {

  private final List<Fault> faults;

  public Refused(List<Fault> faults) {
    super(sentence(faults));
    this.faults = List.copyOf(faults);
  }

  public Refused(String field, String message) {
    this(List.of(new Fault(field, message)));
  }

  public List<Fault> faults() {
    return faults;
  }

  private static String sentence(List<Fault> faults) {
    return faults.stream()
        .map(
            fault ->
                fault.field().isBlank() ? fault.message() : fault.field() + ": " + fault.message())
        .collect(Collectors.joining("; "));
  }
}
