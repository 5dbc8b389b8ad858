package app.chancery.desk.portfolio;

import app.chancery.integration.Activity;
import app.chancery.integration.ActivityKind;
import app.chancery.integration.Milestone;
import app.chancery.platform.refusal.Figures;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.readiness.MilestoneMeasure;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.records.dossier.RecordedIndicator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a milestone is measured at, beside what it has to reach.
 *
 * @param asOf the day that the figure describes; null where things are counted up to now
 */
record HowFar(BigDecimal measured, BigDecimal target, LocalDate asOf) {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,6})?");

  /**
   * Of a milestone whose measure the office knows, from the newest figures and from what took
   * place; of any other nothing, as its measure and target are the words of whoever agreed on it.
   *
   * @param today or the day on which the programme ended
   */
  static Optional<HowFar> of(
      Milestone milestone,
      List<RecordedIndicator> figures,
      List<Activity> activities,
      LocalDate today) {
    return target(milestone.target())
        .flatMap(
            target ->
                Coded.find(MilestoneMeasure.class, milestone.measure())
                    .flatMap(
                        measure ->
                            switch (measure) {
                              case DEFENCE_SPENDING ->
                                  figure(IndicatorName.DEFENCE_SPENDING_PCT_GDP, figures, target);
                              case STANDARDS_IMPLEMENTED ->
                                  figure(IndicatorName.STANDARDS_IMPLEMENTED_PCT, figures, target);
                              case POLITICAL_CONSENSUS ->
                                  figure(IndicatorName.POLITICAL_CONSENSUS_PCT, figures, target);
                              case PUBLIC_SUPPORT ->
                                  figure(IndicatorName.PUBLIC_SUPPORT_PCT, figures, target);
                              case TRADE_SHARE ->
                                  figure(IndicatorName.TRADE_SHARE_PCT, figures, target);
                              case JOINT_EXERCISES ->
                                  count(activities, of(ActivityKind.EXERCISE), target);
                              case WORKSHOPS ->
                                  count(activities, of(ActivityKind.WORKSHOP), target);
                              case INTELLIGENCE_SHARING ->
                                  count(activities, of(ActivityKind.INTELLIGENCE_SHARING), target);
                              case ACTIVITIES_IN_THE_YEAR ->
                                  inTheYearTo(
                                      milestone.isMet() ? milestone.metOn() : today,
                                      activities,
                                      target);
                            }));
  }

  /** Only what has to be reached: of "at most 5" the picture would say the opposite. */
  private static Optional<BigDecimal> target(String text) {
    String atLeast =
        Pattern.quote(Words.of("milestone.atLeast")).replace("%s", "\\E(" + NUMBER + ")\\Q");
    return Optional.of(Pattern.compile(atLeast, Pattern.CASE_INSENSITIVE).matcher(text.strip()))
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .or(() -> Optional.of(text.strip()).filter(NUMBER.asMatchPredicate()))
        .flatMap(number -> Figures.read(number).found())
        .filter(target -> target.signum() > 0);
  }

  private static Optional<HowFar> figure(
      IndicatorName name, List<RecordedIndicator> figures, BigDecimal target) {
    return figures.stream()
        .filter(each -> each.name() == name)
        .max(Comparator.comparing(RecordedIndicator::asOf).thenComparing(RecordedIndicator::id))
        .flatMap(
            newest ->
                Figures.ofProgram(newest.value())
                    .found()
                    .map(value -> new HowFar(value, target, newest.asOf())));
  }

  private static Optional<HowFar> count(
      List<Activity> activities, Predicate<Activity> counted, BigDecimal target) {
    return Optional.of(
        new HowFar(BigDecimal.valueOf(activities.stream().filter(counted).count()), target, null));
  }

  private static Optional<HowFar> inTheYearTo(
      LocalDate day, List<Activity> activities, BigDecimal target) {
    long held =
        activities.stream()
            .map(Activity::date)
            .filter(date -> date.isAfter(day.minusYears(1)) && !date.isAfter(day))
            .count();
    return Optional.of(new HowFar(BigDecimal.valueOf(held), target, day));
  }

  private static Predicate<Activity> of(ActivityKind kind) {
    return each -> each.kind() == kind;
  }

  public boolean isEnough() {
    return measured.compareTo(target) >= 0;
  }

  /** Where the measured value ends in a picture as wide as {@link MilestoneOnPage#WIDTH}. */
  public int reached() {
    return place(measured);
  }

  /** Where the target is marked in it: at three quarters, so that more than enough is seen too. */
  public int aim() {
    return MilestoneOnPage.WIDTH * 3 / 4;
  }

  private int place(BigDecimal value) {
    double part = value.doubleValue() / target.doubleValue();
    return (int) Math.round(Math.max(0, Math.min(MilestoneOnPage.WIDTH, aim() * part)));
  }
}
