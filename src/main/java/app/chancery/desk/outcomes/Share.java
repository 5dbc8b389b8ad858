package app.chancery.desk.outcomes;

/**
 * A share of few cases, and how far off it may be: the 95 per cent interval of Wilson (1927), which
 * stays between 0 and 100 and holds for a handful of cases too.
 *
 * @param part from 0 to the whole
 * @param whole how many cases; 1 or more
 */
record Share(int part, int whole) {

  /** So many standard deviations take in 95 per cent of a normal distribution. */
  private static final double DEVIATIONS = 1.959964;

  Share {
    if (whole < 1 || part < 0 || part > whole) {
      throw new IllegalArgumentException(part + " of " + whole + " is no share");
    }
  }

  /** In whole per cent. */
  public int percent() {
    return rounded((double) part / whole);
  }

  /** The lower end of the interval, in whole per cent. */
  public int low() {
    return rounded(middle() - half());
  }

  /** The upper end of the interval, in whole per cent. */
  public int high() {
    return rounded(middle() + half());
  }

  /** Whether all of its interval lies above all of the other one's. */
  boolean isSurelyAbove(Share other) {
    return middle() - half() > other.middle() + other.half();
  }

  private double middle() {
    return ((double) part / whole + squared() / 2) / (1 + squared());
  }

  private double half() {
    double share = (double) part / whole;
    return DEVIATIONS
        * Math.sqrt(share * (1 - share) / whole + squared() / 4 / whole)
        / (1 + squared());
  }

  private double squared() {
    return DEVIATIONS * DEVIATIONS / whole;
  }

  private static int rounded(double share) {
    return (int) Math.round(Math.max(0, Math.min(1, share)) * 100);
  }
}
