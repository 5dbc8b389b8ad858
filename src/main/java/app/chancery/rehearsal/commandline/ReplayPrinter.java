package app.chancery.rehearsal.commandline;

import app.chancery.rehearsal.replay.CaseRow;
import app.chancery.rehearsal.replay.ReplayResult;
import app.chancery.rehearsal.replay.ReplayResult.Event;
import app.chancery.rehearsal.replay.ReplayResult.Outcome;
import app.chancery.rehearsal.replay.ReplayResult.Stage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints what a replay came to, as a table for people or as JSON lines. */
final class ReplayPrinter {

  private static final String ROW = "%-10s  %-9s  %-20s  %-5s  %s%n";

  private final PrintStream out;

  ReplayPrinter(PrintStream out) {
    this.out = out;
  }

  void table(ReplayResult result) {
    out.printf(Locale.ROOT, ROW, "date", "candidate", "event", "actor", "mark");
    result.events().forEach(this::row);
    out.printf(
        Locale.ROOT,
        "%n%s events given, %s expectations met, %s missed%n",
        result.count(Outcome.GIVEN),
        result.count(Outcome.MET),
        result.count(Outcome.MISSED));
    if (result.presumed() > 0) {
      out.printf(
          Locale.ROOT,
          "Presumed, because the case tells only of what comes after: %s.%n",
          result.presumed());
    }
    if (result.refused() > 0) {
      out.printf(
          Locale.ROOT,
          "The process refused %s of the given events; see above.%n",
          result.refused());
    }
    if (!result.stages().isEmpty()) {
      out.println("\nDays in each stage");
      result.stages().forEach(this::stage);
    }
  }

  private void row(Event event) {
    CaseRow row = event.row();
    String mark =
        event.outcome() == Outcome.MISSED
            ? "MISSED"
            : event.presumed() ? "presumed" : event.outcome().word();
    out.printf(
        Locale.ROOT,
        ROW,
        row.date(),
        row.candidate(),
        row.event().word(),
        row.actor(),
        event.remark().isEmpty() ? mark : mark + "; " + event.remark());
  }

  private void stage(Stage stage) {
    if (stage.to() == null) {
      out.printf(
          Locale.ROOT,
          "  %-2s  %-27s      -  since %s%n",
          stage.candidate(),
          stage.name(),
          stage.from());
    } else {
      out.printf(
          Locale.ROOT,
          "  %-2s  %-27s  %5d  %s to %s%s%n",
          stage.candidate(),
          stage.name(),
          stage.days(),
          stage.from(),
          stage.to(),
          stage.brokenOff() == null ? "" : ", " + stage.brokenOff());
    }
  }

  /** One object a line: the fields of the row, its outcome, and a remark if there is one. */
  void lines(ReplayResult result, ObjectMapper json) {
    result.events().forEach(event -> out.println(line(event, json)));
  }

  private static String line(Event event, ObjectMapper json) {
    CaseRow row = event.row();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("kind", row.kind().code());
    line.put("date", row.date().toString());
    line.put("candidate", row.candidate());
    line.put("event", row.event().code());
    line.put("actor", row.actor());
    line.put("note", row.note());
    line.put("outcome", event.outcome().code());
    if (event.presumed()) {
      line.put("presumed", true);
    }
    if (!event.remark().isEmpty()) {
      // What the row's own fields do not say.
      line.put("remark", event.remark());
    }
    try {
      return json.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event cannot be written as JSON", e);
    }
  }
}
