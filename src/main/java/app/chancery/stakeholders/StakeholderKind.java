package app.chancery.stakeholders;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a stakeholder is. */
public enum StakeholderKind {
  CANDIDATE_GOVERNMENT("candidate government"),
  REGIONAL_BLOC("regional bloc"),
  KEY_ALLY("key Ally"),
  PARLIAMENT("parliament"),
  PARTY("party"),
  PUBLIC("public"),
  NEIGHBOUR("neighbour"),
  INDUSTRY("industry"),
  CIVIL_SOCIETY("civil society"),
  OTHER("other");

  private final String word;

  StakeholderKind(String word) {
    this.word = word;
  }

  /** As people write it on the form. */
  @com.fasterxml.jackson.annotation.JsonValue
  public String word() {
    return word;
  }

  /** The kind of that word, whatever its case; empty if there is none. */
  public static Optional<StakeholderKind> of(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> kind.word.toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(StakeholderKind::word).toList();
  }
}
