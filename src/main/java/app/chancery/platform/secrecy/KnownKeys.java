package app.chancery.platform.secrecy;

import app.chancery.platform.start.CannotStart;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares the keys of a start with what the database was sealed with. Another key under a known
 * id, and keys that open nothing of what rests there, are refused before anything is sealed with
 * them: the other nodes could not read it. One that is missing beside others is told, and all else
 * goes on.
 */
@Component
class KnownKeys implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(KnownKeys.class);

  private final JdbcClient db;
  private final Clock clock;
  private final SealingKeys keys;
  private final SecrecyPolicy policy;
  private final List<SealedTable> tables;
  private final List<UnsealedRows> unsealed;

  KnownKeys(
      JdbcClient db,
      Clock clock,
      SealingKeys keys,
      SecrecyPolicy policy,
      List<SealedTable> tables,
      List<UnsealedRows> unsealed) {
    this.db = db;
    this.clock = clock;
    this.keys = keys;
    this.policy = policy;
    this.tables = tables;
    this.unsealed = unsealed;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Map<SealedTable, List<RowsByKey>> resting = new LinkedHashMap<>();
    tables.forEach(table -> resting.put(table, RowsByKey.of(db, table)));
    refuseStrangers(resting);
    refuseOthers();
    unsealed.forEach(UnsealedRows::seal);
    tellOfMissing(resting);
  }

  private void refuseStrangers(Map<SealedTable, List<RowsByKey>> resting) {
    List<String> noted =
        db.sql("select id from secrecy_key order by first_used_at, id").query(String.class).list();
    Set<String> used = new TreeSet<>();
    resting.values().forEach(all -> all.forEach(rows -> used.add(rows.key())));
    List<String> wanted =
        (used.isEmpty() ? noted : used).stream().filter(id -> !policy.lost().contains(id)).toList();
    // One that came later, beside what is lost, has been let in by an earlier start.
    if (Collections.disjoint(wanted, keys.ids())
        && latest(wanted, noted) >= latest(keys.ids(), noted)
        && !wanted.isEmpty()) {
      throw new CannotStart(
          "None of the keys that were given (%s) is one that this office seals with (%s)."
              .formatted(String.join(", ", keys.ids()), String.join(", ", wanted)),
          "Give the key that the office has worked with in CHANCERY_SECRECY_KEYS, behind a new one if"
              + " there is to be a new one. If it is lost for good, name its id in"
              + " CHANCERY_SECRECY_LOST: nobody reads again what is sealed with it.");
    }
  }

  /** The place of the one that was noted last; -1 if none was. */
  private static int latest(Collection<String> ids, List<String> noted) {
    return ids.stream().mapToInt(noted::indexOf).max().orElse(-1);
  }

  /**
   * @throws CannotStart if a key is another one than that of its id that the database knows
   */
  void refuseOthers() {
    keys.all().forEach(this::refuseAnother);
  }

  private void tellOfMissing(Map<SealedTable, List<RowsByKey>> resting) {
    resting.forEach(
        (table, all) ->
            all.stream()
                .filter(rows -> !keys.ids().contains(rows.key()))
                .forEach(
                    rows ->
                        LOG.warn(
                            "Sealed with the key '{}', which this start was not given: {} of the table {}."
                                + " Nobody can read that until the key stands in CHANCERY_SECRECY_KEYS"
                                + " again.",
                            rows.key(),
                            rows.count(),
                            table.name())));
  }

  private void refuseAnother(SealingKey key) {
    Optional<String> known = fingerprint(key);
    if (known.isEmpty()) {
      note(key);
      known = fingerprint(key);
    }
    if (!known.equals(Optional.of(key.fingerprint()))) {
      throw new CannotStart(
          "The key '%s' is not the one of that id that this database was sealed with."
              .formatted(key.id()),
          "Give the right one in CHANCERY_SECRECY_KEYS, or give a new key an id of its own and let"
              + " it stand first.");
    }
  }

  private Optional<String> fingerprint(SealingKey key) {
    return db.sql("select fingerprint from secrecy_key where id = :id")
        .param("id", key.id())
        .query(String.class)
        .optional();
  }

  private void note(SealingKey key) {
    try {
      db.sql(
              "insert into secrecy_key (id, fingerprint, first_used_at)"
                  + " values (:id, :fingerprint, :at)")
          .param("id", key.id())
          .param("fingerprint", key.fingerprint())
          .param("at", OffsetDateTime.now(clock))
          .update();
    } catch (DuplicateKeyException anotherNode) {
      LOG.debug("Another node has noted the key '{}' in the same moment", key.id());
    }
  }
}
