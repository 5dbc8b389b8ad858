package app.chancery.stakeholders;

import app.chancery.platform.words.Coded;
import java.util.List;
import java.util.Optional;

/** What a stakeholder is. */
public enum StakeholderKind implements Coded {
  CANDIDATE_GOVERNMENT,
  REGIONAL_BLOC,
  KEY_ALLY,
  PARLIAMENT,
  PARTY,
  PUBLIC,
  NEIGHBOUR,
  INDUSTRY,
  CIVIL_SOCIETY,
  OTHER;

  /** The kind of that word, whatever its case; empty if there is none. */
  public static Optional<StakeholderKind> of(String word) {
    return Coded.find(StakeholderKind.class, word);
  }

  static List<String> words() {
    return Coded.words(StakeholderKind.class);
  }
}
