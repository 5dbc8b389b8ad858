package app.chancery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ComposeFile;
import app.chancery.Visitor;
import app.chancery.integration.ActivityKind;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.people.Delegations;
import app.chancery.rehearsal.StaffScript.Answer;
import app.chancery.rehearsal.staff.CouncilStaff;
import app.chancery.rehearsal.staff.IntegrationStaff;
import app.chancery.rehearsal.staff.OversightStaff;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ten years of many programmes in one PostgreSQL: what a programme of ten years leaves behind, how
 * long lists take at that size, what the history clean-up does, and how many reviews and rounds one
 * node and two do on the same database. A programme of each tier was truly run for ten years, all
 * others are copies of them. {@code bench.programmes} (1000) sets how many, {@code bench.reviews}
 * (300) and {@code bench.rounds} (100) how many of those are due at once, {@code bench.calls} (50)
 * how often each list is opened, {@code bench.only=LISTS,NODES,YEARS,CLEANING} what is measured,
 * {@code bench.keep} a folder that has the ten years as they were run, for the next time; with
 * {@code bench.prints=false} no PDFs are copied, which are two thirds of all and in no list.
 */
class ScaleBench {

  private static final Duration TEN_YEARS = Duration.ofDays(3650);

  /** Opened so long before the end, a programme is in the council then. */
  private static final Duration TO_THE_COUNCIL = Duration.ofDays(45);

  /** Before the reviews of the quarter, so that they are due now. */
  static final Instant END = Instant.parse("2026-09-25T16:00:00Z");

  private static final int DAYS_BETWEEN_EVENTS = 30;

  private final int programmes = Integer.getInteger("bench.programmes", 1000);
  private final int reviews = Integer.getInteger("bench.reviews", 300);
  private final int rounds = Integer.getInteger("bench.rounds", 100);
  private final int calls = Integer.getInteger("bench.calls", 50);

  private List<String> originals;

  @Test
  void tenYearsOfManyProgrammes(@TempDir Path folder) throws Exception {
    String keep = System.getProperty("bench.keep", "");
    try (EmbeddedPostgres database =
        keep.isEmpty()
            ? OfficeAtWorkBench.database()
            : OfficeAtWorkBench.kept(
                Path.of(keep), folder.resolve("database"), ScaleBench::runTenYears)) {
      if (keep.isEmpty()) {
        runTenYears(database);
      }
      JdbcClient db = JdbcClient.create(database.getDatabase("postgres", "chancery"));
      measure(
          database,
          db,
          db.sql("select programme_key from programme order by opened_at")
              .query(String.class)
              .list());
    }
  }

  private static void runTenYears(EmbeddedPostgres database) {
    ComposeFile.createIn(database);
    try (ConfigurableApplicationContext office = OfficeAtWork.quiet(database)) {
      ComposeFile.hireStaff(office);
      ComposeFile.hire(office, "auditor", "auditors");
      new TrulyRun(office, tenYears())
          .until(
              END,
              List.of(TEN_YEARS, TEN_YEARS.minusDays(1), TEN_YEARS.minusDays(2), TO_THE_COUNCIL));
    }
  }

  private static boolean isWanted(String measure) {
    String only = System.getProperty("bench.only", "");
    return only.isBlank() || List.of(only.split(",")).contains(measure);
  }

