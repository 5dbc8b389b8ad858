package app.chancery.integration;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.util.Optional;

/** What may take place in a phase. */
public enum ActivityKind implements Coded {
  EXERCISE,
  WORKSHOP,
  INTELLIGENCE_SHARING;

  /** What a number of them is called. */
  public String plural() {
    return Words.of(this, "plural");
  }

  public static Optional<ActivityKind> of(String word) {
    return Coded.find(ActivityKind.class, word);
  }
}
