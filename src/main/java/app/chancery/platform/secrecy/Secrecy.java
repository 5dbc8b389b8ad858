package app.chancery.platform.secrecy;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Seals what is confidential before it is written, and opens it for who may read it. */
@Service
public class Secrecy {

  private static final Logger LOG = LoggerFactory.getLogger(Secrecy.class);

  private final SealingKeys keys;

  Secrecy(SealingKeys keys) {
    this.keys = keys;
  }

  /**
   * @param boundTo the values of the columns that the table binds it to, in their order
   */
  public Sealed seal(SealedTable table, String text, Object... boundTo) {
    return seal(table, text.getBytes(StandardCharsets.UTF_8), boundTo);
  }

  /**
   * @param boundTo the values of the columns that the table binds it to, in their order
   */
  public Sealed seal(SealedTable table, byte[] content, Object... boundTo) {
    return sealed(content, table.place(boundTo));
  }

  private Sealed sealed(byte[] content, String place) {
    return new Sealed(keys.newest().id(), keys.newest().seal(content, place));
  }

  /**
   * @param row with {@code sealed}, {@code sealed_by} and the columns it is bound to
   * @throws CannotOpen in a sentence
   */
  public String text(SealedTable table, ResultSet row) throws SQLException {
    return new String(bytes(table, row), StandardCharsets.UTF_8);
  }

  /**
   * @param row with {@code sealed}, {@code sealed_by} and the columns it is bound to
   * @throws CannotOpen in a sentence
   */
  public byte[] bytes(SealedTable table, ResultSet row) throws SQLException {
    return open(new Sealed(row.getString("sealed_by"), row.getBytes("sealed")), table.place(row));
  }

  /** The same, sealed with the newest key. */
  Sealed anew(SealedTable table, ResultSet row) throws SQLException {
    return sealed(bytes(table, row), table.place(row));
  }

  /**
   * @param boundTo the values of the columns that the table binds it to, in their order
   * @throws CannotOpen in a sentence
   */
  public byte[] open(SealedTable table, Sealed sealed, Object... boundTo) {
    return open(sealed, table.place(boundTo));
  }

  private byte[] open(Sealed sealed, String place) {
    SealingKey key = keys.find(sealed.by()).orElseThrow(() -> CannotOpen.keyMissing(sealed.by()));
    try {
      return key.open(sealed.bytes(), place);
    } catch (RuntimeException notOfThisPlace) {
      LOG.error(
          "What is sealed at {} with the key '{}' is damaged, or was moved there",
          place,
          sealed.by());
      throw CannotOpen.damaged();
    }
  }
}
