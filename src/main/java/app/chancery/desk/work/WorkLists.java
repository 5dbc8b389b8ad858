package app.chancery.desk.work;

import app.chancery.platform.people.Person;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The open tasks that a person may see: those that the engine shows them, no more and no less. */
public interface WorkLists {

  /** What each list holds of what matches. */
  Found find(Person person, WorkFilter filter);

  /** Tasks that match, of all lists. */
  interface Found {

    /** How many each list holds of them. */
    Counts counts();

    /**
     * One page of a list, by due date.
     *
     * @param page counts from 0
     * @param size the most tasks on it
     */
    List<WorkItem> page(TaskList list, int page, int size);
  }

  /**
   * The id of the task that is due first of those that the person has, or else of those that nobody
   * has and the person may take; empty if there is none that can be worked on now.
   */
  Optional<String> next(Person person);

  /** Those of these tasks that are open and that the person may see, by due date. */
  List<WorkItem> those(Person person, Collection<String> ids);

  /**
   * The groups that may take any of the tasks that the person may see, by name; of whoever sees the
   * tasks of their own groups, these groups.
   */
  List<Group> groups(Person person);

  /**
   * The open tasks of a group, by due date, whoever has them and whoever looks: what they are is on
   * the pages of their programmes, too.
   *
   * @param holder an account; "" for those that nobody has; null for all
   * @param size the most tasks that are told
   */
  List<WorkItem> ofGroup(Person person, String group, String holder, int page, int size);

  /** Those of these open tasks that are the group's, as {@link #ofGroup} has them. */
  List<WorkItem> ofGroup(Person person, String group, Collection<String> ids);

  /**
   * How much each member of a group has of its open tasks, and everybody else who has any; by name,
   * at the end what nobody has.
   */
  List<Load> loads(String group);

  /**
   * @param account null for what nobody has
   * @param name null for what nobody has
   * @param member whether that person is of the group
   * @param dueSoon due within seven days from now
   */
  record Load(String account, String name, boolean member, long open, long overdue, long dueSoon) {

    Load called(String name) {
      return new Load(account, name, member, open, overdue, dueSoon);
    }
  }

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
