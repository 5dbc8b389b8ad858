package app.chancery.dossier;

import java.util.Arrays;
import java.util.Optional;

/**
 * The stage reached in the Operational Capabilities Concept Evaluation and Feedback Programme: two
 * levels, each a self-evaluation followed by a NATO evaluation, in this order.
 */
public enum OccStage {
  NONE("none"),
  SEL1("SEL1"),
  NEL1("NEL1"),
  SEL2("SEL2"),
  NEL2("NEL2");

  private final String code;

  OccStage(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<OccStage> of(String code) {
    return Arrays.stream(values()).filter(stage -> stage.code.equalsIgnoreCase(code)).findFirst();
  }
}
