package app.chancery.platform.security;

import app.chancery.platform.people.Account;
import app.chancery.platform.people.AccountLeft;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.TooOften;
import app.chancery.platform.signon.Attempts;
import app.chancery.platform.signon.NetworkAddress;
import app.chancery.platform.signon.SignOnPolicy;
import app.chancery.platform.words.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
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
  private final Attempts attempts;
  private final Reads reads;

  FeedSecrets(JdbcClient db, Clock clock, AccountRecords records, SignOnPolicy policy) {
    this.db = db;
    this.clock = clock;
    this.records = records;
    // Not with the passwords: a forgotten calendar program holds up nobody's login.
    attempts = new Attempts(policy.guessing(), clock);
    reads = new Reads(policy.feeds(), policy.guessing().remembered(), clock);
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

  @EventListener
  void revoke(AccountLeft left) {
    revoke(left.account());
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
   * @param address from where it is asked
   * @return empty if it is nobody's, or the account is gone
   * @throws TooOften if too many secrets from there were nobody's, and this one was not let in from
   *     there before; or if it is read from there too often
   */
  public Optional<Person> holder(String secret, String address) {
    if (!SECRET.matcher(secret).matches()) {
      return Optional.empty();
    }
    String hash = hash(secret);
    String network = NetworkAddress.of(address);
    refuse(attempts.wait(hash, network));
    Optional<Person> holder =
        db.sql("select account from calendar_feed where secret_sha256 = :hash")
            .param("hash", hash)
            .query(String.class)
            .optional()
            .flatMap(records::now)
            .map(Account::person);
    if (holder.isPresent()) {
      attempts.right(hash, network);
      refuse(reads.one(hash + "\n" + network));
    } else {
      attempts.wrong(hash, network);
    }
    return holder;
  }

  private static void refuse(Duration wait) {
    if (!wait.isZero()) {
      throw new TooOften(Words.of("page.calendar.tooOften"), wait);
    }
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
