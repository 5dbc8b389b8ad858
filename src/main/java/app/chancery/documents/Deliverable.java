package app.chancery.documents;

import java.time.OffsetDateTime;

/**
 * One version of a document of a programme.
 *
 * @param version counts from 1 within the programme and kind
 * @param sha256 of the document's JSON, in hexadecimal
 * @param approvedBy null while it is a draft
 */
public record Deliverable(
    long id,
    String programme,
    DeliverableKind kind,
    int version,
    Document document,
    String sha256,
    OffsetDateTime createdAt,
    String approvedBy,
    OffsetDateTime approvedAt) {

  public boolean isApproved() {
    return approvedAt != null;
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
