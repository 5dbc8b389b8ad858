package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.integration.Activity;
import app.chancery.integration.ActivityKind;
import app.chancery.integration.Assurance;
import app.chancery.integration.Milestone;
import app.chancery.integration.Phase;
import app.chancery.readiness.Instrument;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanProgressTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 4, 1);
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2027-01-04T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2027-03-20, , overdue by 12 days as of 1 Apr 2027",
    "2027-03-31, , overdue by 1 day as of 1 Apr 2027",
    "2027-04-01, , due today as of 1 Apr 2027",
    "2027-04-13, , due in 12 days as of 1 Apr 2027",
    "2027-03-20, 2027-03-20, met on 20 Mar 2027",
    "2027-03-20, 2027-03-21, 'met on 21 Mar 2027, late'",
  })
  void aMilestoneIsToldAgainstItsDate(LocalDate dueOn, LocalDate metOn, String state) {
    assertThat(PlanProgress.line(milestone(dueOn, metOn), TODAY))
        .isEqualTo(
            new Pack.MilestoneLine(
                "Standards", "80", LocalDate.of(2027, 1, 31), dueOn, state, "a report"));
  }

  @Test
  void thePlanIsAsLateAsItsMostOverdueMilestone() {
    assertThat(
            PlanProgress.daysLate(
                List.of(
                    milestone(TODAY.minusDays(5), null),
                    milestone(TODAY.minusDays(12), null),
                    milestone(TODAY.minusDays(40), TODAY.minusDays(1)),
                    milestone(TODAY.plusDays(9), null)),
                TODAY))
        .isEqualTo(12);
    assertThat(PlanProgress.daysLate(List.of(milestone(TODAY, null)), TODAY)).isZero();
  }

  @Test
  void onlyThePhaseThatRunsCanOverrunItsPlan() {
    Phase overrun = phase(TODAY.minusDays(7), NOON, null);
    Phase inTime = phase(TODAY.plusDays(7), NOON, null);
    Phase ended = phase(TODAY.minusDays(30), NOON, NOON);
    Phase ahead = phase(TODAY.minusDays(30), null, null);

    assertThat(PlanProgress.overrunDays(List.of(overrun, inTime, ended, ahead), TODAY))
        .isEqualTo(7);
    assertThat(PlanProgress.overrunDays(List.of(inTime, ended, ahead), TODAY)).isZero();
    assertThat(PlanProgress.overrunDays(List.of(), TODAY)).isZero();
  }

  @Test
  void activitiesAreCountedByKindAndQuarter() {
    List<Activity> held =
        List.of(
            activity(ActivityKind.EXERCISE, LocalDate.of(2027, 1, 1)),
            activity(ActivityKind.EXERCISE, LocalDate.of(2027, 3, 31)),
            activity(ActivityKind.EXERCISE, LocalDate.of(2026, 12, 31)),
            activity(ActivityKind.EXERCISE, LocalDate.of(2027, 4, 1)),
            activity(ActivityKind.WORKSHOP, LocalDate.of(2026, 10, 1)));

    assertThat(
            PlanProgress.activityLines(
                held,
                List.of(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 4, 1)),
                new Quarter(2027, 1)))
        .containsExactly(
            new Pack.ActivityLine(ActivityKind.EXERCISE, 1, 2, 1),
            new Pack.ActivityLine(ActivityKind.WORKSHOP, null, 0, 1),
            new Pack.ActivityLine(ActivityKind.INTELLIGENCE_SHARING, null, 0, 0));
  }

  @Test
  void anAssuranceThatEndsBeforeTheNextReviewRunsOut() {
    LocalDate next = LocalDate.of(2027, 7, 1);

    assertThat(
            PlanProgress.runningOut(
                List.of(assurance("Air policing", next), assurance("Transit", next.minusDays(1))),
                next))
        .containsExactly(new Pack.AssuranceLine("Transit", next.minusDays(1)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, NONE", "3, 0, HOLD", "3, 1, SOME_RUN_OUT", "3, 3, ALL_RUN_OUT"})
  void theCoverIsWhatStillHoldsAtTheNextReview(int inForce, int runningOut, Evidence.Cover cover) {
    assertThat(PlanProgress.cover(inForce, runningOut)).isEqualTo(cover);
  }

  private static Milestone milestone(LocalDate dueOn, LocalDate metOn) {
    return new Milestone(
        1,
        "XR-2026",
        1,
        "Standards",
        "per cent",
        "80",
        false,
        LocalDate.of(2027, 1, 31),
        dueOn,
        metOn,
        "a report",
        null,
        null);
  }

  private static Phase phase(LocalDate plannedTo, OffsetDateTime from, OffsetDateTime to) {
    return new Phase(
        1,
        "XR-2026",
        1,
        1,
        Instrument.JOINT_TRAINING_INITIATIVE,
        LocalDate.of(2026, 11, 1),
        plannedTo,
        from,
        to);
  }

  private static Activity activity(ActivityKind kind, LocalDate day) {
    return new Activity(
        1, "XR-2026", kind, "Drill", day, List.of("FR"), null, "a report", null, "officer", NOON);
  }

  private static Assurance assurance(String text, LocalDate until) {
    return new Assurance(1, "XR-2026", 1, text, LocalDate.of(2027, 1, 1), until, "a letter");
  }
}
