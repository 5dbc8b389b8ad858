package app.chancery.bench;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Many programmes of a few that were truly run: whatever those left in any table of a PostgreSQL,
 * ours and the engine's, is copied within the database under new ids. A copy goes on where its
 * original stands: its tasks can be done and its timers fall due. Three things are not as they
 * would be: the candidate of a copy has another open programme, the texts of its documents name the
 * original, and what is sealed in it cannot be opened, as each seal is bound to its row.
 */
final class Copies {

  /** Every id of a copied row is that many times its number higher. */
  private static final long STRIDE = 10_000_000;

  /** What belongs to no programme, or to one person. */
  private static final Pattern LEFT =
      Pattern.compile(
          "act_(id|re)_.*|act_ge_(property|schema_log)|act_ru_(batch|filter|jobdef|.*meter_log)"
              + "|act_hi_(batch|case(act)?inst)|act_ru_case_.*|databasechangelog.*|account_left|absence|ally|audit_(end|record)"
              + "|calendar_feed|digest|draft|ended_sessions|handed_in|kept_times|mail|mail_choice"
              + "|models_release|policy_.*|provider_account|quarter_report|sample_portfolio|secrecy_key"
              + "|start_receipt|web_session|what_if_scenario");

  /** Where a row says to whose row it belongs, unless it names the programme or the process. */
  private static final Map<String, String> PARENTS =
      Map.ofEntries(
          Map.entry("assessment_cap", "assessment.assessment"),
          Map.entry("assurance_term", "assurance.assurance_id"),
          Map.entry("campaign_channel", "campaign.campaign"),
          Map.entry("campaign_lesson", "campaign.campaign"),
          Map.entry("campaign_result", "campaign.campaign"),
          Map.entry("council_consultation", "council_round.council_round"),
          Map.entry("council_extension", "council_round.council_round"),
          Map.entry("council_position", "council_round.council_round"),
          Map.entry("council_taking_up", "council_round.council_round"),
          Map.entry("council_withdrawal", "council_position.council_position"),
          Map.entry("deliverable_approval", "deliverable.deliverable"),
          Map.entry("deliverable_print", "deliverable.deliverable"),
          Map.entry("deliverable_sealed", "deliverable.deliverable"),
          Map.entry("deliverable_unsealed", "deliverable.deliverable"),
          Map.entry("inbox_item", "notice.notice"),
          Map.entry("media_plan", "campaign.campaign"),
          Map.entry("package_instrument", "engagement_package.package_id"),
          Map.entry("package_line", "engagement_package.package_id"),
          Map.entry("package_milestone", "engagement_package.package_id"),
          Map.entry("prerequisite_detail", "prerequisite_finding.finding"),
          Map.entry("talk_file_content", "talk_file.talk_file"),
          Map.entry("talk_mention", "talk_comment.comment"),
          Map.entry("act_ru_identitylink", "act_ru_task.task_id_"),
          Map.entry("act_ru_authorization", "act_ru_task.resource_id_"));

  /** Of a process; the first that a table has. */
  private static final List<String> PROCESS =
      List.of("proc_inst_id_", "process_instance_id_", "root_proc_inst_id_");

  private final JdbcClient db;

  /**
   * @param superuser of the database, on one connection for all
   */
  private Copies(DataSource superuser) {
    db = JdbcClient.create(superuser);
  }

  /**
   * Makes them, and the indexes anew.
   *
   * @param url of the database, with a user who may do everything
   * @param wanted how many copies are made of which programme, by its key
   * @return the keys of the copies, those of one original after those of the other
   */
  static List<String> make(String url, Map<String, Integer> wanted) {
    SingleConnectionDataSource connection = new SingleConnectionDataSource(url, true);
    try {
      return new Copies(connection).make(wanted);
    } finally {
      connection.destroy();
    }
  }

  private record Column(String table, String name, String type, boolean identity) {}

  private List<String> make(Map<String, Integer> wanted) {
    // Neither triggers nor foreign keys are looked at: what is copied was right before.
    for (String setting :
        List.of(
            "session_replication_role = replica",
            "synchronous_commit = off",
            "maintenance_work_mem = '512MB'",
            // Each row with all its copies, as those rows came that many programmes write at a
            // time.
            "enable_hashjoin = off",
            "enable_mergejoin = off",
            "join_collapse_limit = 1")) {
      db.sql("set " + setting).update();
    }
    List<String> keys = number(wanted);
    Map<String, List<Column>> tables = tables();
    List<String> indexes = new ArrayList<>();
    tables.keySet().forEach(table -> indexes.addAll(takeIndexes(table)));
    tables.forEach(this::copy);
    indexes.forEach(index -> db.sql(index).update());
    db.sql("vacuum analyze").update();
    return keys;
  }

