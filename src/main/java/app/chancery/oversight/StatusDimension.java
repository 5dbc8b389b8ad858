package app.chancery.oversight;

import app.chancery.platform.words.Coded;

/** What a review judges in red, amber and green. */
public enum StatusDimension implements Coded {
  SCHEDULE,
  INTEROPERABILITY,
  DOMESTIC_SUPPORT,
  SECURITY,
  COST,
  COMMUNICATION;
}
