package app.chancery.documents;

import app.chancery.platform.secrecy.Sealed;
import app.chancery.platform.secrecy.SealedTable;
import app.chancery.platform.secrecy.Secrecy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What documents say that not all staff may read, sealed. What stands about them elsewhere is
 * final; here the key may change.
 */
@Repository
class SealedParts {

  /** The document's JSON. */
  static final String CONTENT = "content";

  /** Its PDF. */
  static final String PRINT = "print";

  static final SealedTable PARTS =
      new SealedTable(
          "deliverable_sealed", List.of("deliverable", "part"), List.of("deliverable", "part"));

  private final JdbcClient db;
  private final Secrecy secrecy;

  SealedParts(JdbcClient db, Secrecy secrecy) {
    this.db = db;
    this.secrecy = secrecy;
  }

  void keep(long deliverable, String part, String text) {
    keep(deliverable, part, text.getBytes(StandardCharsets.UTF_8));
  }

  void keep(long deliverable, String part, byte[] bytes) {
    Sealed sealed = secrecy.seal(PARTS, bytes, deliverable, part);
    db.sql(
            """
            insert into deliverable_sealed (deliverable, part, sealed, sealed_by)
            values (:deliverable, :part, :sealed, :sealedBy)
            """)
        .param("deliverable", deliverable)
        .param("part", part)
        .param("sealed", sealed.bytes())
        .param("sealedBy", sealed.by())
        .update();
  }

  /**
   * @throws app.chancery.platform.secrecy.CannotOpen in a sentence
   */
  String text(Sealed sealed, long deliverable, String part) {
    return new String(secrecy.open(PARTS, sealed, deliverable, part), StandardCharsets.UTF_8);
  }

  /**
   * @throws app.chancery.platform.secrecy.CannotOpen in a sentence
   */
  Optional<byte[]> find(long deliverable, String part) {
    return db.sql(
            """
            select deliverable, part, sealed, sealed_by from deliverable_sealed
            where deliverable = :deliverable and part = :part
            """)
        .param("deliverable", deliverable)
        .param("part", part)
        .query((row, number) -> secrecy.bytes(PARTS, row))
        .optional();
  }
}
