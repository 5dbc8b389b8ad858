package app.chancery.oversight;

import app.chancery.platform.words.Coded;

/** What the oversight committee may decide in a review. */
public enum CommitteeDecision implements Coded {
  CONTINUE,
  ADJUST_MILESTONES,
  MOVE_TIER_UP,
  MOVE_TIER_DOWN,
  SUSPEND,
  RESUME,
  TERMINATE;

  public boolean movesTier() {
    return this == MOVE_TIER_UP || this == MOVE_TIER_DOWN;
  }

  /** Whether the work under the present package stops by it, or runs again. */
  public boolean changesTheWork() {
    return this != CONTINUE && this != ADJUST_MILESTONES;
  }

  /** Whether the reviews of the programme go on after it. */
  public boolean keepsOversight() {
    return !movesTier() && this != TERMINATE;
  }

  public static CommitteeDecision of(String code) {
    return Coded.of(CommitteeDecision.class, code);
  }
}
