package app.chancery.rehearsal.commandline;

import app.chancery.documents.Deliverable;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import app.chancery.programme.StepEntry;
import app.chancery.records.DecisionRecord;
import app.chancery.records.Notice;
import app.chancery.rehearsal.Happening;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A table for people: date, day of the programme, who, what. The same task done many times in a
 * row, such as the positions of 32 delegations, is one line.
 */
class TextTimeline implements TimelinePrinter {

  private static final int WIDTH = 110;
  private static final int MOST_DECISIONS_OF_A_LINE = 3;

  private final Days days;
  private final UnaryOperator<String> countries;
  private final PrintStream out;
  private final Set<Step> entered = EnumSet.noneOf(Step.class);
  private final List<Happening> alike = new ArrayList<>();
  private final List<DecisionRecord> theirDecisions = new ArrayList<>();
  private final List<Notice> theirNotices = new ArrayList<>();
  private LocalDate firstDay;

  TextTimeline(Days days, UnaryOperator<String> countries, PrintStream out) {
    this.days = days;
    this.countries = countries;
    this.out = out;
  }

  @Override
  public void begins(Programme programme) {
    firstDay = days.of(programme.openedAt());
    out.printf(
        Locale.ROOT,
        "Programme %s: %s (%s)%n",
        programme.key(),
        programme.name(),
        programme.candidate());
  }

  @Override
  public void entersStep(Step step, OffsetDateTime at) {
    flush();
    entered.add(step);
    int all = Step.values().length;
    String bar = "#".repeat(entered.size()) + ".".repeat(all - entered.size());
    out.printf(
        Locale.ROOT,
        "%n[%s] %s, from %s (day %s)%n",
        bar,
        step.title(),
        days.of(at),
        ChronoUnit.DAYS.between(firstDay, days.of(at)));
  }

  @Override
  public void taskDone(Happening task, List<DecisionRecord> decisions, List<Notice> notices) {
    boolean news = !decisions.isEmpty() || !notices.isEmpty();
    if (!alike.isEmpty() && !continuesLine(task, news)) {
      flush();
    }
    alike.add(task);
    theirDecisions.addAll(decisions);
    theirNotices.addAll(notices);
  }

  @Override
  public void cameByItself(List<DecisionRecord> decisions, List<Notice> notices) {
    flush();
    for (DecisionRecord decision : decisions) {
      row(days.of(decision.decidedAt()), decision.decidedBy(), decision.what());
    }
    for (Notice notice : notices) {
      row(days.of(notice.sentAt()), "chancery", told(notice));
    }
  }

  @Override
  public void ends(Programme programme, List<StepEntry> steps) {
    out.printf(
        Locale.ROOT,
        "%nProgramme %s ended on %s after %s: %s%n",
        programme.key(),
        days.of(programme.endedAt()),
        Words.counted("page.days", ChronoUnit.DAYS.between(firstDay, days.of(programme.endedAt()))),
        programme.outcome().sentence());
    out.println("  " + programme.why());
    out.println("\nDays in each step");
    Map<String, Long> days = StepDays.of(steps, programme.endedAt());
    days.forEach(
        (step, count) ->
            out.printf(Locale.ROOT, "  %-28s %5d%n", Step.ofFolder(step).title(), count));
    out.println("\nDocuments");
  }

  @Override
  public void document(Deliverable deliverable, List<Path> files) {
    out.printf(
        Locale.ROOT,
        "  %-24s version %s, %-8s  %s%n",
        deliverable.kind().title(),
        deliverable.version(),
        deliverable.status(),
        String.join("  ", files.stream().map(Path::toString).toList()));
  }

  /** The same task on the same day; or on a later day by the same person, if nothing came of it. */
  private boolean continuesLine(Happening task, boolean news) {
    Happening last = alike.get(alike.size() - 1);
    boolean quiet = !news && theirDecisions.isEmpty() && theirNotices.isEmpty();
    return last.task().equals(task.task())
        && (days.of(last.at()).equals(days.of(task.at()))
            || quiet && last.who().equals(task.who()));
  }

  @Override
  public void flush() {
    if (alike.isEmpty()) {
      return;
    }
    Happening first = alike.get(0);
    Happening last = alike.get(alike.size() - 1);
    long people = alike.stream().map(Happening::who).distinct().count();
    String who = people == 1 ? first.who() : first.who() + " +" + (people - 1);
    String often =
        alike.size() == people
            ? ""
            : days.of(first.at()).equals(days.of(last.at()))
                ? " (%s times)".formatted(alike.size())
                : " (%s times until %s)".formatted(alike.size(), days.of(last.at()));
    row(days.of(first.at()), who, first.what() + often);
    theirDecisions.stream()
        .limit(MOST_DECISIONS_OF_A_LINE)
        .forEach(decision -> result(decision.what()));
    if (theirDecisions.size() > MOST_DECISIONS_OF_A_LINE) {
      result(Words.counted("rehearsal.more", theirDecisions.size() - MOST_DECISIONS_OF_A_LINE));
    }
    theirNotices.stream().map(this::told).distinct().forEach(this::result);
    alike.clear();
    theirDecisions.clear();
    theirNotices.clear();
  }

  private void row(LocalDate day, String who, String what) {
    out.printf(
        Locale.ROOT,
        "%s  day %4d  %-16s %s%n",
        day,
        ChronoUnit.DAYS.between(firstDay, day),
        who,
        cut(what));
  }

  private void result(String what) {
    out.printf(Locale.ROOT, "%39s-> %s%n", "", cut(what));
  }

  private String told(Notice notice) {
    return "%s told: %s".formatted(notice.toldTo(countries), notice.subject());
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
  }
}
