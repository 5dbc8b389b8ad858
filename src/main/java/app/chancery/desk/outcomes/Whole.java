package app.chancery.desk.outcomes;

import app.chancery.desk.outcomes.OutcomesReport.QuarterOutcomes;
import app.chancery.integration.ActivityKind;
import app.chancery.oversight.Quarter;
import app.chancery.programme.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The programmes that an answer is about, and what is added up over all of them.
 *
 * @param courses of those that were open in one of its quarters, or had an activity in one
 * @param most the largest number of any of them in a quarter, of what is counted of each
 * @param planned exercises of all of them; only of quarters of which a schedule says anything
 * @param steps that any of them entered
 * @param days in each of these steps, then in none, then in all
 */
record Whole(
    List<Course> courses,
    Map<Measure, Long> most,
    Map<Quarter, Long> planned,
    List<Step> steps,
    List<Length> days) {

  /** Whoever did not enter a step counts for nothing in it. */
  record Length(Double mean, Double median) {

    private static Length of(List<Course> courses, Function<StepDays, Double> part) {
      List<Double> known =
          courses.stream().map(each -> part.apply(each.days())).filter(Objects::nonNull).toList();
      return new Length(Middle.mean(known), Middle.median(known));
    }
  }

  static Whole of(OutcomesReport report, Count count) {
    List<Quarter> quarters = report.quarters().stream().map(QuarterOutcomes::quarter).toList();
    List<Course> courses =
        count.courses().stream()
            .filter(course -> report.tier() == null || course.tier() == report.tier())
            .filter(
                course ->
                    quarters.stream()
                        .anyMatch(
                            quarter ->
                                course.isOpenIn(quarter) || count.of(quarter, course).isAny()))
            .toList();
    Map<Measure, Long> most = new EnumMap<>(Measure.class);
    Map<Quarter, Long> planned = new HashMap<>();
    for (Quarter quarter : quarters) {
      for (Course course : courses) {
        Tally tally = count.of(quarter, course);
        for (Measure measure : Measure.OF_PROGRAMMES) {
          most.merge(measure, held(tally, measure), Math::max);
        }
        if (course.isPlannedIn(quarter)) {
          long exercises = planned(tally);
          planned.merge(quarter, exercises, Long::sum);
          most.merge(Measure.EXERCISES, exercises, Math::max);
        }
      }
    }
    List<Step> steps =
        Arrays.stream(Step.values())
            .filter(
                step -> courses.stream().anyMatch(each -> each.days().inStep().containsKey(step)))
            .toList();
    List<Length> days = new ArrayList<>();
    steps.forEach(step -> days.add(Length.of(courses, each -> each.inStep().get(step))));
    days.add(Length.of(courses, StepDays::between));
    days.add(Length.of(courses, StepDays::total));
    return new Whole(courses, most, planned, steps, days);
  }

  /** How much took place in a programme in a quarter. */
  static long held(Tally tally, Measure measure) {
    return tally.count("activities", measure.kind().name());
  }

  /** How many exercises its schedule has in a quarter. */
  static long planned(Tally tally) {
    return tally.count("planned activities", ActivityKind.EXERCISE.name());
  }
}
