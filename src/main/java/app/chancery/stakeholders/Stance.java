package app.chancery.stakeholders;

import java.util.Locale;

/** How a stakeholder stands to the programme, from most to least favourable. */
public enum Stance {
  CHAMPION,
  SUPPORTER,
  NEUTRAL,
  SKEPTIC,
  BLOCKER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isLessFavourableThan(Stance other) {
    return compareTo(other) > 0;
  }

  @Override
  public String toString() {
    return word();
  }
}
