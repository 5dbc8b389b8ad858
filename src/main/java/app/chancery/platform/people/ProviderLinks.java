package app.chancery.platform.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose account it is by the word of a provider: a subject has one account, whatever the provider
 * calls that person later, and nobody else gets it by being called so.
 */
@Component
public class ProviderLinks {

  private static final String LINK =
      "select account, said_at, by_login, closed_at from provider_account"
          + " where issuer = :issuer and subject = :subject";

  private final JdbcClient db;
  private final Clock clock;

  ProviderLinks(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * @param saidAt when the provider said last who that is
   * @param byLogin whether a person has logged in with it; otherwise it is a program's
   * @param isClosed whether the account was deleted here
   */
  public record Link(String account, Instant saidAt, boolean byLogin, boolean isClosed) {}

  /** Whether an account or a group is called so, in capital letters or not: they are mistaken. */
  public boolean isTaken(String account) {
    return db.sql(
                """
                select count(*) from (
                  select id_ from act_id_user where lower(id_) = lower(:account)
                  union all select id_ from act_id_group where lower(id_) = lower(:account)) taken
                """)
            .param("account", account)
            .query(Long.class)
            .single()
        > 0;
  }

  public Optional<Link> find(String issuer, String subject) {
    return read(LINK, issuer, subject);
  }

  /** The same, and nobody else changes it until the transaction has ended. */
  public Optional<Link> hold(String issuer, String subject) {
    return read(LINK + " for update", issuer, subject);
  }

  private Optional<Link> read(String sql, String issuer, String subject) {
    return db.sql(sql)
        .param("issuer", issuer)
        .param("subject", subject)
        .query((row, number) -> link(row))
        .optional();
  }

  private static Link link(ResultSet row) throws SQLException {
    return new Link(
        row.getString("account"),
        row.getObject("said_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("by_login"),
        row.getObject("closed_at") != null);
  }

  public void add(String issuer, String subject, String account, Instant saidAt, boolean byLogin) {
    db.sql(
            """
            insert into provider_account (issuer, subject, account, said_at, by_login)
            values (:issuer, :subject, :account, :at, :login)
            """)
        .param("issuer", issuer)
        .param("subject", subject)
        .param("account", account)
        .param("at", saidAt.atOffset(ZoneOffset.UTC))
        .param("login", byLogin)
        .update();
  }

  public void said(String issuer, String subject, Instant saidAt, boolean byLogin) {
    db.sql(
            """
            update provider_account set said_at = :at, by_login = :login
            where issuer = :issuer and subject = :subject
            """)
        .param("at", saidAt.atOffset(ZoneOffset.UTC))
        .param("login", byLogin)
        .param("issuer", issuer)
        .param("subject", subject)
        .update();
  }

  /** Whether that account signs on by a provider, and so has no password here. */
  boolean isOfProvider(String account) {
    return db.sql("select 1 from provider_account where account = :account and closed_at is null")
        .param("account", account)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** The account is deleted: its subject gets neither that one back nor another one. */
  void close(String account) {
    db.sql(
            """
            update provider_account set closed_at = :now
            where account = :account and closed_at is null
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("account", account)
        .update();
  }

  /**
   * @return how many subjects whose account of that id was deleted may have one again
   */
  public int reopen(String account) {
    return db.sql("delete from provider_account where account = :account and closed_at is not null")
        .param("account", account)
        .update();
  }
}
