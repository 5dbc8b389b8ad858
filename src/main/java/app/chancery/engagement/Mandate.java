package app.chancery.engagement;

import app.chancery.platform.words.Coded;
import app.chancery.readiness.Tier;

/**
 * The tier that the next design starts from.
 *
 * @param origin who gave it, the council or the oversight committee
 */
public record Mandate(long id, String programme, Tier tier, String reason, Origin origin) {

  /** Who gives one. */
  public enum Origin implements Coded {
    COUNCIL,
    OVERSIGHT_COMMITTEE
  }
}