  private List<String> number(Map<String, Integer> wanted) {
    db.sql(
            """
            create temporary table copy (n bigint, template text, key text, name text, called text,
              node text, new_node text)
            """)
        .update();
    List<String> keys = new ArrayList<>();
    // The last parts of an id of the engine are those of the machine and the JVM that gave it.
    long number =
        db.sql("select coalesce(max(id), 0) / :stride from notice")
            .param("stride", STRIDE)
            .query(Long.class)
            .single();
    for (Map.Entry<String, Integer> each : wanted.entrySet()) {
      for (int copy = 0; copy < each.getValue(); copy++) {
        number++;
        String key = String.format(Locale.ROOT, "%s-%05d", each.getKey(), number);
        keys.add(key);
        db.sql(
                """
                insert into copy select :n, programme_key, :key, name, name || ' ' || :n,
                  (select right(id_, 17) from act_hi_procinst where business_key_ = programme_key
                    limit 1),
                  (select substr(id_, 20, 5) from act_hi_procinst
                    where business_key_ = programme_key limit 1)
                    || lpad(to_hex(:n), 12, '0')
                from programme where programme_key = :template
                """)
            .param("n", number)
            .param("key", key)
            .param("template", each.getKey())
            .update();
      }
    }
    db.sql("create index on copy (template)").update();
    db.sql(
            """
            create temporary table instance as select id_ as id, business_key_ as programme
            from act_hi_procinst where business_key_ in (select template from copy)
            """)
        .update();
    db.sql("create index on instance (id)").update();
    db.sql("analyze copy, instance").update();
    return keys;
  }

  /** The columns of all tables that hold something of a programme. */
  private Map<String, List<Column>> tables() {
    Map<String, List<Column>> tables = new TreeMap<>();
    db
        .sql(
            """
            select table_name, column_name, data_type, is_identity = 'YES' as identity
            from information_schema.columns join information_schema.tables t
              using (table_schema, table_name)
            where table_schema = 'public' and table_type = 'BASE TABLE'
            order by table_name, ordinal_position
            """)
        .query(
            (row, number) ->
                new Column(
                    row.getString("table_name"),
                    row.getString("column_name"),
                    row.getString("data_type"),
                    row.getBoolean("identity")))
        .list()
        .stream()
        .filter(column -> !LEFT.matcher(column.table()).matches())
        .forEach(
            column ->
                tables.computeIfAbsent(column.table(), none -> new ArrayList<>()).add(column));
    return tables;
  }

  /** Those that no constraint rests on; they are made again as they were. */
  private List<String> takeIndexes(String table) {
    List<Map<String, Object>> indexes =
        db.sql(
                """
                select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
                from pg_index i where i.indrelid = :table::regclass and not exists
                  (select 1 from pg_constraint c where c.conindid = i.indexrelid)
                """)
            .param("table", table)
            .query()
            .listOfRows();
    indexes.forEach(index -> db.sql("drop index " + index.get("name")).update());
    return indexes.stream().map(index -> index.get("made").toString()).toList();
  }

  private void copy(String table, List<Column> columns) {
    // What waits for the chain of the audit has left it for the records that are not copied.
    String from = table.equals("audit_waiting") ? "audit_record" : table;
    List<Column> written =
        columns.stream()
            .filter(column -> !table.equals("audit_waiting") || !column.identity())
            .toList();
    db.sql(
            "insert into %s (%s) overriding system value select %s from %s t %s"
                .formatted(
                    table,
                    written.stream().map(Column::name).collect(joining(", ")),
                    written.stream().map(Copies::value).collect(joining(", ")),
                    from,
                    owner(table, columns)))
        .update();
    columns.stream()
        .filter(Column::identity)
        .forEach(
            column ->
                db.sql(
                        "select setval(pg_get_serial_sequence('%s', '%s'), coalesce(max(%s), 1)) from %s"
                            .formatted(table, column.name(), column.name(), table))
                    .query(Long.class)
                    .single());
  }

