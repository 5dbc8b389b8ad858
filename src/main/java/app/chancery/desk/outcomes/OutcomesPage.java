package app.chancery.desk.outcomes;

import app.chancery.documents.SmallChart;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.readiness.Instrument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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

  /**
   * @param countries the name of an Ally by its code
   */
  static List<Group> groups(List<Measures> counted, UnaryOperator<String> countries) {
    List<Measures> columns = Measures.besideEachOther(counted);
    List<Group> groups = new ArrayList<>();
    groups.add(
        group(
            Words.of("outcomes.activity"),
            line(Words.of("outcomes.open"), columns, Measures::programmes),
            line(
                Words.of("outcomes.exercises"),
                columns,
                each -> each.activities().jointExercises()),
            line(
                Words.of("outcomes.intelligence"),
                columns,
                each -> each.activities().intelligenceSharing()),
            line(Words.of("outcomes.workshops"), columns, each -> each.activities().workshops())));
    groups.add(
        group(
            Words.of("outcomes.results"),
            line(Words.of("outcomes.standards"), columns, Measures::standardsImplementedPct),
            line(Words.of("outcomes.due"), columns, each -> each.milestones().due()),
            line(Words.of("outcomes.metOnTime"), columns, each -> each.milestones().metOnTime()),
            line(Words.of("outcomes.metLate"), columns, each -> each.milestones().metLate()),
            line(Words.of("outcomes.notMet"), columns, each -> each.milestones().notMet()),
            line(
                Words.of("outcomes.metOnTimePct"),
                columns,
                each -> each.milestones().onTimePct())));
    groups.add(new Group(Words.of("outcomes.retention"), retention(columns)));
    groups.add(new Group(Words.of("outcomes.friction"), friction(columns, countries)));
    groups.add(new Group(Words.of("outcomes.days"), days(columns)));
    groups.add(
        group(
            Words.of("outcomes.reviews"),
            line(Words.of("outcomes.heldOnTime"), columns, each -> each.reviews().heldOnTime()),
            line(Words.of("outcomes.heldLate"), columns, each -> each.reviews().heldLate()),
            line(Words.of("outcomes.missed"), columns, each -> each.reviews().missed()),
            line(Words.of("outcomes.stillOpen"), columns, each -> each.reviews().open()),
            line(Words.of("outcomes.onTimePct"), columns, each -> each.reviews().onTimePct())));
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
              Words.of("outcomes.active").formatted(Instrument.of(instrument).title()),
              columns,
              column ->
                  column.retention().stream()
                      .filter(each -> each.instrument().equals(instrument))
                      .map(
                          each ->
                              Words.of("outcomes.activeOf")
                                  .formatted(each.active(), each.entered()))
                      .findFirst()
                      .orElse(null)));
      lines.add(
          line(
              Words.of("outcomes.retained"),
              columns,
              column ->
                  column.retention().stream()
                      .filter(each -> each.instrument().equals(instrument))
                      .findFirst()
                      .map(Measures.Retention::retainedPct)
                      .orElse(null)));
    }
    return lines;
  }

  private static List<Line> friction(List<Measures> columns, UnaryOperator<String> countries) {
    TreeSet<String> allies = new TreeSet<>();
    columns.forEach(column -> allies.addAll(column.friction().objectionsByAlly().keySet()));
    List<Line> lines = new ArrayList<>();
    lines.add(line(Words.of("outcomes.broken"), columns, each -> each.friction().roundsBroken()));
    lines.add(line(Words.of("outcomes.objections"), columns, each -> each.friction().objections()));
    allies.forEach(
        ally ->
            lines.add(
                line(
                    Words.of("outcomes.objectionsOf").formatted(countries.apply(ally)),
                    columns,
                    each -> each.friction().objectionsByAlly().get(ally))));
    lines.add(line(Words.of("outcomes.adopted"), columns, each -> each.friction().adopted()));
    lines.add(
        line(Words.of("outcomes.consensus"), columns, each -> each.friction().daysToConsensus()));
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

  /** An average or a share of nothing, and what is not known, is a dash. */
  static String text(Object value) {
    if (value == null) {
      return NOTHING;
    }
    return value instanceof Number number ? SmallChart.number(number) : value.toString();
  }
}
