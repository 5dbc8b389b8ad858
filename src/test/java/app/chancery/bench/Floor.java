package app.chancery.bench;

import app.chancery.InstalledOffice;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What no office can be faster than: the rows that one writes, without anything being read or
 * thought about. Triggers take down each row that an office inserts, updates or deletes, and in
 * which transaction; the same transactions are then done on a copy of the database as it was
 * before, in JDBC batches, by as many at once as there are people. A transaction waits for those
 * before it that wrote a row of its own.
 */
final class Floor implements Contender {

  private static final int HANDS = 4;
  private static final String BEFORE = "before";
  private static final String COPY = "copy";

  private final EmbeddedPostgres database;
  private final CountedStatements statements = new CountedStatements();
  private final JdbcClient server;
  private final Map<Work, List<Part>> recorded = new EnumMap<>(Work.class);

  /**
   * @param counts whether it is to be measured, or comes before what is
   */
  private record Part(boolean counts, List<Transaction> transactions) {}

  /**
   * @param after which of the same part must have been done
   */
  private record Transaction(List<Write> writes, Set<Integer> after) {}

  private record Write(String statement, Object[] values) {}

  /** A row that was written, by the order of writing. */
  private record Row(long transaction, String row, Write write) {}

  Floor() {
    database = InstalledOffice.postgres();
    server = JdbcClient.create(new DriverManagerDataSource(url("postgres")));
    server.sql("create database office").update();
    Office.on(url("office")).close();
    server.sql("create database " + BEFORE + " template office").update();
    try (Office office = Office.on(url("office"))) {
      Recording recording = new Recording(office.db());
      for (Work work : Work.values()) {
        office.work(work, recording::part);
        recorded.put(work, recording.take());
      }
    }
  }

  private String url(String name) {
    return InstalledOffice.urlOf(database).replace("/postgres?", "/" + name + "?");
  }

  /** With what was recorded before, as it may be written again. */
  @Override
  public void work(Work work, Consumer<Runnable> meter) {
    server.sql("drop database if exists " + COPY + " with (force)").update();
    server.sql("create database " + COPY + " template " + BEFORE).update();
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(url(COPY));
    pool.setMaximumPoolSize(HANDS);
    pool.setAutoCommit(false);
    try (HikariDataSource connections = new HikariDataSource(pool)) {
      DataSource counted =
          (DataSource) statements.postProcessAfterInitialization(connections, COPY);
      LongAdder missed = new LongAdder();
      for (Work each : Work.values()) {
        if (each.compareTo(work) <= 0) {
          for (Part part : recorded.get(each)) {
            Runnable writing = () -> write(part.transactions, counted, missed);
            if (part.counts && each == work) {
              meter.accept(writing);
            } else {
              writing.run();
            }
          }
        }
      }
      System.out.println(missed + " writes met no row");
    }
  }

  private static void write(List<Transaction> transactions, DataSource to, LongAdder missed) {
    ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    try {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (Transaction each : transactions) {
        all.add(
            CompletableFuture.allOf(
                    each.after.stream().map(all::get).toArray(CompletableFuture[]::new))
                .thenRunAsync(() -> write(each, to, missed), hands));
      }
      all.forEach(CompletableFuture::join);
    } finally {
      hands.shutdown();
    }
  }

