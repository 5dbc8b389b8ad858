package app.chancery.integration;

import app.chancery.platform.words.Coded;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What an Ally stated on its ratification: that it holds it, or that it goes on. It is no
 * objection, the council has decided, and it keeps nobody else from ratifying.
 *
 * @param ally ISO 3166-1 alpha-2 code
 * @param date the day it was stated
 * @param reason as the Ally gave it
 */
public record RatificationHold(
    long id,
    String programme,
    String ally,
    Change change,
    LocalDate date,
    String reason,
    String recordedBy,
    OffsetDateTime recordedAt) {

  /** What becomes of the ratification. */
  public enum Change implements Coded {
    HELD,
    RESUMED
  }
}
