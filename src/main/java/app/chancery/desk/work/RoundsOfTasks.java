package app.chancery.desk.work;

import app.chancery.platform.people.Person;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The rounds of the council that tasks are about: an open page of such a task follows its round.
 */
public interface RoundsOfTasks {

  /**
   * Empty if the task is about none, or if nothing changes in that round any more.
   *
   * @param key the element id of the user task in its model
   * @param programme the key of its programme
   * @param reader who looks
   */
  Optional<OfTask> find(String key, String programme, Person reader);

  /**
   * @param mark changes whenever something that the reader may see has changed
   * @param word what its state is called
   * @param sentence how it stands, as people read it
   * @param ends when silence ends, for programs
   * @param deadline the same for people, with its time zone
   * @param zone the zone of its times
   * @param now on the office's clock
   * @param open whether silence runs, or stands still
   * @param askEvery how often an open page asks whether it has changed
   */
  record OfTask(
      long id,
      String mark,
      String word,
      String sentence,
      OffsetDateTime ends,
      String deadline,
      String zone,
      OffsetDateTime now,
      boolean open,
      Duration askEvery) {}
}
