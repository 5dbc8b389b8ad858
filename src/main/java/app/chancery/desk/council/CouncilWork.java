package app.chancery.desk.council;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What waits for people while the council deals with a programme. */
public interface CouncilWork {

  /**
   * The open tasks that members of some groups may do, oldest first.
   *
   * @param programme its key
   */
  List<Waiting> of(String programme, Collection<String> groups);

  /**
   * The key of the words for what it means to answer by a task; empty if nobody answers by it.
   *
   * @param key the element id of the user task in its model
   */
  Optional<String> meaningOfAnswer(String key);

  /**
   * Whether such a task belongs to what the council does with a programme.
   *
   * @param key the element id of the user task in its model
   */
  boolean isOne(String key);

  /**
   * An open task.
   *
   * @param id by which its page is called
   * @param name what is to be done
   * @param hint what it is for, in a sentence; empty if the name says it
   * @param answers whether a delegation answers by it, in the name of its Ally
   */
  record Waiting(String id, String name, String hint, boolean answers) {}
}
