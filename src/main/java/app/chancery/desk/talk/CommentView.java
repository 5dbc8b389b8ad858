package app.chancery.desk.talk;

import app.chancery.records.talk.Comment;
import java.util.List;

/**
 * A comment as it is shown.
 *
 * @param by who has written it
 * @param at when, in words
 * @param until until when whoever reads this may change it, in words; null if they may not
 * @param own whether whoever reads this has written it
 * @param form what its writer changes it with; null if they may not
 */
public record CommentView(
    Comment comment,
    String by,
    String at,
    String until,
    boolean own,
    List<Piece> pieces,
    CommentForm form) {

  /**
   * @param person whether it is who is mentioned, with name and function
   */
  public record Piece(String text, boolean person) {}
}
