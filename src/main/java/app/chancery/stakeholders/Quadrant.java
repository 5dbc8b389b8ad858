package app.chancery.stakeholders;

import app.chancery.platform.words.Coded;

/** Where a stakeholder stands on the power-interest grid, and so how it is dealt with. */
enum Quadrant implements Coded {
  MANAGE_CLOSELY,
  KEEP_SATISFIED,
  KEEP_INFORMED,
  MONITOR;

  static Quadrant of(Interview interview, StakeholderPolicy policy) {
    boolean powerful = interview.power() >= policy.highPowerFrom();
    boolean interested = interview.interest() >= policy.highInterestFrom();
    if (powerful) {
      return interested ? MANAGE_CLOSELY : KEEP_SATISFIED;
    }
    return interested ? KEEP_INFORMED : MONITOR;
  }
}