  /**
   * @param truly the keys of the programmes that were truly run; the last one is in the council
   */
  void measure(EmbeddedPostgres database, JdbcClient db, List<String> truly) {
    originals = truly;
    if (!Boolean.parseBoolean(System.getProperty("bench.prints", "true"))) {
      for (String statement :
          List.of(
              "alter table deliverable_print disable trigger user",
              "delete from deliverable_print",
              "alter table deliverable_print enable trigger user")) {
        db.sql(statement).update();
      }
    }
    String inCouncil = originals.get(originals.size() - 1);
    // For one node and for two, as many to warm up, and for one on a history in parts.
    Copies.make(OfficeAtWork.superuser(database), Map.of(inCouncil, 5 * rounds));
    Map<String, Size> before = sizes(db);
    Map<String, Integer> wanted = new LinkedHashMap<>();
    List<String> longOnes = originals.subList(0, originals.size() - 1);
    longOnes.forEach(key -> wanted.put(key, programmes / longOnes.size()));
    long began = System.nanoTime();
    int copies = Copies.make(OfficeAtWork.superuser(database), wanted).size();
    System.out.printf(
        Locale.ROOT, "copied in %.0f s, load %s%n", seconds(began), OfficeAtWorkBench.load());
    tables(before, sizes(db), copies);
    // Nothing is due but what is asked for.
    db.sql("update act_ru_job set duedate_ = timestamp '2999-01-01 00:00'").update();
    awaitQuiet(db);
    if (isWanted("LISTS")) {
      lists(database, db, originals.get(0));
    }
    if (isWanted("NODES")) {
      nodes(database, db);
    }
    if (isWanted("YEARS")) {
      years(database, db);
    }
    if (isWanted("CLEANING")) {
      cleaning(database, db);
    }
  }

  /**
   * France objects to the first round of each programme; its phases never end, there is an event a
   * month, and the committee goes on with it at each review.
   */
  static Map<String, Answer> tenYears() {
    Map<String, Answer> council = new CouncilStaff().answers();
    Map<String, Answer> integration = new IntegrationStaff().answers();
    Set<String> objected = new HashSet<>();
    Map<String, Answer> otherwise = new HashMap<>(OfficeAtWork.otherwise());
    otherwise.put(
        "userTask_decideReview", new OversightStaff().answers().get("userTask_decideReview"));
    otherwise.put(
        "userTask_statePosition",
        new Answer(
            1,
            (task, facts, today) ->
                isInTheLastCouncil(today)
                    ? null
                    : Delegations.groupOf("FR").equals(task.group())
                            && objected.add(task.programme())
                        ? Map.of(
                            "position", "objection",
                            "objectionReason", "It comes too early for us.",
                            "amendmentSought", "A consultation before each phase.",
                            "objectionConfirmed", true)
                        : council.get("userTask_statePosition").form().fill(task, facts, today)));
    otherwise.put(
        "userTask_conductPhase",
        new Answer(
            DAYS_BETWEEN_EVENTS,
            (task, facts, today) -> {
              Map<String, Object> entry =
                  integration.get("userTask_conductPhase").form().fill(task, facts, today);
              return "complete".equals(entry.get("entry")) ? workshop(task, today) : entry;
            }));
    return otherwise;
  }

  /** The round that is copied is silent. */
  private static boolean isInTheLastCouncil(LocalDate today) {
    return today.isAfter(
        LocalDate.ofInstant(END, ZoneOffset.UTC).minusDays(TO_THE_COUNCIL.toDays()));
  }

  private static Map<String, Object> workshop(OpenTask task, LocalDate today) {
    return Map.of(
        "entry",
        "activity",
        "kind",
        ActivityKind.WORKSHOP.code(),
        "date",
        today.toString(),
        "name",
        "Workshop of " + today,
        "participants",
        "DE\nPL\nRO",
        "source",
        "Minutes of the meeting");
  }

  record Size(long rows, double megabytes) {}

  static Map<String, Size> sizes(JdbcClient db) {
    Map<String, Size> sizes = new LinkedHashMap<>();
    db.sql(
            """
            select relname, n_live_tup, pg_total_relation_size(relid) / 1048576.0 as mb
            from pg_stat_user_tables order by pg_total_relation_size(relid) desc
            """)
        .query(
            (RowCallbackHandler)
                row ->
                    sizes.put(
                        row.getString("relname"),
                        new Size(row.getLong("n_live_tup"), row.getDouble("mb"))));
    return sizes;
  }

