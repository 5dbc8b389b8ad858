package app.chancery.platform.audit;

import app.chancery.platform.files.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A link of the chain, with its fields in the order in which they are sent.
 *
 * @param number from 1, without a gap
 * @param at when it was done, to the microsecond
 * @param account who did it, as records are signed; null if nobody with an account
 * @param who name and function of the account when the link was made
 * @param act the code of an {@link Act}
 * @param previous the hash of the link before; of the first one {@link #NONE}
 * @param hash of all the rest, see {@link #reckoned}
 */
public record AuditRecord(
    long number,
    @JsonSerialize(using = ToStringSerializer.class) Instant at,
    String act,
    String account,
    String who,
    String programme,
    String subject,
    String what,
    String why,
    String previous,
    String hash) {

  static final String NONE = "0".repeat(64);

  private static final JsonMapper JSON = new JsonMapper();

  /** The next link after one. */
  static AuditRecord after(long number, String previous, Waiting done, String who) {
    AuditRecord open =
        new AuditRecord(
            number,
            done.at(),
            done.act(),
            done.account(),
            who,
            done.programme(),
            done.subject(),
            done.what(),
            done.why(),
            previous,
            null);
    return new AuditRecord(
        number,
        open.at,
        open.act,
        open.account,
        who,
        open.programme,
        open.subject,
        open.what,
        open.why,
        previous,
        open.reckoned());
  }

  /** In the order in which they are sent. */
  public static List<String> fieldNames() {
    return Stream.of(AuditRecord.class.getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  /**
   * SHA-256, in hexadecimal digits, of the UTF-8 of a JSON array without white space: the fields in
   * their order from number to previous, the time as text. Anybody can reckon it again.
   */
  String reckoned() {
    List<Object> fields =
        Arrays.asList(
            number, at.toString(), act, account, who, programme, subject, what, why, previous);
    try {
      return Sha256.of(JSON.writeValueAsString(fields));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As one line, in JSON. */
  public String line() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is done and not in the chain yet. */
  record Waiting(
      long id,
      Instant at,
      String act,
      String account,
      String programme,
      String subject,
      String what,
      String why) {}
}
