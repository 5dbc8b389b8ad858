package app.chancery.diplomacy.process;

import app.chancery.diplomacy.Attitude;
import app.chancery.diplomacy.ChannelKind;
import app.chancery.diplomacy.MediaPlan;
import app.chancery.platform.engine.FormInput;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Reads a media plan from the fields of {@code draft-media-plan.form}. */
final class MediaPlanFields {

  /** In euros; what is larger is a slip of the keyboard. */
  private static final int LARGEST_BUDGET = 2_000_000_000;

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
    String[] parts = line.split("\\s+", 2);
    try {
      LocalDate day = LocalDate.parse(parts[0]);
      form.check(parts.length == 2, "timeline", "'%s' does not say what happens".formatted(line));
      return Stream.of(new MediaPlan.Activity(day, parts.length == 2 ? parts[1] : ""));
    } catch (DateTimeParseException e) {
      form.check(
          false, "timeline", "'%s' does not begin with a day like 2027-02-15".formatted(line));
      return Stream.empty();
    }
  }
}
