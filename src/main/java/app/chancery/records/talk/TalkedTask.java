package app.chancery.records.talk;

import java.util.Collection;
import java.util.List;

/**
 * A task on which somebody has said something, as it was then.
 *
 * @param programme the key of its programme
 * @param what is to be done
 * @param readers the groups that could do it; they may read what was said when it has ended
 */
public record TalkedTask(String task, String programme, String what, List<String> readers) {

  public TalkedTask {
    readers = List.copyOf(readers);
  }

  public boolean isFor(Collection<String> groups) {
    return readers.stream().anyMatch(groups::contains);
  }
}
