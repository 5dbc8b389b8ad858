package app.chancery.integration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What may take place in a phase. */
public enum ActivityKind {
  EXERCISE("exercise"),
  WORKSHOP("workshop"),
  INTELLIGENCE_SHARING("intelligence-sharing");

  private final String word;

  ActivityKind(String word) {
    this.word = word;
  }

  /** The word in JSON, on forms and in documents. */
  @JsonValue
  public String word() {
    return word;
  }

  public static Optional<ActivityKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
