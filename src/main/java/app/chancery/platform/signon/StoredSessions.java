package app.chancery.platform.signon;

import app.chancery.platform.people.Person;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * The sessions of all nodes, in the database: whichever node a request comes to, and whichever has
 * ended meanwhile, whoever is logged in stays so. A request reads one row by its key, and as a rule
 * writes nothing. All times are the database's.
 */
class StoredSessions implements SessionRepository<StoredSession> {

  private static final Logger LOG = LoggerFactory.getLogger(StoredSessions.class);

  private static final String PROVIDER = "provider";

  private final JdbcClient db;
  private final Duration idle;
  private final Duration seenEvery;
  private final Duration askedAgainEvery;

  /** By the row; given up when memory is short, and found out anew. */
  private final Map<String, Map<String, Object>> ofNode = new ConcurrentReferenceHashMap<>();

  /**
   * @param idle so long after the last visit a session is over, and at most {@code seenEvery} later
   * @param seenEvery how often a visit is taken down
   * @param askedAgainEvery how often the provider is asked after who logged in by it
   */
  StoredSessions(JdbcClient db, Duration idle, Duration seenEvery, Duration askedAgainEvery) {
    this.db = db;
    this.idle = idle;
    this.seenEvery = seenEvery;
    this.askedAgainEvery = askedAgainEvery;
  }

  @Override
  public StoredSession createSession() {
    return StoredSession.begun(idle);
  }

  @Override
  public StoredSession findById(String id) {
    if (!SessionSeal.isId(id)) {
      return null;
    }
    SessionSeal seal = new SessionSeal(id);
    Row row = row(seal.row());
    if (row == null) {
      ofNode.remove(seal.row());
      return null;
    }
    try {
      StoredSession session = session(id, seal, row);
      if (row.longAgo()) {
        see(seal.row());
      }
      return session;
    } catch (SessionSeal.Unreadable e) {
      LOG.warn("A session of '{}' cannot be read and is over", row.account(), e);
      deleteById(id);
      return null;
    }
  }

  private StoredSession session(String id, SessionSeal seal, Row row)
      throws SessionSeal.Unreadable {
    return StoredSession.found(
        id,
        row.account(),
        row.endedSessions(),
        row.sealed() == null ? Map.of() : seal.opened(row.sealed()),
        ofNode.computeIfAbsent(seal.row(), first -> new ConcurrentHashMap<>()),
        row.toBeAsked(),
        idle);
  }

  private Row row(String hash) {
    return db.sql(
            """
            select account, ended_sessions, sealed,
              seen_at < current_timestamp - interval '1' second * cast(:seen_every as integer)
                as long_ago,
              asked_at < current_timestamp - interval '1' second * cast(:asked_every as integer)
                as to_be_asked
            from web_session
            where id_hash = :hash
              and seen_at >= current_timestamp - interval '1' second * cast(:idle as integer)
            """)
        .param("hash", hash)
        .param("seen_every", seenEvery.toSeconds())
        .param("asked_every", askedAgainEvery.toSeconds())
        .param("idle", idle.plus(seenEvery).toSeconds())
        .query(
            (found, number) ->
                new Row(
                    found.getString("account"),
                    found.getLong("ended_sessions"),
                    found.getBytes("sealed"),
                    found.getBoolean("long_ago"),
                    found.getBoolean("to_be_asked")))
        .optional()
        .orElse(null);
  }

  private record Row(
      String account, long endedSessions, byte[] sealed, boolean longAgo, boolean toBeAsked) {}

  /** Taken down before anything is done: whoever cannot be served is told so at once. */
  private void see(String hash) {
    db.sql("update web_session set seen_at = current_timestamp where id_hash = :hash")
        .param("hash", hash)
        .update();
  }

