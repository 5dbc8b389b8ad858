package app.chancery.desk.work;

import java.util.List;
import java.util.Optional;

/** What the person who acts may start, as the engine has it. */
public interface Starts {

  /** What opens a programme first, then what is about one, by name. */
  List<Start> all();

  /** Empty if there is no such process for this person to start. */
  Optional<Start> of(String process);

  /**
   * @param process its id in its model
   * @param title what it does
   * @param aboutProgramme whether its form asks for a programme that there is
   */
  record Start(String process, String title, boolean aboutProgramme) {}
}
