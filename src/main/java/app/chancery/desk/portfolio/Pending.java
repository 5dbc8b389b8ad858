package app.chancery.desk.portfolio;

import app.chancery.platform.words.Coded;

/** What people are waiting for in a programme. */
enum Pending implements Coded {
  /** A task whose day has passed. */
  OVERDUE,
  /** The end of a silence. */
  ROUND,
  /** The committee's decision in a review. */
  REVIEW,
  /** The same after the day on which it was due. */
  LATE_REVIEW
}
