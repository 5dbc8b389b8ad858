package app.chancery.desk.portfolio;

import app.chancery.consensus.Round;
import app.chancery.integration.Milestone;
import app.chancery.integration.PlannedExercise;
import app.chancery.integration.Progress;
import app.chancery.platform.people.Groups;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** What happens next in a programme, by the dates that are known. */
@Service
class ComingDates {

  /** As many as are of use at a glance. */
  private static final int MOST = 5;

  private final Progress progress;
  private final ConfirmedSchedules confirmed;
  private final Days days;

  ComingDates(Progress progress, ConfirmedSchedules confirmed, Days days) {
    this.progress = progress;
    this.confirmed = confirmed;
    this.days = days;
  }

  /**
   * The next dates of an open programme, the first of them first.
   *
   * @param groups of the reader
   */
  List<Coming> of(ProgrammeView programme, List<Milestone> milestones, Collection<String> groups) {
    LocalDate today = days.today();
    List<Coming> coming = new ArrayList<>();
    programme.rounds().stream()
        .filter(round -> round.status() == Round.Status.OPEN)
        // Suspended with the programme, it ends nobody knows when.
        .filter(round -> programme.status() != Programme.Status.SUSPENDED)
        .forEach(
            round ->
                coming.add(
                    new Coming(
                        days.of(round.silenceEnds()),
                        round.silenceEndsAsGiven(),
                        Words.of("page.programme.coming.silence").formatted(round.number()))));
    if (programme.nextReview() != null) {
      LocalDate day = days.of(programme.nextReview());
      coming.add(new Coming(day, Dates.words(day), Words.of("page.programme.coming.review")));
    }
    milestones.stream()
        .filter(milestone -> !milestone.isMet())
        .forEach(
            milestone ->
                coming.add(
                    day(
                        milestone.dueOn(),
                        Words.of("page.programme.coming.milestone").formatted(milestone.name()))));
    if (Groups.areStaff(groups)
        || confirmed.of(List.of(programme.key())).contains(programme.key())) {
      progress.exercises(programme.key()).stream()
          .filter(exercise -> exercise.heldOn() == null)
          .map(exercise -> exercise(exercise, programme.status()))
          .forEach(coming::add);
    }
    return coming.stream()
        .filter(each -> !each.day().isBefore(today))
        .sorted(Comparator.comparing(Coming::day))
        .limit(MOST)
        .toList();
  }

  private static Coming exercise(PlannedExercise exercise, Programme.Status status) {
    return day(
        exercise.plannedOn(),
        Words.of(
                status == Programme.Status.SUSPENDED
                    ? "page.programme.coming.exercise.suspended"
                    : "page.programme.coming.exercise")
            .formatted(exercise.name()));
  }

  private static Coming day(LocalDate day, String what) {
    return new Coming(day, Dates.words(day), what);
  }

  /**
   * A date to come.
   *
   * @param when as people read it
   */
  record Coming(LocalDate day, String when, String what) {}
}
