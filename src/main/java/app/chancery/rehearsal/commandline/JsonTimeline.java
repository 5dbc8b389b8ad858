package app.chancery.rehearsal.commandline;

import app.chancery.documents.Deliverable;
import app.chancery.platform.time.Days;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import app.chancery.programme.StepEntry;
import app.chancery.records.DecisionRecord;
import app.chancery.records.Notice;
import app.chancery.rehearsal.Happening;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON object a line; each has a {@code kind} and, but for documents, the time {@code at}. */
class JsonTimeline implements TimelinePrinter {

  private final ObjectMapper json;
  private final Days days;
  private final PrintStream out;

  JsonTimeline(ObjectMapper json, Days days, PrintStream out) {
    this.json = json;
    this.days = days;
    this.out = out;
  }

  @Override
  public void begins(Programme programme) {
    Map<String, Object> line = line("programme-opened", programme.openedAt());
    line.put("programme", programme.key());
    line.put("candidate", programme.candidate());
    line.put("name", programme.name());
    print(line);
  }

  @Override
  public void entersStep(Step step, OffsetDateTime at) {
    Map<String, Object> line = line("step-entered", at);
    line.put("step", step.folder());
    line.put("title", step.title());
    print(line);
  }

  @Override
  public void taskDone(Happening task, List<DecisionRecord> decisions, List<Notice> notices) {
    Map<String, Object> line = line("task-done", task.at().atOffset(ZoneOffset.UTC));
    line.put("step", task.step());
    line.put("who", task.who());
    line.put("group", task.group());
    line.put("what", task.what());
    line.put("task", task.task());
    print(line);
    cameByItself(decisions, notices);
  }

  @Override
  public void cameByItself(List<DecisionRecord> decisions, List<Notice> notices) {
    for (DecisionRecord decision : decisions) {
      Map<String, Object> line = line("decision", decision.decidedAt());
      line.put("step", decision.step());
      line.put("who", decision.decidedBy());
      line.put("what", decision.what());
      line.put("why", decision.why());
      print(line);
    }
    for (Notice notice : notices) {
      Map<String, Object> line = line("notice", notice.sentAt());
      line.put("step", notice.step());
      line.put("recipients", notice.groups());
      line.put("subject", notice.subject());
      line.put("text", notice.text());
      print(line);
    }
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void ends(Programme programme, List<StepEntry> steps) {
    Map<String, Object> line = line("programme-ended", programme.endedAt());
    line.put("programme", programme.key());
    line.put("outcome", programme.outcome());
    line.put("tier", programme.tier());
    line.put("why", programme.why());
    line.put("days", ChronoUnit.DAYS.between(programme.openedAt(), programme.endedAt()));
    line.put("daysInStep", StepDays.of(steps, programme.endedAt()));
    print(line);
  }

  @Override
  public void document(Deliverable deliverable, List<Path> files) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("kind", "document");
    line.put("deliverable", deliverable.kind().slug());
    line.put("version", deliverable.version());
    line.put("title", deliverable.document().title());
    line.put("status", deliverable.status());
    line.put("sha256", deliverable.sha256());
    line.put("files", files.stream().map(Path::toString).toList());
    print(line);
  }

  private Map<String, Object> line(String kind, OffsetDateTime at) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("kind", kind);
    line.put("date", days.of(at));
    line.put("at", at.withOffsetSameInstant(ZoneOffset.UTC));
    return line;
  }

  private void print(Map<String, Object> line) {
    try {
      out.println(json.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A line of the timeline cannot be written as JSON", e);
    }
  }
}
