package app.chancery.documents;

import app.chancery.platform.files.Sha256;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The PDF of each approved document, made once: what was approved stays as it was read, even when
 * documents look different one day. Drafts are printed for each reader anew.
 */
@Service
public class Prints {

  private final JdbcClient db;
  private final Deliverables deliverables;
  private final Library library;
  private final DeliverablePdfs pdfs;
  private final SealedParts parts;
  private final Clock clock;

  Prints(
      JdbcClient db,
      Deliverables deliverables,
      Library library,
      DeliverablePdfs pdfs,
      SealedParts parts,
      Clock clock) {
    this.db = db;
    this.deliverables = deliverables;
    this.library = library;
    this.pdfs = pdfs;
    this.parts = parts;
    this.clock = clock;
  }

  /**
   * Prints an approved document and files the print, sealed if not all staff may read it; does
   * nothing if that was done before.
   *
   * @throws Unprintable naming the document
   */
  public void print(String programme, long id) {
    Deliverable deliverable = deliverables.find(programme, id).orElseThrow();
    if (!isPrinted(id)) {
      byte[] pdf = made(library.view(deliverable));
      db.sql(
              """
              insert into deliverable_print (deliverable, pdf, sha256, printed_at)
              values (:deliverable, :pdf, :sha256, :at)
              """)
          .param("deliverable", id)
          .param("pdf", deliverable.kind().isRestricted() ? new byte[0] : pdf)
          .param("sha256", Sha256.of(pdf))
          .param("at", OffsetDateTime.now(clock))
          .update();
      if (deliverable.kind().isRestricted()) {
        parts.keep(id, SealedParts.PRINT, pdf);
      }
    }
  }

  /**
   * The document as PDF: the print on file, or one made now if there is none yet.
   *
   * @throws Unprintable naming the document
   */
  byte[] of(DeliverableView view) {
    return stored(view.id()).orElseGet(() -> made(view));
  }

  private byte[] made(DeliverableView view) {
    try {
      return pdfs.pdf(view);
    } catch (RuntimeException e) {
      throw new Unprintable(view, e);
    }
  }

  private boolean isPrinted(long id) {
    return db.sql("select count(*) from deliverable_print where deliverable = :id")
            .param("id", id)
            .query(Long.class)
            .single()
        > 0;
  }

  private Optional<byte[]> stored(long id) {
    return db.sql("select pdf from deliverable_print where deliverable = :id")
        .param("id", id)
        .query((row, number) -> row.getBytes("pdf"))
        .optional()
        .filter(pdf -> pdf.length > 0)
        .or(() -> parts.find(id, SealedParts.PRINT));
  }
}
