package app.chancery.integration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What may take place in a phase. */
public enum ActivityKind {
  EXERCISE("exercise", "Exercises"),
  WORKSHOP("workshop", "Workshops"),
  INTELLIGENCE_SHARING("intelligence-sharing", "Intelligence-sharing events");

  private final String word;
  private final String plural;

  ActivityKind(String word, String plural) {
    this.word = word;
    this.plural = plural;
  }

  /** The word in JSON, on forms and in documents. */
  @JsonValue
  public String word() {
    return word;
  }

  /** What a number of them is called. */
  public String plural() {
    return plural;
  }

  public static Optional<ActivityKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