  /** What follows each other and reads the same is one batch. */
  private static void write(Transaction transaction, DataSource to, LongAdder missed) {
    try (Connection connection = to.getConnection()) {
      List<Write> writes = transaction.writes;
      for (int next = 0; next < writes.size(); ) {
        String text = writes.get(next).statement;
        try (PreparedStatement statement = connection.prepareStatement(text)) {
          for (; next < writes.size() && writes.get(next).statement.equals(text); next++) {
            Object[] values = writes.get(next).values;
            for (int value = 0; value < values.length; value++) {
              statement.setObject(value + 1, values[value]);
            }
            statement.addBatch();
          }
          for (int rows : statement.executeBatch()) {
            if (rows == 0) {
              missed.increment();
            }
          }
        }
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Meter meter() {
    return new Meter(server);
  }

  @Override
  public CountedStatements statements() {
    return statements;
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes down what is written to a database from now on. */
  private static final class Recording {

    private final JdbcClient db;

    /** Of each table, its columns and those of its key. */
    private final Map<String, List<String>> columns;

    private final Map<String, List<String>> keys;
    private final List<Part> parts = new ArrayList<>();
    private long taken;

    Recording(JdbcClient db) {
      this.db = db;
      columns =
          names(
              """
              select table_name, quote_ident(column_name) from information_schema.columns
              where table_schema = 'public' and is_generated = 'NEVER'
                and table_name in (select relname from pg_class where relkind = 'r')
              order by table_name, ordinal_position
              """);
      keys =
          names(
              """
              select keyed.relname, quote_ident(attribute.attname)
              from pg_index key
                join pg_class keyed on keyed.oid = key.indrelid
                join pg_attribute attribute
                  on attribute.attrelid = key.indrelid and attribute.attnum = any (key.indkey)
              where key.indisprimary and keyed.relnamespace = 'public'::regnamespace
              order by keyed.relname, attribute.attnum
              """);
      db.sql(
              """
              create unlogged table written (
                id bigserial primary key, transaction bigint, name text, act text, before jsonb, after jsonb)
              """)
          .update();
      db.sql(
              """
              create function take_down() returns trigger language plpgsql as $$
              begin
                insert into written (transaction, name, act, before, after)
                values (txid_current(), tg_table_name, tg_op, to_jsonb(old), to_jsonb(new));
                return null;
              end $$
              """)
          .update();
      for (String table : columns.keySet()) {
        db.sql(
                "create trigger take_down after insert or update or delete on "
                    + table
                    + " for each row execute function take_down()")
            .update();
      }
    }

    private Map<String, List<String>> names(String query) {
      Map<String, List<String>> found = new TreeMap<>();
      db.sql(query)
          .query(
              row -> {
                found
                    .computeIfAbsent(row.getString(1), each -> new ArrayList<>())
                    .add(row.getString(2));
              });
      return found;
    }

    /** What was written since the last one does not count. */
    void part(Runnable work) {
      end(false);
      work.run();
      end(true);
    }

    List<Part> take() {
      end(false);
      List<Part> all = List.copyOf(parts);
      parts.clear();
      return all;
    }

    private void end(boolean counts) {
      Map<Long, Row> rows = new TreeMap<>();
      for (String table : columns.keySet()) {
        read(table, rows);
      }
      taken = db.sql("select coalesce(max(id), 0) from written").query(Long.class).single();
      parts.add(new Part(counts, transactions(rows)));
    }

    private void read(String table, Map<Long, Row> rows) {
      List<String> all = columns.get(table);
      List<String> key = keys.getOrDefault(table, all);
      db.sql(
              """
              select written.id, written.transaction, written.act,
                (select array_agg(quote_ident(value.key)) from jsonb_each(written.after) value
                  where value.value is distinct from written.before -> value.key) as changed,
                %s, %s
              from written,
                jsonb_populate_record(null::%s, written.before) was,
                jsonb_populate_record(null::%s, written.after) now
              where written.name = :table and written.id > :taken
              """
                  .formatted(prefixed("was", all), prefixed("now", all), table, table))
          .param("table", table)
          .param("taken", taken)
          .query(
              row -> {
                Map<String, Object> was = new HashMap<>();
                Map<String, Object> now = new HashMap<>();
                for (int each = 0; each < all.size(); each++) {
                  was.put(all.get(each), row.getObject(5 + each));
                  now.put(all.get(each), row.getObject(5 + all.size() + each));
                }
                String act = row.getString(3);
                Write write;
                if (act.equals("INSERT")) {
                  write =
                      new Write(
                          "insert into %s (%s) overriding system value values (%s)"
                              .formatted(
                                  table,
                                  String.join(", ", all),
                                  all.stream().map(each -> "?").collect(Collectors.joining(", "))),
                          values(now, all));
                } else if (act.equals("DELETE")) {
                  write =
                      new Write(
                          "delete from " + table + " where " + equal(key, " and "),
                          values(was, key));
                } else if (row.getArray(4) == null) {
                  return;
                } else {
                  List<String> changed = List.of((String[]) row.getArray(4).getArray());
                  write =
                      new Write(
                          "update %s set %s where %s"
                              .formatted(table, equal(changed, ", "), equal(key, " and ")),
                          Stream.concat(
                                  Arrays.stream(values(now, changed)),
                                  Arrays.stream(values(was, key)))
                              .toArray());
                }
                String name =
                    table + Arrays.toString(values(act.equals("INSERT") ? now : was, key));
                rows.put(row.getLong(1), new Row(row.getLong(2), name, write));
              });
    }

    private static String prefixed(String record, List<String> columns) {
      return columns.stream().map(each -> record + "." + each).collect(Collectors.joining(", "));
    }

    private static String equal(List<String> columns, String between) {
      return columns.stream().map(each -> each + " = ?").collect(Collectors.joining(between));
    }

    private static Object[] values(Map<String, Object> of, List<String> columns) {
      return columns.stream().map(of::get).toArray();
    }

    /** In the order of their last writes: then whoever wrote a row later comes later. */
    private static List<Transaction> transactions(Map<Long, Row> rows) {
      Map<Long, Long> last = new HashMap<>();
      rows.forEach((id, row) -> last.put(row.transaction, id));
      List<Long> order = last.keySet().stream().sorted(Comparator.comparing(last::get)).toList();
      Map<Long, Transaction> all = new LinkedHashMap<>();
      order.forEach(each -> all.put(each, new Transaction(new ArrayList<>(), new HashSet<>())));
      Map<String, Long> writers = new HashMap<>();
      for (Row row : rows.values()) {
        Transaction transaction = all.get(row.transaction);
        transaction.writes.add(row.write);
        Long before = writers.put(row.row, row.transaction);
        if (before != null && before != row.transaction) {
          transaction.after.add(order.indexOf(before));
        }
      }
      return List.copyOf(all.values());
    }
  }
}
