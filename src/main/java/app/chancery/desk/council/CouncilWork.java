package app.chancery.desk.council;

import java.util.Collection;
import java.util.List;

/** What waits for people while the council deals with a programme. */
public interface CouncilWork {

  /**
   * The open tasks that members of some groups may do, oldest first.
   *
   * @param programme its key
   */
  List<Waiting> of(String programme, Collection<String> groups);

  /**
   * @param id by which its page is called
   * @param key the element id of the user task in its model
   * @param name what is to be done
   * @param group that may do it
   */
  record Waiting(String id, String key, String name, String group) {}
}
