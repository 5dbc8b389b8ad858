package app.chancery.platform.forms;

import app.chancery.platform.words.Words;
import java.io.Serializable;
import java.util.stream.Stream;

/**
 * Where a form is filled in: a task, or the start of a process. Its address is that of its page.
 *
 * @param address for example {@code /tasks/5f3d0c9e-0000-11f1-8161-02fc00000001} or {@code
 *     /start/update-dossier}
 */
public record FormPlace(String address) implements Serializable {

  private static final String TASKS = "/tasks/";
  private static final String STARTS = "/start/";
  private static final String HANDED_IN = "/handed-in/";

  /**
   * @param id the engine's id of the task
   */
  public static FormPlace task(String id) {
    return new FormPlace(TASKS + id);
  }

  /**
   * @param process the id of the process in its model
   */
  public static FormPlace start(String process) {
    return new FormPlace(STARTS + process);
  }

  /** Where what was handed in for a task is kept, for whom it may be taken back by. */
  public static FormPlace handedIn(String task) {
    return new FormPlace(HANDED_IN + task);
  }

  public boolean isTask() {
    return address.startsWith(TASKS);
  }

  /** The id of the task, or that of the process in its model. */
  public String id() {
    return Stream.of(TASKS, HANDED_IN, STARTS)
        .filter(address::startsWith)
        .map(kind -> address.substring(kind.length()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * What the button says that hands it in; a form may have words of its own for it.
   *
   * @param form its id
   */
  public String handIn(String form) {
    String own = "form.handIn." + form;
    return Words.of(
        Words.spoken().containsKey(own) ? own : isTask() ? "form.complete" : "form.start");
  }

  /** Where its draft is. */
  public String draft() {
    return address + "/draft";
  }
}
