package app.chancery.records.dossier;

import app.chancery.platform.words.Coded;
import java.util.Optional;

/**
 * The stage reached in the Operational Capabilities Concept Evaluation and Feedback Programme: two
 * levels, each a self-evaluation followed by a NATO evaluation, in this order.
 */
public enum OccStage implements Coded {
  NONE,
  SEL1,
  NEL1,
  SEL2,
  NEL2;

  /** The stages are called by their abbreviations everywhere. */
  @Override
  public String code() {
    return this == NONE ? "none" : name();
  }

  public static Optional<OccStage> of(String code) {
    return Coded.find(OccStage.class, code);
  }
}
