package app.chancery.engagement;

import app.chancery.platform.words.Coded;

/** The parts of a package, in the order in which people read them. */
public enum PackagePart implements Coded {
  TIER,
  SECURITY,
  ECONOMY,
  TRAINING,
  INSTRUMENTS,
  MILESTONES,
  JUSTIFICATION;
}
