package app.chancery.desk.outcomes;

import app.chancery.integration.ActivityKind;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.util.Arrays;
import java.util.List;

/** What is drawn over the quarters. */
enum Measure implements Coded {
  EXERCISES(Question.JOINT_EXERCISES),
  INTELLIGENCE(Question.INTELLIGENCE_SHARING),
  RETAINED(Question.RETENTION),
  ROUNDS_BROKEN(Question.FRICTION),
  OBJECTIONS(Question.FRICTION),
  DAYS_TO_CONSENSUS(Question.FRICTION),
  DAYS_IN_STEP(Question.DAYS_IN_STEPS),
  STANDARDS(Question.RESULTS),
  MILESTONES_MET(Question.RESULTS),
  REVIEWS_HELD(Question.REVIEWS);

  /** Those of which each programme has figures of its own. */
  static final List<Measure> OF_PROGRAMMES =
      Arrays.stream(values()).filter(Measure::isOfProgrammes).toList();

  private final Question question;

  Measure(Question question) {
    this.question = question;
  }

  Question question() {
    return question;
  }

  /** What its plan is, or that none is kept; of a part of a whole what the whole is. */
  public String beside() {
    return Words.of(this, "beside");
  }

  /** Whether the office keeps a plan to hold it against. */
  boolean isPlanned() {
    return this == EXERCISES || this == DAYS_TO_CONSENSUS || this == DAYS_IN_STEP;
  }

  /**
   * Whether all that is of it is drawn on one scale. Steps are not compared by their heights: one
   * takes some days and another one years.
   */
  boolean isOnOneScale() {
    return this != DAYS_IN_STEP;
  }

  /** Whether each programme has figures of its own. */
  boolean isOfProgrammes() {
    return kind() != null;
  }

  /** The activities of which it counts what took place in each programme; null if it does not. */
  ActivityKind kind() {
    return switch (this) {
      case EXERCISES -> ActivityKind.EXERCISE;
      case INTELLIGENCE -> ActivityKind.INTELLIGENCE_SHARING;
      default -> null;
    };
  }
}
