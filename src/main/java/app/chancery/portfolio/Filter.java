package app.chancery.portfolio;

import app.chancery.programme.Programme.Status;
import app.chancery.programme.Step;
import app.chancery.programme.Tier;
import app.chancery.refusal.Faults;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** What to look for; null stands for anything. */
record Filter(Status status, Step step, Tier tier, String text) {

  /**
   * Reads a filter from request parameters: the status in lower case, the folder name of the step,
   * the word of the tier, and a part of the name or key.
   *
   * @throws app.chancery.refusal.Refused naming every parameter that is not understood
   */
  static Filter of(String status, String step, String tier, String text) {
    Faults faults = new Faults();
    Filter filter =
        new Filter(
            one("status", status, Status.values(), each -> each.name().toLowerCase(), faults),
            one("step", step, Step.values(), Step::folder, faults),
            one("tier", tier, Tier.values(), Tier::word, faults),
            text == null || text.isBlank() ? null : text.strip());
    faults.refuseIfAny();
    return filter;
  }

  private static <T> T one(
      String field, String word, T[] values, Function<T, String> wordOf, Faults faults) {
    if (word == null || word.isBlank()) {
      return null;
    }
    Optional<T> found =
        Arrays.stream(values).filter(value -> wordOf.apply(value).equals(word)).findFirst();
    faults.check(
        found.isPresent(), field, "must be one of " + Arrays.stream(values).map(wordOf).toList());
    return found.orElse(null);
  }
}
