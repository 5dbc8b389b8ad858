package app.chancery.desk.portfolio;

import app.chancery.oversight.Rating;
import app.chancery.oversight.RatingChange;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

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
   * @param tier null if it is not settled
   * @param day on which something is due, or was; null if nothing is
   * @param when how far that is from today, in words
   * @param marks its ratings as the page shows them, one behind the other
   * @param ratings in words, for who hears the page; empty if there are none
   */
  record Card(
      String key,
      String name,
      String called,
      Tier tier,
      boolean suspended,
      LocalDate day,
      boolean late,
      String when,
      String marks,
      String ratings) {

    /**
     * A letter and an arrow for each; the order says of which dimension. Written here and not by
     * the template, which would take most of its time for these.
     */
    static String marks(List<Rating> ratings) {
      StringBuilder marks = new StringBuilder();
      for (Rating each : ratings) {
        boolean changed = each.change() != null && each.change() != RatingChange.SAME;
        marks
            .append("<span class=\"rag ")
            .append(each.colour().code())
            .append("\">")
            .append(HtmlUtils.htmlEscape(each.colour().letter()))
            .append(changed ? HtmlUtils.htmlEscape(each.change().arrow()) : "")
            .append("</span>");
      }
      return marks.toString();
    }
  }
}
