package app.chancery.desk.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

/** The measures of a quarter, out of what was counted. */
class TallyTest {

  private final Tally tally = new Tally();

  @Test
  void ofNothingThereIsNoAverageAndNoShare() {
    Measures nothing = tally.measures();

    assertThat(nothing.programmes()).isZero();
    assertThat(nothing.standardsImplementedPct()).isNull();
    assertThat(nothing.milestones())
        .isEqualTo(new Measures.Milestones(null, null, null, null, null));
    assertThat(nothing.retention()).isEmpty();
    assertThat(nothing.friction().objectionsByAlly()).isEmpty();
    assertThat(nothing.friction().roundsBroken()).isNull();
    assertThat(nothing.friction().daysToConsensus()).isNull();
    assertThat(nothing.daysInStep()).isEmpty();
    assertThat(nothing.reviews())
        .isEqualTo(new Measures.Reviews(null, null, null, null, null, null));
  }

  /** Nought was counted where a programme was open; where none was, nothing is known. */
  @Test
  void noughtIsNotTheSameAsUnknown() {
    assertThat(tally.measures().activities()).isEqualTo(new Measures.Activities(null, null, null));
    assertThat(tally.measures().friction().objections()).isNull();

    tally.add("programmes", "open", 1, 0);

    assertThat(tally.measures().activities()).isEqualTo(new Measures.Activities(0L, 0L, 0L));
    assertThat(tally.measures().friction().objections()).isZero();
    assertThat(tally.measures().friction().daysToConsensus()).isNull();
  }

  @Test
  void whatIsCountedTwiceAddsUp() {
    tally.add("programmes", "open", 3, 0);
    tally.add("programmes", "open", 4, 0);
    tally.add("standards", "mean", 2, 100);
    tally.add("standards", "mean", 1, 20.5);

    assertThat(tally.measures().programmes()).isEqualTo(7);
    assertThat(tally.measures().standardsImplementedPct()).isEqualTo(40.2);
  }

  @Test
  void activitiesAreCountedByTheirKind() {
    tally.add("activities", "EXERCISE", 5, 0);
    tally.add("activities", "INTELLIGENCE_SHARING", 3, 0);
    tally.add("activities", "WORKSHOP", 1, 0);

    assertThat(tally.measures().activities()).isEqualTo(new Measures.Activities(5L, 3L, 1L));
  }

  @Test
  void ofTheMilestonesThatFellDueThoseMetInTimeAreAShare() {
    tally.add("milestones", "on time", 5, 0);
    tally.add("milestones", "late", 2, 0);
    tally.add("milestones", "not met", 1, 0);

    assertThat(tally.measures().milestones())
        .isEqualTo(new Measures.Milestones(8L, 5L, 2L, 1L, 62.5));
  }

  @Test
  void ofAllThatEnteredThroughAnInstrumentThoseNotLostAreRetained() {
    tally.add("retention lost", "b", 1, 0);
    tally.add("retention active", "b", 3, 0);
    tally.add("retention concluded", "b", 2, 0);
    tally.add("retention concluded", "a", 1, 0);

    assertThat(tally.measures().retention())
        .containsExactly(
            new Measures.Retention("a", 1, 0, 1, 0, 100.0),
            new Measures.Retention("b", 6, 3, 2, 1, 83.3));
  }

  @Test
  void frictionTellsWhoObjectedAndHowLongConsensusTook() {
    tally.add("rounds", "broken", 2, 0);
    tally.add("objections", "TR", 2, 0);
    tally.add("objections", "HU", 1, 0);
    tally.add("consensus", "adopted", 4, 50);

    Measures.Friction friction = tally.measures().friction();

    assertThat(friction.roundsBroken()).isEqualTo(2);
    assertThat(friction.objections()).isEqualTo(3);
    assertThat(friction.objectionsByAlly()).containsExactly(entry("HU", 1L), entry("TR", 2L));
    assertThat(friction.adopted()).isEqualTo(4);
    assertThat(friction.daysToConsensus()).isEqualTo(12.5);
  }

  @Test
  void stepsThatSomebodyLeftHaveTheirMeanLength() {
    tally.add("steps", "CONSENSUS", 2, 9);
    tally.add("steps", "STAKEHOLDERS", 1, 30);
    tally.add("steps", "OVERSIGHT", 0, 0);

    assertThat(tally.measures().daysInStep())
        .containsExactly(entry("stakeholders", 30.0), entry("consensus", 4.5));
  }

  @Test
  void ofTheReviewsHeldOrMissedThoseInTimeAreAShare() {
    tally.add("reviews", "on time", 6, 0);
    tally.add("reviews", "late", 1, 0);
    tally.add("reviews", "missed", 2, 0);
    tally.add("reviews", "open", 4, 0);
    tally.add("reviews", "withdrawn", 3, 0);

    assertThat(tally.measures().reviews())
        .isEqualTo(new Measures.Reviews(6L, 1L, 2L, 4L, 3L, 66.7));
  }
}
