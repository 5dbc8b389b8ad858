package app.chancery.engagement;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.people.Groups;
import app.chancery.readiness.Instrument;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who does the work on an instrument, who answers for it, who is asked and who is told. */
@Component
class Responsibilities {

  private static final String TABLE = "responsibilities";

  private final DecisionTables tables;

  Responsibilities(DecisionTables tables) {
    this.tables = tables;
  }

  /** Groups in words, with commas between; the one who is accountable stands alone. */
  record Work(
      Instrument instrument,
      String what,
      String responsible,
      String accountable,
      String consulted,
      String informed) {

    /**
     * @throws IllegalStateException if nobody does the work, or not exactly one answers for it
     */
    Work {
      if (responsible.isBlank() || accountable.isBlank() || accountable.contains(",")) {
        throw new IllegalStateException(
            "Table %s: '%s' needs somebody responsible and exactly one who is accountable"
                .formatted(TABLE, what));
      }
    }
  }

  /**
   * @throws IllegalStateException if the policy table leaves open who does or answers for something
   */
  List<Work> of(List<PlannedInstrument> instruments) {
    return instruments.stream()
        .map(PlannedInstrument::instrument)
        .flatMap(
            instrument ->
                tables.all(TABLE, Map.of("instrument", instrument.code())).stream()
                    .map(row -> work(instrument, row)))
        .toList();
  }

  private static Work work(Instrument instrument, Map<String, Object> row) {
    return new Work(
        instrument,
        (String) row.get("work"),
        groups(row, "responsible"),
        groups(row, "accountable"),
        groups(row, "consulted"),
        groups(row, "informed"));
  }

  private static String groups(Map<String, Object> row, String output) {
    String group = Objects.toString(row.get(output), "");
    return Groups.word(group, group.replace('-', ' '));
  }
}
