package app.chancery.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Secrets by which a calendar program reads what one person may see, without a login. A person has
 * one at most. It is told once and kept as its hash alone; whom it lets in, and what they may see,
 * is found out anew each time.
 */
@Component
public class FeedSecrets {

  /** 256 bits: nobody finds it by trying, so that a plain hash is enough. */
  private static final int BYTES = 32;

  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final SecureRandom random = new SecureRandom();
  private final JdbcClient db;
  private final Clock clock;
  private final AccountRecords records;

  FeedSecrets(JdbcClient db, Clock clock, AccountRecords records) {
    this.db = db;
    this.clock = clock;
    this.records = records;
  }

  /** Gives the account a new secret, which is told here and never again; the old one is void. */
  @Transactional
  public String renew(String account) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    revoke(account);
    db.sql("insert into calendar_feed (account, secret_sha256, made_at) values (:id, :hash, :now)")
        .param("id", account)
        .param("hash", hash(secret))
        .param("now", OffsetDateTime.now(clock))
        .update();
    return secret;
  }

  /** The account has none any more. */
  public void revoke(String account) {
    db.sql("delete from calendar_feed where account = :id").param("id", account).update();
  }

  /** Since when the account has the one it has. */
  public Optional<OffsetDateTime> since(String account) {
    return db.sql("select made_at from calendar_feed where account = :id")
        .param("id", account)
        .query(OffsetDateTime.class)
        .optional();
  }

  /**
   * Whose secret it is, with the groups of this moment.
   *
   * @return empty if it is nobody's, or the account is gone
   */
  public Optional<Person> holder(String secret) {
    if (!SECRET.matcher(secret).matches()) {
      return Optional.empty();
    }
    return db.sql("select account from calendar_feed where secret_sha256 = :hash")
        .param("hash", hash(secret))
        .query(String.class)
        .optional()
        .flatMap(records::now)
        .map(Account::person);
  }

  private static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
