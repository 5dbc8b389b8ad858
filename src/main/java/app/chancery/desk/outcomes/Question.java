package app.chancery.desk.outcomes;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;

/** What the guide asks of the programme's outcomes. */
enum Question implements Coded {
  JOINT_EXERCISES,
  INTELLIGENCE_SHARING,
  RETENTION,
  FRICTION,
  DAYS_IN_STEPS,
  RESULTS,
  REVIEWS;

  /** As a manager asks it. */
  public String asked() {
    return Words.of(this, "asked");
  }
}
