package app.chancery.documents;

import app.chancery.platform.secrecy.UnsealedRows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Restricted documents that an earlier release has kept as they were written. */
@Component
class UnsealedDocuments implements UnsealedRows {

  private final JdbcClient db;
  private final SealedParts parts;
  private final TransactionTemplate transaction;

  UnsealedDocuments(JdbcClient db, SealedParts parts, TransactionTemplate transaction) {
    this.db = db;
    this.parts = parts;
    this.transaction = transaction;
  }

  @Override
  public void seal() {
    db.sql("select deliverable from deliverable_unsealed order by deliverable")
        .query(Long.class)
        .list()
        .forEach(id -> transaction.executeWithoutResult(begun -> seal(id)));
  }

  /** Does nothing if another node has. */
  private void seal(long id) {
    List<Unsealed> found =
        db.sql(
                """
                select content, pdf from deliverable_unsealed where deliverable = :id for update
                """)
            .param("id", id)
            .query((row, number) -> new Unsealed(row.getString("content"), row.getBytes("pdf")))
            .list();
    for (Unsealed document : found) {
      parts.keep(id, SealedParts.CONTENT, document.content());
      if (document.pdf() != null) {
        parts.keep(id, SealedParts.PRINT, document.pdf());
      }
    }
    db.sql("delete from deliverable_unsealed where deliverable = :id").param("id", id).update();
  }

  /**
   * @param pdf null if it was not printed
   */
  private record Unsealed(String content, byte[] pdf) {}
}
