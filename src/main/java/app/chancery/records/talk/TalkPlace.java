package app.chancery.records.talk;

/**
 * Where people talk: on a programme or on one of its tasks.
 *
 * @param programme its key; null where a task is asked for by its id alone
 * @param task the engine's id of the task; null on the programme itself
 */
public record TalkPlace(String programme, String task) {

  public static TalkPlace programme(String key) {
    return new TalkPlace(key, null);
  }

  public static TalkPlace task(String id, String programme) {
    return new TalkPlace(programme, id);
  }

  public boolean isTask() {
    return task != null;
  }

  /** What of a table of talk is about it, with {@link #id} as {@code :place}. */
  String condition() {
    return isTask() ? "task = :place" : "programme = :place and task is null";
  }

  String id() {
    return isTask() ? task : programme;
  }

  /** Where its page is, relative to the application's root. */
  public String path() {
    return isTask() ? "/tasks/" + task : "/programmes/" + programme;
  }
}