  /** Joins to a row {@code t} the copies {@code c} of its programme. */
  private String owner(String table, List<Column> columns) {
    Set<String> names = new TreeSet<>();
    columns.forEach(column -> names.add(column.name()));
    String parent = PARENTS.get(table);
    if (parent != null) {
      String of = parent.substring(0, parent.indexOf('.'));
      return "join %s o on o.id = t.%s join copy c on c.template = o.programme"
          .formatted(programmes(of), parent.substring(parent.indexOf('.') + 1));
    }
    if (table.equals("act_ge_bytearray")) {
      return """
      join (select b.id_ as id, i.programme from act_ge_bytearray b
          join instance i on i.id = b.root_proc_inst_id_
        union select v.bytearray_id_, i.programme from act_ru_variable v
          join instance i on i.id = v.proc_inst_id_ where v.bytearray_id_ is not null) o
        on o.id = t.id_ join copy c on c.template = o.programme
      """;
    }
    for (String key : List.of("programme", "programme_key")) {
      if (names.contains(key)) {
        return "join copy c on c.template = t." + key;
      }
    }
    return PROCESS.stream()
        .filter(names::contains)
        .findFirst()
        .map(
            column ->
                "join instance i on i.id = t."
                    + column
                    + " join copy c on c.template = i.programme")
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Whose are the rows of " + table + "? Say it in PARENTS or LEFT."));
  }

  /** The ids of a table with the programmes of its rows. */
  private static String programmes(String table) {
    if (table.equals("act_ru_task")) {
      return "(select t.id_ as id, i.programme from act_ru_task t"
          + " join instance i on i.id = t.proc_inst_id_)";
    }
    String parent = PARENTS.get(table);
    return parent == null
        ? "(select id, programme from %s where programme in (select template from copy))"
            .formatted(table)
        : "(select p.id, o.programme from %s p join %s o on o.id = p.%s)"
            .formatted(
                table,
                programmes(parent.substring(0, parent.indexOf('.'))),
                parent.substring(parent.indexOf('.') + 1));
  }

  /** What a column of a copy holds. */
  private static String value(Column column) {
    String value = "t." + column.name();
    return switch (column.table() + "." + column.name()) {
      // The database allows one open programme of a candidate.
      case "programme.open_candidate" -> "null";
      // Its checksum stands beside it.
      case "deliverable.content", "talk_file.size_bytes" -> value;
      // An id as a text, of the engine or of ours.
      case "notice.place_id" ->
          "case when %s ~ '^[0-9]+$' then (%s::bigint + c.n * %s)::text else %s end"
              .formatted(value, value, STRIDE, renamed(value));
      case "act_hi_varinst.long_",
          "act_hi_detail.long_",
          "act_hi_dec_in.long_",
          "act_hi_dec_out.long_" ->
          number(value, "t.var_type_");
      case "act_ru_variable.long_" -> number(value, "t.type_");
      default -> ordinary(column, value);
    };
  }

  /** A variable that is a number is the id of a row of ours. */
  private static String number(String value, String type) {
    return "case %s when 'long' then %s + c.n * %s else %s end"
        .formatted(type, value, STRIDE, value);
  }

  private static String ordinary(Column column, String value) {
    boolean ofEngine = column.table().startsWith("act_");
    return switch (column.type()) {
      case "character varying", "text" ->
          isOfModel(column.name())
              ? value
              : ofEngine && column.name().endsWith("id_") ? node(value) : renamed(value);
      case "bigint" ->
          ofEngine
              ? value
              : "case when %s = 0 then 0 else %s + c.n * %s end".formatted(value, value, STRIDE);
      default -> value;
    };
  }

  /** Models and their deployment are everybody's. */
  private static boolean isOfModel(String column) {
    return column.endsWith("def_id_")
        || column.equals("deployment_id_")
        || column.equals("dec_req_id_");
  }

  private static String node(String value) {
    return "replace(%s, c.node, c.new_node)".formatted(value);
  }

  private static String renamed(String value) {
    return "replace(replace(%s, c.template, c.key), c.name, c.called)".formatted(node(value));
  }

  /** What refers to a row that is not there, of any foreign key; empty if all is whole. */
  static List<String> broken(JdbcClient db) {
    return db
        .sql(
            """
            select conrelid::regclass::text as child, a.attname as link,
              confrelid::regclass::text as parent, f.attname as id
            from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
            where c.contype = 'f' and array_length(c.conkey, 1) = 1
            """)
        .query()
        .listOfRows()
        .stream()
        .filter(
            key ->
                db.sql(
                            "select count(*) from %s c where c.%s is not null and not exists (select 1 from %s p where p.%s = c.%s)"
                                .formatted(
                                    key.get("child"),
                                    key.get("link"),
                                    key.get("parent"),
                                    key.get("id"),
                                    key.get("link")))
                        .query(Long.class)
                        .single()
                    > 0)
        .map(key -> key.get("child") + "." + key.get("link"))
        .toList();
  }
}
