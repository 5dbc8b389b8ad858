package app.chancery.documents;

import java.time.OffsetDateTime;

/**
 * A deliverable in a list.
 *
 * @param kind for example {@code media-brief}
 * @param status {@code draft} or {@code approved}
 * @param page where people read it, relative to the application's root
 * @param href where programs read it, relative to the application's root
 */
public record DeliverableEntry(
    long id,
    String kind,
    String title,
    int version,
    String status,
    OffsetDateTime createdAt,
    String approvedBy,
    OffsetDateTime approvedAt,
    String sha256,
    String page,
    String href) {

  static DeliverableEntry of(Deliverable deliverable) {
    return new DeliverableEntry(
        deliverable.id(),
        deliverable.kind().slug(),
        deliverable.document().title(),
        deliverable.version(),
        deliverable.status(),
        deliverable.createdAt(),
        deliverable.approvedBy(),
        deliverable.approvedAt(),
        deliverable.sha256(),
        deliverable.page(),
        deliverable.path());
  }
}
