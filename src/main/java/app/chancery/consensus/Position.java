package app.chancery.consensus;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Words;
import java.time.OffsetDateTime;

/**
 * An Ally's answer in a round. It is kept for good; a revised one stands beside it, and the last
 * one counts.
 *
 * @param id its number in the register, for nobody to see: it counts the answers of all Allies; 0
 *     before it is there
 * @param round the id of the round
 * @param ally ISO 3166-1 alpha-2 code
 * @param statement the text of a reservation or the reason of an objection; null otherwise
 * @param amendmentSought what an objecting Ally wants changed, or null
 */
public record Position(
    long id,
    long round,
    String ally,
    Stance stance,
    String statement,
    String amendmentSought,
    String statedBy,
    OffsetDateTime statedAt) {

  /**
   * @throws app.chancery.platform.refusal.Refused if a reservation has no text or an objection no
   *     reason
   */
  public Position {
    faults(stance, statement).refuseIfAny();
  }

  /** What is wrong with a statement; the fields are those of the delegations' form. */
  public static Faults faults(Stance stance, String statement) {
    Faults faults = new Faults();
    if (stance == Stance.RESERVATION) {
      faults.check(isThere(statement), "reservation", Words.of("position.isRequiredItsTextGoesOn"));
    }
    if (stance == Stance.OBJECTION) {
      faults.check(
          isThere(statement), "objectionReason", Words.of("position.isRequiredAnObjectionHasA"));
    }
    return faults;
  }

  public boolean isObjection() {
    return stance == Stance.OBJECTION;
  }

  private static boolean isThere(String text) {
    return text != null && !text.isBlank();
  }
}
