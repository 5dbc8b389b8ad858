package app.chancery.desk.portfolio;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What waits for people. */
public interface OpenWork {

  /**
   * The open tasks of a programme, those first that are due first; equal ones of several groups are
   * one. Of each task that the acting person may see it tells where it is and who has it; of the
   * others neither.
   */
  List<Work> of(String programme);

  /** The same of several programmes, by programme, with two statements and without the places. */
  Map<String, List<Work>> ofEach(Collection<String> programmes);

  /**
   * @param groups who may take it, in words
   * @param people who has taken it, as signed: with whom they stand in for, as far as the reader
   *     may see the task
   * @param dueOn null if it has no due date
   * @param overdue whether the day has passed
   * @param places where the reader finds it; none if it is not for the reader to see
   */
  record Work(
      String task,
      String groups,
      List<String> people,
      LocalDate dueOn,
      boolean overdue,
      List<Place> places) {

    public Work {
      people = List.copyOf(people);
      places = List.copyOf(places);
    }
  }

  /**
   * One task.
   *
   * @param id of the task, as its page has it
   * @param groups who may take it, in words
   */
  record Place(String id, String groups) {}
}
