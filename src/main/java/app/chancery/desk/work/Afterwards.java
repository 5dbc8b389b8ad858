package app.chancery.desk.work;

import app.chancery.platform.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a programme goes on by itself, and what there is to do next. */
public interface Afterwards {

  /**
   * The open tasks of a programme, oldest first.
   *
   * @param programme its key
   */
  List<Open> open(String programme);

  /**
   * What the programme waits for that comes by itself, soonest first.
   *
   * @param programme its key
   */
  List<Awaited> awaited(String programme);

  /**
   * Whether the office is working on the programme right now.
   *
   * @param programme its key
   */
  boolean isAtWork(String programme);

  /** The task of a person that is due first: one they have, or else one they may take. */
  Optional<Next> next(Person person);

  /**
   * Of the tasks that what the person who acts has just done has led to, the one that is due first:
   * one they have, or else one they may take.
   *
   * @param programme its key
   * @param since what was open before does not count
   */
  Optional<Next> next(String programme, Instant since);

  /**
   * @param what is to be done, the same of all delegations; of other tasks about whom, too
   * @param holder the name of whoever has it; null if nobody has, or if the reader may not see the
   *     task
   * @param groups who may take it, by their ids
   * @param dueAt null if it has no due date
   * @param seen whether the person who acts may open it
   */
  record Open(
      String id,
      String what,
      String holder,
      List<String> groups,
      Instant openedAt,
      Instant dueAt,
      boolean seen) {}

  /** What happens at a moment, in the words of the model. */
  record Awaited(String what, Instant at) {}

  /**
   * @param what is to be done
   * @param programme its key; null if it belongs to none
   */
  record Next(String id, String what, String programme) {}
}
