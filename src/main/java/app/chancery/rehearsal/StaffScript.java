package app.chancery.rehearsal;

import app.chancery.platform.briefing.OpenTask;
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
   * @param form null if the person leaves the task as it is
   */
  record Answer(int days, Form form) {

    /** The person leaves the task open until the process ends it. */
    public static Answer none() {
      return new Answer(0, null);
    }

    /** Fills the form from what it shows. */
    @FunctionalInterface
    public interface Form {

      /** Null if the task shows that it was done before: it is left as it is. */
      Map<String, Object> fill(OpenTask task, Map<String, Object> facts, LocalDate today);

      /**
       * Whether it is filled in at all; a task that is not stays open until its process ends it.
       */
      default boolean isFor(OpenTask task) {
        return true;
      }
    }
  }
}
