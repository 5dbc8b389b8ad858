package app.chancery.forecast;

import java.util.List;

/**
 * How long something may take, as told by some cases. The next case is as likely to fall between
 * any two neighbours of them as beyond either end, so that between n cases lie n + 1 equal parts;
 * within a part it is spread evenly on a scale of ratios, for a month more or less counts for less
 * in a year than in a week.
 */
final class Spread {

  /** What logarithms lose of a whole day, by far. */
  private static final double ROUNDING = 1e-6;

  private final double[] knots;

  /**
   * @param days of the cases, at least one, the shortest first
   * @param tail how many times the shortest case may be undercut and the longest exceeded, above 1
   * @param atLeast nothing is shorter, in days; 0 or more
   */
  Spread(List<Long> days, double tail, long atLeast) {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("Without a case nothing is told of how long it takes");
    }
    double edge = Math.log(tail);
    double least = Math.log1p(atLeast);
    knots = new double[days.size() + 2];
    for (int place = 1; place <= days.size(); place++) {
      knots[place] = Math.max(least, Math.log1p(days.get(place - 1)));
    }
    knots[0] = Math.max(least, knots[1] - edge);
    knots[days.size() + 1] = knots[days.size()] + edge;
  }

  /**
   * Whole days that have passed when a part of all cases is over: what takes less than one is over
   * on the same day.
   *
   * @param part from 0 to 1, without 1
   */
  long days(double part) {
    double place = part * (knots.length - 1);
    int below = (int) place;
    double logarithm = knots[below] + (place - below) * (knots[below + 1] - knots[below]);
    return (long) Math.floor(Math.expm1(logarithm) + ROUNDING);
  }
}