  @Override
  public void save(StoredSession session) {
    if (!session.isChanged() || session.person().isEmpty()) {
      return;
    }
    Person person = session.person().get();
    SessionSeal seal = new SessionSeal(session.getId());
    // Of one that was ended meanwhile there is no row, and none is made.
    db.sql(
            session.storedId().isPresent()
                ? """
                  update web_session set id_hash = :hash, account = :account,
                    ended_sessions = :ended, sealed = :sealed
                  where id_hash = :before
                  """
                : """
                  insert into web_session
                    (id_hash, account, ended_sessions, sealed, began_at, seen_at)
                  values (:hash, :account, :ended, :sealed, current_timestamp, current_timestamp)
                  """)
        .param("hash", seal.row())
        .param("account", person.id())
        .param("ended", person.endedSessions())
        .param("sealed", session.kept().isEmpty() ? null : seal.closed(session.kept()))
        .param("before", session.storedId().map(id -> new SessionSeal(id).row()).orElse(null))
        .update();
    boolean begins = session.storedId().isEmpty();
    if (session.isLogin() && (session.provider().isPresent() || !begins)) {
      keep(seal, session.provider());
    }
    session.isStored();
    if (begins) {
      clearAway();
    }
  }

  /** Of a login with a password nothing of an earlier one by a provider stays. */
  private void keep(SessionSeal seal, Optional<ProviderSession> provider) {
    db.sql(
            """
            update web_session set provider_session = :number, provider_sealed = :sealed,
              asked_at = case when :asked then current_timestamp else null end
            where id_hash = :hash
            """)
        .param(
            "number",
            provider.map(ProviderSession::number).map(ProviderSession::hash).orElse(null),
            Types.VARCHAR)
        .param("sealed", provider.map(found -> sealed(seal, found)).orElse(null), Types.BINARY)
        .param("asked", provider.map(ProviderSession::refreshToken).isPresent())
        .param("hash", seal.row())
        .update();
  }

  private static byte[] sealed(SessionSeal seal, ProviderSession provider) {
    return seal.closed(Map.of(PROVIDER, provider));
  }

  /** What is kept of the provider by which a session began; empty if it did by a password. */
  Optional<ProviderSession> ofProvider(String id) {
    SessionSeal seal = new SessionSeal(id);
    return db.sql("select provider_sealed from web_session where id_hash = :hash")
        .param("hash", seal.row())
        .query((row, number) -> Optional.ofNullable(row.getBytes("provider_sealed")))
        .optional()
        .flatMap(found -> found)
        .map(
            bytes -> {
              try {
                return (ProviderSession) seal.opened(bytes).get(PROVIDER);
              } catch (SessionSeal.Unreadable e) {
                LOG.warn("What is kept of the provider for a session cannot be read", e);
                return null;
              }
            });
  }

  /** Of several requests at once, to whichever nodes, one asks the provider. */
  boolean takeTurn(String id) {
    return db.sql(
                """
                update web_session set asked_at = current_timestamp
                where id_hash = :hash
                  and asked_at
                    < current_timestamp - interval '1' second * cast(:asked_every as integer)
                """)
            .param("hash", new SessionSeal(id).row())
            .param("asked_every", askedAgainEvery.toSeconds())
            .update()
        == 1;
  }

  void renew(String id, ProviderSession provider) {
    SessionSeal seal = new SessionSeal(id);
    db.sql("update web_session set provider_sealed = :sealed where id_hash = :hash")
        .param("sealed", sealed(seal, provider))
        .param("hash", seal.row())
        .update();
  }

  /**
   * Ends what began as that session at the provider.
   *
   * @return whose sessions they were
   */
  List<String> endOfProvider(String numberHash) {
    List<String> accounts =
        db.sql("select account from web_session where provider_session = :number")
            .param("number", numberHash)
            .query(String.class)
            .list();
    db.sql("delete from web_session where provider_session = :number")
        .param("number", numberHash)
        .update();
    return accounts;
  }

  /** At each login, what is over. A row that another node is at is left to it. */
  private void clearAway() {
    db.sql(
            """
            delete from web_session where id_hash in (
              select id_hash from web_session
              where seen_at < current_timestamp - interval '1' second * cast(:idle as integer)
              for update skip locked)
            """)
        .param("idle", idle.plus(seenEvery).toSeconds())
        .update();
  }

  @Override
  public void deleteById(String id) {
    String hash = new SessionSeal(id).row();
    ofNode.remove(hash);
    db.sql("delete from web_session where id_hash = :hash").param("hash", hash).update();
  }
}
