package app.chancery.prerequisites;

import app.chancery.platform.words.Coded;
import java.util.Optional;

/** How far the author of an intelligence brief trusts its finding. */
public enum Confidence implements Coded {
  LOW,
  MODERATE,
  HIGH;

  static Optional<Confidence> of(String word) {
    return Coded.find(Confidence.class, word);
  }
}
