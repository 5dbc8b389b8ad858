package app.chancery.stakeholders;

/** Whether the stakeholder gave the interview. */
public enum Held {
  HELD,
  /** Recorded from open sources instead. */
  REFUSED;

  public boolean isHeld() {
    return this == HELD;
  }
}
