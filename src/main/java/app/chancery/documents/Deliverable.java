package app.chancery.documents;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * One version of a document of a programme.
 *
 * @param version counts from 1 within the programme and kind
 * @param content read, and opened where it rests sealed, when somebody asks for it
 * @param sha256 of the document's JSON, in hexadecimal
 * @param approvedBy null while it is a draft
 */
public record Deliverable(
    long id,
    String programme,
    DeliverableKind kind,
    int version,
    Supplier<Document> content,
    String sha256,
    OffsetDateTime createdAt,
    String approvedBy,
    OffsetDateTime approvedAt) {

  /**
   * @throws app.chancery.platform.secrecy.CannotOpen if it rests sealed with a key that is missing
   */
  public Document document() {
    return content.get();
  }

  public boolean isApproved() {
    return approvedAt != null;
  }

  /** The same version in the same state; what it says is told by its SHA-256, unread. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Deliverable that
        && id == that.id
        && sha256.equals(that.sha256)
        && Objects.equals(approvedAt, that.approvedAt);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }

  /** {@code draft} or {@code approved}. */
  public String status() {
    return isApproved() ? "approved" : "draft";
  }

  /** Where people read it, relative to the application's root. */
  public String page() {
    return "/programmes/%s/deliverables/%s".formatted(programme, id);
  }

  /** Where programs read it, relative to the application's root. */
  public String path() {
    return "/api/v1/programmes/%s/deliverables/%s".formatted(programme, id);
  }
}
