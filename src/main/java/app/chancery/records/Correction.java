package app.chancery.records;

import app.chancery.platform.words.Words;
import app.chancery.records.dossier.IndicatorName;
import java.time.OffsetDateTime;

/**
 * A mistake on record that was put right: what it said, what it says now, and why. It cannot be
 * altered; a further one may follow.
 *
 * @param entry the row that was wrong, of the table of {@code what}; 0 for the name of a candidate
 * @param about the field of an indicator, or the day of an activity as it was; null for a name
 * @param enteredAt when the entry was first recorded in that programme
 */
public record Correction(
    long id,
    String programme,
    Corrected what,
    long entry,
    String about,
    String before,
    String after,
    String reason,
    OffsetDateTime enteredAt,
    String correctedBy,
    OffsetDateTime correctedAt) {

  /** What was corrected, as people read it: "Public support, value". */
  public String label() {
    return label(what, about);
  }

  static String label(Corrected what, String about) {
    return what.entry() == Correctable.FIGURE
        ? Words.of("correction.ofFigure")
            .formatted(IndicatorName.ofField(about).orElseThrow().label(), what.word())
        : what.word();
  }

  /** Whether something made at that moment rests on what the entry said before. */
  boolean isAfter(OffsetDateTime made) {
    return !made.isBefore(enteredAt) && made.isBefore(correctedAt);
  }

  /** This and earlier ones of the same value as one, from what it said before all of them. */
  Correction since(Correction earlier) {
    return new Correction(
        id,
        programme,
        what,
        entry,
        about,
        earlier.before,
        after,
        reason,
        enteredAt,
        correctedBy,
        correctedAt);
  }

  /** Whether it says something else than before. */
  boolean isOne() {
    return !before.equals(after);
  }
}