  /** What one programme leaves behind on average, and what all copies take, by table. */
  static void tables(Map<String, Size> before, Map<String, Size> after, int copies) {
    Report report =
        new Report(
            "scale-tables",
            "| table | rows of one programme | kB of one, with indexes | MB of "
                + copies
                + " | GB of 10,000 |");
    Size ours = new Size(0, 0);
    Size engine = new Size(0, 0);
    for (Map.Entry<String, Size> table : after.entrySet()) {
      Size size = table.getValue();
      Size old = before.getOrDefault(table.getKey(), new Size(0, 0));
      Size added = new Size(size.rows() - old.rows(), size.megabytes() - old.megabytes());
      if (table.getKey().startsWith("act_")) {
        engine = plus(engine, added);
      } else {
        ours = plus(ours, added);
      }
      if (added.rows() >= copies) {
        line(report, table.getKey(), added, copies);
      }
    }
    line(report, "**all of the engine**", engine, copies);
    line(report, "**all of Chancery**", ours, copies);
    report.write();
  }

  private static Size plus(Size one, Size other) {
    return new Size(one.rows() + other.rows(), one.megabytes() + other.megabytes());
  }

  private static void line(Report report, String name, Size size, int copies) {
    report.add(
        name,
        String.format(Locale.ROOT, "%.1f", (double) size.rows() / copies),
        List.of(
            String.format(Locale.ROOT, "%.1f", 1024 * size.megabytes() / copies),
            String.format(Locale.ROOT, "%.0f", size.megabytes()),
            String.format(Locale.ROOT, "%.1f", size.megabytes() / copies * 10_000 / 1024)));
  }

  void lists(EmbeddedPostgres database, JdbcClient db, String original) {
    Report report =
        new Report(
            "scale-lists",
            "| "
                + programmes
                + " programmes of ten years | first call, ms | median | p95 | load |");
    String key =
        db.sql("select max(programme_key) from programme where programme_key like :one || '-%'")
            .param("one", original)
            .query(String.class)
            .single();
    try (Node node =
        Node.start("node-1", database, "--camunda.bpm.job-execution.enabled=false").awaited()) {
      // What the copies have left for the chain of the audit is put into it.
      awaitNone(db, "select count(*) from audit_waiting");
      awaitQuiet(db);
      Map.of(
              "manager",
              List.of(
                  "/work?list=all",
                  "/work?list=all&text=99&overdue=true",
                  "/programmes",
                  "/programmes?text=99",
                  "/programmes/" + key,
                  "/outcomes",
                  "/api/v1/outcomes?programme=" + key,
                  "/council"),
              "officer",
              List.of("/work", "/inbox", "/calendar"),
              "auditor",
              List.of("/audit", "/audit?programme=" + key))
          .forEach(
              (account, addresses) -> {
                Visitor caller =
                    Visitor.person(node.port(), account, ComposeFile.SECRET_OF_MEMBERS);
                addresses.forEach(
                    address ->
                        report.add(
                            account + " " + address,
                            once(caller, address),
                            times(caller, address)));
              });
    }
    report.write();
  }

