package app.chancery.stakeholders;

import app.chancery.platform.words.Coded;

/** How a stakeholder stands to the programme, from most to least favourable. */
public enum Stance implements Coded {
  CHAMPION,
  SUPPORTER,
  NEUTRAL,
  SKEPTIC,
  BLOCKER;

  boolean isLessFavourableThan(Stance other) {
    return compareTo(other) > 0;
  }
}
