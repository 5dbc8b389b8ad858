package app.chancery.documents;

import java.time.OffsetDateTime;

/**
 * A deliverable in a list.
 *
 * @param kind for example {@code media-brief}
 * @param title of the document; of one that not all staff may read the name of its kind, as nothing
 *     of it is opened for a list
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
        deliverable.kind().isRestricted()
            ? deliverable.kind().title()
            : deliverable.document().title(),
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
