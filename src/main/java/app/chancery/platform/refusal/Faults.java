package app.chancery.platform.refusal;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with an input, so that a refusal can name it all at once. */
public final class Faults {

  private final List<Fault> found = new ArrayList<>();

  public Faults add(String field, String message) {
    found.add(new Fault(field, message));
    return this;
  }

  /** Adds the fault unless the condition holds; says whether it holds. */
  public boolean check(boolean condition, String field, String message) {
    if (!condition) {
      add(field, message);
    }
    return condition;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Fault> list() {
    return List.copyOf(found);
  }

  /**
   * @throws Refused naming every fault, if there is one
   */
  public void refuseIfAny() {
    if (!found.isEmpty()) {
      throw new Refused(found);
    }
  }
}
