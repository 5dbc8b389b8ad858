package app.chancery.platform.people;

import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Coded;
import java.util.List;
import java.util.Optional;

/**
 * An absence as a page tells of it.
 *
 * @param name of who is away
 * @param deputyName of whom the absence names
 * @param instead the name of who stands in now because the deputy is away too
 * @param uncovered whether it has come and nobody stands in
 * @param gaps the days from today on which nobody acts in some group, which and why, in sentences
 */
public record AbsenceView(
    Absence absence,
    String name,
    String deputyName,
    State state,
    Optional<String> instead,
    boolean uncovered,
    List<String> gaps) {

  /** Whether it has come, is to come or was ended before its time. */
  public enum State implements Coded {
    COMING,
    PRESENT,
    ENDED
  }

  public String deputy() {
    return absence.deputy();
  }

  public String firstDay() {
    return Dates.words(absence.firstDay());
  }

  public String lastDay() {
    return Dates.words(absence.lastDay());
  }

  public boolean isEnded() {
    return state == State.ENDED;
  }

  public boolean isPresent() {
    return state == State.PRESENT;
  }
}
