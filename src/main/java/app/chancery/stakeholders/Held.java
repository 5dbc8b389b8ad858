package app.chancery.stakeholders;

import app.chancery.platform.words.Coded;

/** Whether the stakeholder gave the interview. */
public enum Held implements Coded {
  HELD,
  /** Recorded from open sources instead. */
  REFUSED;

  public boolean isHeld() {
    return this == HELD;
  }
}
