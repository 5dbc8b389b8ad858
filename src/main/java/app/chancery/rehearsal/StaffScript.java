package app.chancery.rehearsal;

import app.chancery.briefing.OpenTask;
import java.time.LocalDate;
import java.util.Map;

/** What a member of staff does with the tasks of a step in a rehearsal. */
public interface StaffScript {

  /** The answers by the element id of the user task. */
  Map<String, Answer> answers();

  /**
   * How a task is answered.
   *
   * @param days how many days the person takes, 0 or more
   */
  record Answer(int days, Form form) {

    /** Fills the form from what it shows. */
    @FunctionalInterface
    public interface Form {
      Map<String, Object> fill(OpenTask task, Map<String, Object> facts, LocalDate today);
    }
  }
}
