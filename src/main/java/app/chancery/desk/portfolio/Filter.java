package app.chancery.desk.portfolio;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Coded;
import app.chancery.programme.Programme.Status;
import app.chancery.programme.Step;
import app.chancery.readiness.Tier;
import java.util.Optional;

/** What to look for; null stands for anything. */
record Filter(Status status, Step step, Tier tier, String text) {

  /**
   * Reads a filter from request parameters: codes or words of the status, the step and the tier,
   * and a part of the name or key.
   *
   * @throws app.chancery.platform.refusal.Refused naming every parameter that is not understood
   */
  static Filter of(String status, String step, String tier, String text) {
    Faults faults = new Faults();
    Filter filter =
        new Filter(
            one("status", status, Status.class, faults),
            one("step", step, Step.class, faults),
            one("tier", tier, Tier.class, faults),
            text == null || text.isBlank() ? null : text.strip());
    faults.refuseIfAny();
    return filter;
  }

  private static <E extends Enum<E> & Coded> E one(
      String field, String given, Class<E> type, Faults faults) {
    if (given == null || given.isBlank()) {
      return null;
    }
    Optional<E> found = Coded.find(type, given);
    faults.check(found.isPresent(), field, Coded.oneOf(type));
    return found.orElse(null);
  }
}
