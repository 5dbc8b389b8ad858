package app.chancery.readiness;

import app.chancery.platform.words.Words;
import app.chancery.records.dossier.IndicatorName;
import java.util.List;

/**
 * What moves a tier, and where to.
 *
 * @param changes of one indicator or of two, in the order of the scales
 * @param tier what the dossier would get with them
 */
public record Move(List<Change> changes, Tier tier) {

  public Move {
    changes = List.copyOf(changes);
  }

  /**
   * @param from the figure of the dossier, null if it has none
   * @param to the figure that it would take, as new as the assessment. Of a figure that is too old
   *     to count it may be the same one: measured anew it would count again
   */
  public record Change(IndicatorName indicator, String from, String to) {

    /** As people read it, with the unit. */
    public String words() {
      String figure =
          indicator == IndicatorName.OCC_STAGE
              ? indicator.label()
              : Words.of("moves.figure").formatted(indicator.label(), indicator.unit());
      if (from == null) {
        return Words.of("moves.known").formatted(figure, indicator.said(to));
      }
      return Words.of(from.equals(to) ? "moves.measuredAnew" : "moves.fromTo")
          .formatted(figure, indicator.said(from), indicator.said(to));
    }
  }
}
