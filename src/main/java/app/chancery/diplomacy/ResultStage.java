package app.chancery.diplomacy;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;

/** What is known of a campaign's effect, in the order in which it can be known. */
public enum ResultStage implements Coded {
  OUTPUTS,
  OUTTAKES,
  OUTCOMES;

  public String meaning() {
    return Words.of(this, "meaning");
  }
}
