package app.chancery.desk.portfolio;

import app.chancery.integration.Milestone;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A milestone against its target day, with the places of a small picture of both: from 0, the day
 * on which the programme was opened, to {@value #WIDTH}, the last day that any of its milestones
 * has. It tells by the same signs as the picture of a programme in time that documents have: a
 * diamond is filled when the milestone is met and hollow while it is not.
 *
 * @param days from today to the day it is due, below 0 when that has passed; how many days late it
 *     was met, or 0, when it is met
 * @param now the place of today
 * @param aim the place of the day it is due
 * @param met the place of the day it was met, or that of today
 * @param howFar what it is measured at; null where the office has no figure of it
 */
record MilestoneOnPage(Milestone milestone, long days, int now, int aim, int met, HowFar howFar) {

  static final int WIDTH = 120;

  static List<MilestoneOnPage> all(
      List<Milestone> plan,
      LocalDate opened,
      LocalDate today,
      Function<Milestone, Optional<HowFar>> measured) {
    LocalDate last =
        Stream.concat(
                Stream.of(opened.plusDays(1), today), plan.stream().flatMap(MilestoneOnPage::days))
            .max(LocalDate::compareTo)
            .orElse(today);
    long all = ChronoUnit.DAYS.between(opened, last);
    return plan.stream()
        .map(
            each ->
                new MilestoneOnPage(
                    each,
                    each.isMet()
                        ? Math.max(0, ChronoUnit.DAYS.between(each.dueOn(), each.metOn()))
                        : ChronoUnit.DAYS.between(today, each.dueOn()),
                    place(opened, today, all),
                    place(opened, each.dueOn(), all),
                    place(opened, each.isMet() ? each.metOn() : today, all),
                    measured.apply(each).orElse(null)))
        .toList();
  }

  private static Stream<LocalDate> days(Milestone milestone) {
    return milestone.isMet()
        ? Stream.of(milestone.dueOn(), milestone.metOn())
        : Stream.of(milestone.dueOn());
  }

  private static int place(LocalDate opened, LocalDate day, long all) {
    return (int) Math.max(0, WIDTH * ChronoUnit.DAYS.between(opened, day) / all);
  }

  public boolean isMet() {
    return milestone.isMet();
  }

  /** Whether it is not met although its day has passed. */
  public boolean overdue() {
    return !isMet() && days < 0;
  }

  /** Whether it was met after the day it was due. */
  public boolean isLate() {
    return isMet() && days > 0;
  }

  /** How many days it is overdue, from 1. */
  public long daysOverdue() {
    return -days;
  }
}
