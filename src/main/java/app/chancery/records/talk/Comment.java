package app.chancery.records.talk;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/**
 * What somebody has said.
 *
 * @param writer the account
 * @param text as it is kept: who is mentioned stands in it as {@code @} and the account
 * @param mentioned the accounts that are mentioned in it
 * @param version grows with each change
 * @param editedAt null if it was never changed
 * @param struckAt null unless its writer has struck it out
 */
public record Comment(
    long id,
    TalkPlace place,
    String writer,
    String text,
    Set<String> mentioned,
    int version,
    OffsetDateTime writtenAt,
    OffsetDateTime editedAt,
    OffsetDateTime struckAt) {

  public Comment {
    mentioned = Set.copyOf(mentioned);
  }

  /**
   * A part of a text.
   *
   * @param text of a mention the account, without the sign
   */
  public record Piece(String text, boolean isMention) {}

  public boolean isStruck() {
    return struckAt != null;
  }

  /** Its text in pieces, each of which is a text or a mention. */
  public List<Piece> pieces() {
    return Mentions.pieces(text, mentioned);
  }
}
