package app.chancery.prerequisites;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the author of an intelligence brief trusts its finding. */
public enum Confidence {
  LOW,
  MODERATE,
  HIGH;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Confidence> of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word.strip().toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
