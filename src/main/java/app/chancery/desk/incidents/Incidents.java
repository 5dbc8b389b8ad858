package app.chancery.desk.incidents;

import java.util.List;
import java.util.Optional;

/** What the engine has given up. */
public interface Incidents {

  long count();

  /** The oldest first. */
  List<Incident> open(int size, long offset);

  /**
   * Has what was given up tried again, once. If it fails again, it is another incident.
   *
   * @return what is tried; empty if there is no such incident, or not any more
   */
  Optional<Incident> tryAgain(String id);
}
