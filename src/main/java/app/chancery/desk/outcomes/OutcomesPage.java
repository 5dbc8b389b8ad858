package app.chancery.desk.outcomes;

import app.chancery.programme.Step;
import app.chancery.readiness.Instrument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

/** Measures side by side, as a reader compares them: one line a measure, one column a quarter. */
final class OutcomesPage {

  private static final String NOTHING = "–";

  private OutcomesPage() {}

  /**
   * @param title of lines that belong together
   */
  record Group(String title, List<Line> lines) {}

  /**
   * @param values one for each column
   */
  record Line(String label, List<String> values) {}

  static List<Group> groups(List<Measures> columns) {
    List<Group> groups = new ArrayList<>();
    groups.add(
        group(
            "Activity",
            line("Programmes open", columns, Measures::programmes),
            line("Joint exercises", columns, each -> each.activities().jointExercises()),
            line(
                "Intelligence-sharing events",
                columns,
                each -> each.activities().intelligenceSharing()),
            line("Workshops", columns, each -> each.activities().workshops())));
    groups.add(
        group(
            "Results",
            line("Standards implemented, mean %", columns, Measures::standardsImplementedPct),
            line("Milestones due", columns, each -> each.milestones().due()),
            line("– met on time", columns, each -> each.milestones().metOnTime()),
            line("– met late", columns, each -> each.milestones().metLate()),
            line("– not met", columns, each -> each.milestones().notMet()),
            line("Met on time, %", columns, each -> each.milestones().onTimePct())));
    groups.add(new Group("Retention, by the instrument of entry", retention(columns)));
    groups.add(new Group("Friction in the council", friction(columns)));
    groups.add(new Group("Mean days in a step", days(columns)));
    groups.add(
        group(
            "Reviews",
            line("Held on time", columns, each -> each.reviews().heldOnTime()),
            line("Held late", columns, each -> each.reviews().heldLate()),
            line("Missed", columns, each -> each.reviews().missed()),
            line("Still open", columns, each -> each.reviews().open()),
            line("On time, %", columns, each -> each.reviews().onTimePct())));
    return groups.stream().filter(group -> !group.lines().isEmpty()).toList();
  }

  private static List<Line> retention(List<Measures> columns) {
    TreeSet<String> instruments = new TreeSet<>();
    columns.forEach(
        column -> column.retention().forEach(each -> instruments.add(each.instrument())));
    List<Line> lines = new ArrayList<>();
    for (String instrument : instruments) {
      lines.add(
          line(
              Instrument.of(instrument).title() + ": active of entered",
              columns,
              column ->
                  column.retention().stream()
                      .filter(each -> each.instrument().equals(instrument))
                      .map(each -> "%s of %s".formatted(each.active(), each.entered()))
                      .findFirst()
                      .orElse(null)));
      lines.add(
          line(
              "– retained, %",
              columns,
              column ->
                  column.retention().stream()
                      .filter(each -> each.instrument().equals(instrument))
                      .map(Measures.Retention::retainedPct)
                      .findFirst()
                      .orElse(null)));
    }
    return lines;
  }

  private static List<Line> friction(List<Measures> columns) {
    TreeSet<String> allies = new TreeSet<>();
    columns.forEach(column -> allies.addAll(column.friction().objectionsByAlly().keySet()));
    List<Line> lines = new ArrayList<>();
    lines.add(line("Rounds broken", columns, each -> each.friction().roundsBroken()));
    lines.add(line("Objections", columns, each -> each.friction().objections()));
    allies.forEach(
        ally ->
            lines.add(
                line(
                    "– of " + ally,
                    columns,
                    each -> each.friction().objectionsByAlly().getOrDefault(ally, 0L))));
    lines.add(line("Packages adopted", columns, each -> each.friction().adopted()));
    lines.add(line("Days to consensus, mean", columns, each -> each.friction().daysToConsensus()));
    return lines;
  }

  private static List<Line> days(List<Measures> columns) {
    return Arrays.stream(Step.values())
        .filter(
            step -> columns.stream().anyMatch(each -> each.daysInStep().containsKey(step.folder())))
        .map(step -> line(step.title(), columns, each -> each.daysInStep().get(step.folder())))
        .toList();
  }

  private static Group group(String title, Line... lines) {
    return new Group(title, List.of(lines));
  }

  private static Line line(
      String label, List<Measures> columns, Function<Measures, Object> measure) {
    return new Line(label, columns.stream().map(measure).map(OutcomesPage::text).toList());
  }

  private static String text(Object value) {
    if (value == null) {
      return NOTHING;
    }
    return value instanceof Double number
        ? String.format(Locale.ROOT, "%.1f", number)
        : value.toString();
  }
}
