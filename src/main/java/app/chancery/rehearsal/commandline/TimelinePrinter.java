package app.chancery.rehearsal.commandline;

import app.chancery.documents.Deliverable;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import app.chancery.programme.StepEntry;
import app.chancery.records.DecisionRecord;
import app.chancery.records.Notice;
import app.chancery.rehearsal.Happening;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

/** Shows a rehearsal while it goes on. */
interface TimelinePrinter {

  void begins(Programme programme);

  void entersStep(Step step, OffsetDateTime at);

  /** A task was done, and these decisions and notices came out of it. */
  void taskDone(Happening task, List<DecisionRecord> decisions, List<Notice> notices);

  /** By itself, when a time had come, Chancery decided and told this. */
  void cameByItself(List<DecisionRecord> decisions, List<Notice> notices);

  /** Shows what was held back; called before the end, and before a failure is told. */
  void flush();

  void ends(Programme programme, List<StepEntry> steps);

  /** A document was written into these files. */
  void document(Deliverable deliverable, List<Path> files);
}