  private static String once(Visitor caller, String address) {
    long began = System.nanoTime();
    HttpResponse<String> answer = caller.open(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return String.format(Locale.ROOT, "%.0f", 1000 * seconds(began));
  }

  private List<String> times(Visitor caller, String address) {
    double[] took = new double[calls];
    for (int warmUp = 0; warmUp < calls / 2; warmUp++) {
      once(caller, address);
    }
    for (int call = 0; call < calls; call++) {
      long began = System.nanoTime();
      once(caller, address);
      took[call] = 1000 * seconds(began);
    }
    Arrays.sort(took);
    return List.of(
        String.format(Locale.ROOT, "%.0f", took[calls / 2]),
        String.format(Locale.ROOT, "%.0f", took[(int) Math.ceil(calls * 0.95) - 1]),
        OfficeAtWorkBench.load());
  }

  private void nodes(EmbeddedPostgres database, JdbcClient db) {
    Report report =
        new Report(
            "scale-nodes",
            "| nodes | what is due at once | a second | processors of all nodes | of PostgreSQL |"
                + " load |");
    List<Node> running = new ArrayList<>();
    try {
      for (String service : List.of("node-1", "node-2")) {
        running.add(Node.start(service, database).awaited());
        reviews(db);
        rounds(db);
        report.add(
            Integer.toString(running.size()),
            reviews + " reviews",
            measured(running, db, reviews, () -> reviews(db)));
        report.add(
            Integer.toString(running.size()),
            rounds + " silences",
            measured(running, db, rounds, () -> rounds(db)));
      }
    } finally {
      running.forEach(Node::close);
    }
    report.write();
  }

  private static List<String> measured(List<Node> nodes, JdbcClient db, int count, Runnable work) {
    double before = nodes.stream().mapToDouble(Node::seconds).sum();
    double serverBefore = ProcessorTime.ofServer(db);
    long began = System.nanoTime();
    work.run();
    double took = seconds(began);
    return List.of(
        String.format(Locale.ROOT, "%.0f", count / took),
        String.format(
            Locale.ROOT, "%.2f", (nodes.stream().mapToDouble(Node::seconds).sum() - before) / took),
        String.format(Locale.ROOT, "%.2f", (ProcessorTime.ofServer(db) - serverBefore) / took),
        OfficeAtWorkBench.load());
  }

  /** Until PostgreSQL does nothing by itself any more for what was written. */
  private static void awaitQuiet(JdbcClient db) {
    awaitNone(db, "select count(*) from pg_stat_activity where backend_type = 'autovacuum worker'");
  }

  private static void awaitNone(JdbcClient db, String sql) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(20))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> count(db, sql) == 0);
  }

  /** So many reviews fall due now, and all of them open. */
  private void reviews(JdbcClient db) {
    String opened = "select count(*) from review where status = 'OPEN' and pack is not null";
    long before = count(db, opened);
    release(db, "intermediateCatchEvent_reviewDue", reviews);
    awaitCount(db, opened, before + reviews);
  }

  /** The silence of so many rounds ends now, and each is adopted. */
  private void rounds(JdbcClient db) {
    String adopted = "select count(*) from council_item where outcome = 'ADOPTED'";
    long before = count(db, adopted);
    release(db, "boundaryEvent_silenceEnds", rounds);
    awaitCount(db, adopted, before + rounds);
  }

  private static void release(JdbcClient db, String timer, int count) {
    assertThat(
            db.sql(
                    """
                    update act_ru_job set duedate_ = now() at time zone 'UTC' where id_ in
                      (select id_ from act_ru_job where handler_cfg_ like :timer || '%'
                        and duedate_ > timestamp '2900-01-01 00:00'
                        order by id_ fetch first :count rows only)
                    """)
                .param("timer", timer)
                .param("count", count)
                .update())
        .isEqualTo(count);
  }

  private static void awaitCount(JdbcClient db, String sql, long wanted) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> count(db, sql) >= wanted);
  }

  private static long count(JdbcClient db, String sql) {
    return db.sql(sql).query(Long.class).single();
  }

  /**
   * The largest table of the history in parts, by the year in which its rows may go: those of a
   * programme that goes on have none yet. A node works on with it, and a year goes at once.
   */
  private void years(EmbeddedPostgres database, JdbcClient db) {
    long began = System.nanoTime();
    List<String> indexes =
        db.sql(
                "select indexdef from pg_indexes where tablename = 'act_hi_actinst' and indexname"
                    + " like 'act_idx%'")
            .query(String.class)
            .list();
    for (String statement :
        List.of(
            "alter table act_hi_actinst rename to act_hi_actinst_whole",
            "create table act_hi_actinst (like act_hi_actinst_whole including defaults)"
                + " partition by range (removal_time_)",
            "create table act_hi_actinst_open partition of act_hi_actinst default",
            "create table act_hi_actinst_2036 partition of act_hi_actinst"
                + " for values from ('2036-01-01') to ('2037-01-01')",
            "insert into act_hi_actinst select * from act_hi_actinst_whole",
            "drop table act_hi_actinst_whole",
            // Not unique: a unique one would have to have the year in it.
            "create index act_hi_actinst_id on act_hi_actinst (id_)",
            "alter table act_hi_actinst owner to chancery")) {
      db.sql(statement).update();
    }
    indexes.forEach(index -> db.sql(index).update());
    for (String part : List.of("open", "2036")) {
      db.sql("alter table act_hi_actinst_%s owner to chancery".formatted(part)).update();
    }
    System.out.printf(Locale.ROOT, "put in parts in %.1f s%n", seconds(began));
    try (Node node = Node.start("node-1", database).awaited()) {
      reviews(db);
      rounds(db);
      System.out.println("a node works on it, and complains: " + node.complaints());
    }
    db.sql(
            """
            update act_hi_actinst set removal_time_ = timestamp '2036-06-01 00:00'
            where root_proc_inst_id_ in (select id_ from act_hi_procinst
              where business_key_ like '%8')
            """)
        .update();
    long rows = count(db, "select count(*) from act_hi_actinst_2036");
    began = System.nanoTime();
    db.sql("drop table act_hi_actinst_2036").update();
    System.out.printf(
        Locale.ROOT, "the %s rows of a year are gone in %.2f s%n", rows, seconds(began));
  }

  /** The history of a tenth of the programmes is older than it is kept. */
  void cleaning(EmbeddedPostgres database, JdbcClient db) {
    for (Map<String, Object> table :
        db.sql(
                """
                select table_name as name from information_schema.columns
                where column_name = 'removal_time_' and table_schema = 'public' and table_name in
                  (select table_name from information_schema.columns
                    where column_name = 'root_proc_inst_id_' and table_schema = 'public')
                """)
            .query()
            .listOfRows()) {
      db.sql(
              """
              update %s set removal_time_ = now() at time zone 'UTC' - interval '1 day'
              where root_proc_inst_id_ in (select id_ from act_hi_procinst
                where business_key_ like '%%7')
              """
                  .formatted(table.get("name")))
          .update();
    }
    String rows =
        "select sum(n_tup_del) from pg_stat_user_tables where relname like 'act_hi_%' or relname ="
            + " 'act_ge_bytearray'";
    String bytes =
        "select sum(pg_total_relation_size(relid)) / 1048576 from pg_stat_user_tables where relname"
            + " like 'act_hi_%' or relname = 'act_ge_bytearray'";
    Report report =
        new Report(
            "scale-cleaning",
            "| rows of the history that were due | seconds | rows a second | MB before | MB after,"
                + " with `vacuum` | load |");
    try (ConfigurableApplicationContext office = OfficeAtWork.quiet(database)) {
      long deleted = count(db, rows);
      long megabytes = count(db, bytes);
      HistoryService history = office.getBean(HistoryService.class);
      ManagementService jobs = office.getBean(ManagementService.class);
      long began = System.nanoTime();
      Job job = history.cleanUpHistoryAsync(true);
      do {
        jobs.executeJob(job.getId());
      } while (jobs.createJobQuery().jobId(job.getId()).active().executable().count() > 0);
      double took = seconds(began);
      db.sql("vacuum analyze").update();
      long gone = count(db, rows) - deleted;
      report.add(
          Long.toString(gone),
          String.format(Locale.ROOT, "%.0f", took),
          List.of(
              String.format(Locale.ROOT, "%.0f", gone / took),
              Long.toString(megabytes),
              Long.toString(count(db, bytes)),
              OfficeAtWorkBench.load()));
    }
    report.write();
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
