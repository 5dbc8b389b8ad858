package app.chancery.records;

import app.chancery.platform.words.Coded;

/**
 * What a notice leads to.
 *
 * @param id of the round, the task, the document, the group or the comment, with its task before it
 *     if it is on one; empty for a programme, which every notice names, and for the absences
 */
public record NoticePlace(Kind kind, String id) {

  /** Between a task and a comment on it. */
  private static final String SAID = ":";

  /** What it can be. */
  public enum Kind implements Coded {
    PROGRAMME,
    ROUND,
    TASK,
    DOCUMENT,
    INCIDENT,
    ABSENCE,
    GROUP,
    COMMENT,
    TASK_COMMENT
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

  /** The absences that its reader may see. */
  public static NoticePlace absence() {
    return new NoticePlace(Kind.ABSENCE, "");
  }

  /** The work of a group, for its head. */
  public static NoticePlace group(String id) {
    return new NoticePlace(Kind.GROUP, id);
  }

  /** What somebody has said on the notice's programme. */
  public static NoticePlace comment(long id) {
    return new NoticePlace(Kind.COMMENT, String.valueOf(id));
  }

  /** What somebody has said on a task. */
  public static NoticePlace taskComment(String task, long id) {
    return new NoticePlace(Kind.TASK_COMMENT, task + SAID + id);
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
      case ABSENCE -> "/absence";
      case COMMENT -> "/programmes/%s/talk#comment-%s".formatted(programme, id);
      case TASK_COMMENT -> "/tasks/" + id.replace(SAID, "/talk#comment-");
      case GROUP -> "/work/group/" + id;
      case DOCUMENT -> "/programmes/%s/deliverables/%s".formatted(programme, id);
    };
  }
}
