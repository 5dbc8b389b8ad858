package app.chancery.desk.portfolio;

import app.chancery.oversight.Colour;
import app.chancery.oversight.Rating;
import app.chancery.oversight.RatingChange;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import java.time.LocalDate;
import java.util.List;

/**
 * The programmes of the portfolio, those that have not ended by the step they are in.
 *
 * @param ended the first of those that have
 */
record Board(List<Column> columns, Ended ended) {

  /**
   * A step.
   *
   * @param total of the programmes in it, shown or not
   * @param address of their list
   * @param width of 1, 2 or 3: a step in which many are has the room of several
   */
  record Column(Step step, long total, String address, int width, List<Card> cards) {

    /** How many are not shown. */
    public long more() {
      return total - cards.size();
    }
  }

  /**
   * @param address of their list
   */
  record Ended(long total, String address, List<Programme> programmes) {

    /** How many are not shown. */
    public long more() {
      return total - programmes.size();
    }
  }

  /**
   * A programme.
   *
   * @param day on which something is due, or was; null if nothing is
   * @param when how far that is from today, in words
   * @param ratings in words, for who hears the page; empty if there are none
   */
  record Card(
      Programme programme,
      LocalDate day,
      boolean late,
      String when,
      List<Cell> cells,
      String ratings) {}

  /** A rating as a letter and an arrow; the order says of which dimension. */
  record Cell(Colour colour, String letter, String arrow) {

    static Cell of(Rating rating) {
      boolean changed = rating.change() != null && rating.change() != RatingChange.SAME;
      return new Cell(
          rating.colour(), rating.colour().letter(), changed ? rating.change().arrow() : "");
    }
  }
}
