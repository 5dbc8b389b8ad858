package app.chancery.oversight;

/**
 * How a programme stands in one dimension, as its newest review found.
 *
 * @param last in the quarterly review before; null if there was none
 */
public record Rating(StatusDimension dimension, Colour colour, Colour last) {

  /** Against the quarterly review before; null if there was none. */
  public RatingChange change() {
    if (last == null) {
      return null;
    }
    return colour == last
        ? RatingChange.SAME
        : colour.compareTo(last) < 0 ? RatingChange.BETTER : RatingChange.WORSE;
  }
}
