package app.chancery.records;

import app.chancery.platform.words.Coded;

/**
 * What a notice leads to.
 *
 * @param id of the round, the task or the document; empty for a programme, which every notice names
 */
public record NoticePlace(Kind kind, String id) {

  /** What it can be. */
  public enum Kind implements Coded {
    PROGRAMME,
    ROUND,
    TASK,
    DOCUMENT,
    INCIDENT
  }

  public static NoticePlace programme() {
    return new NoticePlace(Kind.PROGRAMME, "");
  }

  public static NoticePlace round(long id) {
    return new NoticePlace(Kind.ROUND, String.valueOf(id));
  }

  public static NoticePlace task(String id) {
    return new NoticePlace(Kind.TASK, id);
  }

  /** A document of the notice's programme. */
  public static NoticePlace document(long id) {
    return new NoticePlace(Kind.DOCUMENT, String.valueOf(id));
  }

  /** What the engine has given up. */
  public static NoticePlace incident(String id) {
    return new NoticePlace(Kind.INCIDENT, id);
  }

  /**
   * Where people read it, relative to the application's root.
   *
   * @param programme the key of the notice's programme
   */
  public String path(String programme) {
    return switch (kind) {
      case PROGRAMME -> "/programmes/" + programme;
      case ROUND -> "/rounds/" + id;
      case TASK -> "/tasks/" + id;
      case INCIDENT -> "/incidents";
      case DOCUMENT -> "/programmes/%s/deliverables/%s".formatted(programme, id);
    };
  }
}
