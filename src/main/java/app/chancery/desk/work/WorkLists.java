package app.chancery.desk.work;

import app.chancery.platform.security.Person;
import java.util.Collection;
import java.util.List;

/** The open tasks that a person may see: those that the engine shows them, no more and no less. */
public interface WorkLists {

  /** How many each list holds of what matches. */
  Counts count(Person person, WorkFilter filter);

  /**
   * One page of a list, by due date.
   *
   * @param size the most tasks on it
   */
  List<WorkItem> page(Person person, WorkFilter filter, int size);

  /** Those of these tasks that are open and that the person may see, by due date. */
  List<WorkItem> those(Person person, Collection<String> ids);

  /** The groups that may take any of the tasks that the person may see, by name. */
  List<Group> groups(Person person);

  record Counts(long mine, long unclaimed, long all) {

    public long of(TaskList list) {
      return switch (list) {
        case MINE -> mine;
        case UNCLAIMED -> unclaimed;
        case ALL -> all;
      };
    }
  }

  /**
   * @param name as people read it
   */
  record Group(String id, String name) {}
}
