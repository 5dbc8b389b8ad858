package app.chancery.records.talk;

import java.time.OffsetDateTime;

/**
 * A file that hangs on a programme or a task.
 *
 * @param name as it is shown
 * @param type what it holds, as a type of MIME
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 * @param addedBy the account
 * @param struckBy the account; null unless it is struck out, and its content gone
 * @param struckAt null unless it is struck out
 * @param adderLeft whether the account that added it was deleted; one of the same id is somebody
 *     else's
 */
public record TalkFile(
    long id,
    TalkPlace place,
    String name,
    String type,
    long size,
    String sha256,
    String addedBy,
    OffsetDateTime addedAt,
    String struckBy,
    OffsetDateTime struckAt,
    boolean adderLeft) {

  private static final String PDF = "application/pdf";

  private static final String PICTURE = "image/";

  /** A picture of this kind is a document with scripts. */
  private static final String DRAWING = "image/svg";

  public boolean isStruck() {
    return struckAt != null;
  }

  /** Whether a browser may show it by itself: pictures and what is printed. */
  public boolean isShown() {
    return type.equals(PDF) || type.startsWith(PICTURE) && !type.startsWith(DRAWING);
  }
}
