package app.chancery.records.talk;

import java.time.OffsetDateTime;

/**
 * A file that hangs on a programme or a task.
 *
 * @param name as it is shown
 * @param type what it holds, as a type of MIME
 * @param shown whether a browser may show it by itself
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 * @param addedBy the account
 * @param struckBy the account; null unless it is struck out, and its content gone
 * @param struckAt null unless it is struck out
 */
public record TalkFile(
    long id,
    TalkPlace place,
    String name,
    String type,
    boolean shown,
    long size,
    String sha256,
    String addedBy,
    OffsetDateTime addedAt,
    String struckBy,
    OffsetDateTime struckAt) {

  public boolean isStruck() {
    return struckAt != null;
  }
}
