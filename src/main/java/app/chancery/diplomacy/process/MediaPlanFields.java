package app.chancery.diplomacy.process;

import app.chancery.diplomacy.Attitude;
import app.chancery.diplomacy.ChannelKind;
import app.chancery.diplomacy.MediaPlan;
import app.chancery.platform.engine.FormInput;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a media plan from the fields of {@code draft-media-plan.form}. */
final class MediaPlanFields {

  /** In euros; what is larger is a slip of the keyboard. */
  private static final int LARGEST_BUDGET = 2_000_000_000;

  /** A day in one word or three, and what happens then. */
  private static final Pattern ACTIVITY =
      Pattern.compile("(?<day>\\d{1,2}\\s+\\p{Alpha}+\\s+\\d{4}|\\S+)\\s+(?<what>.+)");

  private final FormInput form;

  private MediaPlanFields(FormInput form) {
    this.form = form;
  }

  /**
   * @throws app.chancery.platform.refusal.Refused naming everything that is wrong
   */
  static MediaPlan read(FormInput form, LocalDate today) {
    MediaPlan plan = new MediaPlanFields(form).plan();
    form.checkAll(plan.faults(today)).accept();
    return plan;
  }

  private MediaPlan plan() {
    return new MediaPlan(
        form.text("policyAim"),
        rows(
            i ->
                new MediaPlan.Objective(
                    form.text("objective" + i),
                    form.text("baseline" + i),
                    form.text("change" + i),
                    form.text("measure" + i)),
            "objective",
            "baseline",
            "change",
            "measure"),
        rows(
            i ->
                new MediaPlan.Audience(
                    form.text("audience" + i),
                    form.choice("attitude" + i, Attitude.class),
                    form.text("barriers" + i),
                    form.text("action" + i)),
            "audience",
            "attitude",
            "barriers",
            "action"),
        form.text("proposition"),
        form.lines("messages"),
        form.lines("mutualBenefits"),
        rows(
            i ->
                new MediaPlan.Channel(
                    form.text("channel" + i), form.choice("channelKind" + i, ChannelKind.class)),
            "channel",
            "channelKind"),
        rows(
            i ->
                new MediaPlan.CounterNarrative(
                    form.text("claim" + i), form.text("answer" + i), form.text("proof" + i)),
            "claim",
            "answer",
            "proof"),
        form.lines("timeline").stream().flatMap(this::activity).toList(),
        form.whole("budgetEur", 0, LARGEST_BUDGET),
        form.text("owner"),
        form.date("startsOn"),
        form.date("endsOn"));
  }

  /** The rows of which at least one field is filled; they must be filled whole. */
  private <T> List<T> rows(IntFunction<T> row, String... fields) {
    List<T> rows = new ArrayList<>();
    for (int i = 1; i <= MediaPlan.MOST_ROWS; i++) {
      int number = i;
      // All are looked at, so that no blank field stays behind as a variable.
      long filled =
          Stream.of(fields)
              .map(field -> form.optionalText(field + number))
              .filter(java.util.Optional::isPresent)
              .count();
      if (filled > 0) {
        rows.add(row.apply(i));
      }
    }
    return rows;
  }

  private Stream<MediaPlan.Activity> activity(String line) {
    Matcher parts = ACTIVITY.matcher(line);
    if (!parts.matches()) {
      form.check(
          false, "timeline", Words.of("mediaPlanFields.doesNotSayWhatHappens").formatted(line));
      return Stream.empty();
    }
    return Stream.of(Dates.read(parts.group("day")))
        .peek(day -> form.check(day.fault() == null, "timeline", day.fault()))
        .flatMap(day -> day.found().stream())
        .map(day -> new MediaPlan.Activity(day, parts.group("what")));
  }
}
