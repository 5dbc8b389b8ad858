package app.chancery.platform.secrecy;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives what rests under older keys the newest one. */
@Service
public class KeyRotation {

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Secrecy secrecy;
  private final SealingKeys keys;
  private final KnownKeys known;
  private final List<SealedTable> tables;
  private final RotationPolicy policy;

  KeyRotation(
      JdbcClient db,
      TransactionTemplate transaction,
      Audit audit,
      Secrecy secrecy,
      SealingKeys keys,
      KnownKeys known,
      List<SealedTable> tables,
      RotationPolicy policy) {
    this.db = db;
    this.transaction = transaction;
    this.audit = audit;
    this.secrecy = secrecy;
    this.keys = keys;
    this.known = known;
    this.tables = tables;
    this.policy = policy;
  }

  /** The id of the key with which all is sealed afterwards. */
  public String newest() {
    return keys.newest().id();
  }

  /**
   * Seals everything with the newest key, some rows a transaction, while people work. It may be
   * broken off at any moment and begun again: what has the newest key is not touched.
   *
   * @param progress is told how far it is in each table
   * @return what stays under another key because that was not given, or because it is damaged; in
   *     sentences
   * @throws app.chancery.platform.start.CannotStart if the newest key is another one than that of
   *     its id that the database knows
   */
  public List<String> rotate(Consumer<String> progress) {
    known.refuseOthers();
    List<String> stayed = new ArrayList<>();
    for (SealedTable table : tables) {
      rotate(table, progress);
      RowsByKey.of(db, table).stream()
          .filter(rows -> !rows.key().equals(newest()))
          .forEach(
              rows ->
                  stayed.add(
                      "%s: %s under the key '%s', which %s"
                          .formatted(
                              table.name(),
                              rows.count() == 1 ? "1 row stays" : rows.count() + " rows stay",
                              rows.key(),
                              keys.ids().contains(rows.key())
                                  ? "does not open what is there: it is damaged"
                                  : "was not given")));
    }
    return stayed;
  }

  /** Whether anything at all is sealed with the newest key. */
  public boolean hasRowsUnderNewest() {
    return tables.stream()
        .flatMap(table -> RowsByKey.of(db, table).stream())
        .anyMatch(rows -> rows.key().equals(newest()));
  }

  private void rotate(SealedTable table, Consumer<String> progress) {
    List<Map<String, Object>> rows =
        db.sql(
                "select %1$s from %2$s where sealed_by <> :newest order by %1$s"
                    .formatted(String.join(", ", table.key()), table.name()))
            .param("newest", newest())
            .query()
            .listOfRows();
    int done = 0;
    for (int from = 0; from < rows.size(); from += policy.atOnce()) {
      List<Map<String, Object>> some =
          rows.subList(from, Math.min(rows.size(), from + policy.atOnce()));
      done += together(table, some);
      progress.accept(
          "%s: %s of %s have the key '%s' now"
              .formatted(table.name(), done, rows.size(), newest()));
    }
  }

  private int together(SealedTable table, List<Map<String, Object>> rows) {
    Integer all =
        transaction.execute(
            begun -> {
              int done = rows.stream().mapToInt(row -> anew(table, row)).sum();
              if (done > 0) {
                audit.record(
                    Act.ADMINISTRATION,
                    null,
                    "keys",
                    "%s: %s sealed with the key '%s'"
                        .formatted(table.name(), done == 1 ? "1 row" : done + " rows", newest()),
                    null);
              }
              return done;
            });
    return all == null ? 0 : all;
  }

  /** How many rows that were: one, or none if it cannot be opened or is not there any more. */
  private int anew(SealedTable table, Map<String, Object> row) {
    String one =
        IntStream.range(0, table.key().size())
            .mapToObj(at -> table.key().get(at) + " = :key" + at)
            .collect(Collectors.joining(" and "));
    return find(table, one, row)
        .map(
            again ->
                keyed(
                        "update %s set sealed = :sealed, sealed_by = :by where %s"
                            .formatted(table.name(), one),
                        table,
                        row)
                    .param("sealed", again.bytes())
                    .param("by", again.by())
                    .update())
        .orElse(0);
  }

  private Optional<Sealed> find(SealedTable table, String one, Map<String, Object> row) {
    String columns = String.join(", ", table.boundTo());
    return keyed(
            "select sealed, sealed_by, %s from %s where %s for update"
                .formatted(columns, table.name(), one),
            table,
            row)
        .query((found, number) -> anew(table, found))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Sealed> anew(SealedTable table, ResultSet row) throws SQLException {
    try {
      return Optional.of(secrecy.anew(table, row));
    } catch (CannotOpen stays) {
      return Optional.empty();
    }
  }

  private JdbcClient.StatementSpec keyed(
      String statement, SealedTable table, Map<String, Object> row) {
    JdbcClient.StatementSpec keyed = db.sql(statement);
    for (int at = 0; at < table.key().size(); at++) {
      keyed = keyed.param("key" + at, row.get(table.key().get(at)));
    }
    return keyed;
  }
}
