package app.chancery.rehearsal.commandline;

import app.chancery.programme.Programmes;
import app.chancery.programme.StepEntry;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notice;
import app.chancery.records.Notices;
import app.chancery.rehearsal.Happening;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Finds out, after everything that happened, what the records of the programme have gained. */
class Timeline implements Consumer<Happening> {

  private final String programme;
  private final TimelinePrinter printer;
  private final Programmes programmes;
  private final DecisionRecords decisions;
  private final Notices notices;
  private int knownDecisions;
  private int knownNotices;
  private int knownSteps;

  Timeline(
      String programme,
      TimelinePrinter printer,
      Programmes programmes,
      DecisionRecords decisions,
      Notices notices) {
    this.programme = programme;
    this.printer = printer;
    this.programmes = programmes;
    this.decisions = decisions;
    this.notices = notices;
  }

  /** What came with the opening of the programme. */
  void begin() {
    printNews(printer::cameByItself);
  }

  @Override
  public void accept(Happening happening) {
    printNews(
        (taken, sent) -> {
          if (happening.isTask()) {
            printer.taskDone(happening, taken, sent);
          } else {
            printer.cameByItself(taken, sent);
          }
        });
  }

  private void printNews(BiConsumer<List<DecisionRecord>, List<Notice>> print) {
    List<DecisionRecord> taken = decisions.of(programme);
    List<Notice> sent = notices.of(programme);
    print.accept(
        taken.subList(knownDecisions, taken.size()), sent.subList(knownNotices, sent.size()));
    knownDecisions = taken.size();
    knownNotices = sent.size();
    List<StepEntry> steps = programmes.steps(programme);
    steps
        .subList(knownSteps, steps.size())
        .forEach(step -> printer.entersStep(step.step(), step.enteredAt()));
    knownSteps = steps.size();
  }
}
