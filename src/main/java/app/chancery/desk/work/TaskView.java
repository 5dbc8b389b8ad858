package app.chancery.desk.work;

import app.chancery.documents.DeliverableEntry;
import app.chancery.records.DecisionRecord;
import java.util.List;

/**
 * One open task as its page shows it.
 *
 * @param candidate for example "Dorelia (XD-2026)"; null if the task belongs to no programme
 * @param due when it is due, in words; null if it has no due date
 * @param since when it was opened, in words
 * @param groups those who may take it, in words
 * @param mine whether the person who looks has it
 * @param documents of the programme, the newest first
 * @param decisions taken in the programme so far, the newest first
 * @param others what else of the programme waits for people
 */
public record TaskView(
    TaskFile file,
    String candidate,
    String due,
    boolean overdue,
    String since,
    String groups,
    boolean mine,
    List<DeliverableEntry> documents,
    List<DecisionRecord> decisions,
    List<Waiting> others) {

  /** So many decisions are told at first sight. */
  private static final int FEW = 4;

  public List<DecisionRecord> lastDecisions() {
    return decisions.subList(0, Math.min(FEW, decisions.size()));
  }

  public List<DecisionRecord> earlierDecisions() {
    return decisions.subList(Math.min(FEW, decisions.size()), decisions.size());
  }

  /** Whether somebody else has it. */
  public boolean isTaken() {
    return file.holder() != null && !mine && !file.deputyOfHolder();
  }

  /** Whether the person who looks, or who they stand in for, has it. */
  public boolean isInHand() {
    return file.holder() != null && !isTaken();
  }

  /** Whether nobody has it and the person who looks may take it. */
  public boolean isFree() {
    return file.holder() == null && file.doable();
  }

  /** Whether the person who looks may do it now, with nobody in the way. */
  public boolean isWorkable() {
    return file.doable() && !isTaken();
  }
}
