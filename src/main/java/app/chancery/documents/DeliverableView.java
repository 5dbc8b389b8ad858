package app.chancery.documents;

import app.chancery.platform.words.Coded;
import app.chancery.records.Correction;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A deliverable as it is shown: the document with what a reader must know about it.
 *
 * @param candidate the name of the candidate the programme is about, as it was when it was made
 * @param kind for example {@code media-brief}
 * @param status {@code draft} or {@code approved}
 * @param classification who may read it, as a line for the head of the page
 * @param sha256 of the document's JSON, in hexadecimal
 * @param approvedBy null while it is a draft
 * @param corrections of what the record of the programme said when it was made; the document keeps
 *     what it says
 */
public record DeliverableView(
    long id,
    String programme,
    String candidate,
    String kind,
    String kindTitle,
    String title,
    int version,
    String status,
    String classification,
    OffsetDateTime createdAt,
    String approvedBy,
    OffsetDateTime approvedAt,
    String sha256,
    String page,
    List<Correction> corrections,
    Document document) {

  public DeliverableView {
    corrections = List.copyOf(corrections);
  }

  /** Of one that nothing was corrected of. */
  static DeliverableView of(Deliverable deliverable, String candidate) {
    return of(deliverable, candidate, List.of());
  }

  static DeliverableView of(
      Deliverable deliverable, String candidate, List<Correction> corrections) {
    return new DeliverableView(
        deliverable.id(),
        deliverable.programme(),
        candidate,
        deliverable.kind().slug(),
        deliverable.kind().title(),
        deliverable.document().title(),
        deliverable.version(),
        deliverable.status(),
        deliverable.kind().classification(),
        deliverable.createdAt(),
        deliverable.approvedBy(),
        deliverable.approvedAt(),
        deliverable.sha256(),
        deliverable.page(),
        corrections,
        deliverable.document());
  }

  /**
   * As it was made. Paper tells no corrections: a print is for all readers of its kind, and a
   * correction may be for some of them.
   */
  DeliverableView asMade() {
    return new DeliverableView(
        id,
        programme,
        candidate,
        kind,
        kindTitle,
        title,
        version,
        status,
        classification,
        createdAt,
        approvedBy,
        approvedAt,
        sha256,
        page,
        List.of(),
        document);
  }

  /** Without its ending, the name of a file with it: {@code XR-2026-media-brief-v1-draft}. */
  String fileName() {
    return "%s-%s-v%s%s"
        .formatted(programme, kind, version, approvedAt == null ? "-" + status : "");
  }

  /** For the template. */
  boolean isRestricted() {
    return Coded.of(DeliverableKind.class, kind).isRestricted();
  }
}
