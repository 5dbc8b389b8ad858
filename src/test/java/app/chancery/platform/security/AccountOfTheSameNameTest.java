package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.programme.Programmes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets an account under the id of one that was deleted is somebody else. */
@WebOfficeTest
class AccountOfTheSameNameTest {

  private static final String ID = "bruno";

  /** What is signed with an account, for ever. */
  private static final String SIGNED = "_by";

  /** Columns as wide as an account that have none in them. */
  private static final Set<String> NO_ACCOUNT = Set.of("place", "path", "message_id", "type");

  /** What stays, and by which condition it is not the next one's. */
  private static final Map<String, String> CLOSED =
      Map.of(
          "absence.account", "ended_at is not null",
          "absence.deputy", "deputy_left",
          "inbox_item.account", "account_left",
          "inbox_item.in_place_of", "account_left",
          "talk_comment.writer", "writer_left",
          "talk_file.added_by", "adder_left",
          // A session of the old account is told by it.
          "ended_sessions.account", "true");

  @LocalServerPort int port;
  @Autowired ProcessEngine engine;
  @Autowired Accounts accounts;
  @Autowired AccountRecords records;
  @Autowired Programmes programmes;
  @Autowired JdbcClient db;

  private Probe probe;
  private int filled;

  @BeforeEach
  void hire() {
    accounts.addSample(ID, "Bruno", "Keller", "chancery", Groups.ANALYSTS);
    records.forget();
  }

  @AfterEach
  void leave() {
    engine.getIdentityService().deleteUser(ID);
    if (probe != null) {
      probe.close();
    }
    records.forget();
  }

  @Test
  void nothingThatBelongedToADeletedAccountIsTheNextOnesInAnyTable() {
    List<Column> all = columns();
    List<Column> personal =
        all.stream()
            .filter(each -> !each.name().endsWith(SIGNED) || CLOSED.containsKey(each.toString()))
            .toList();
    assertThat(personal).hasSizeGreaterThan(10);
    assertThat(all.stream().map(Column::toString)).containsAll(CLOSED.keySet());
    personal.forEach(this::fill);

    engine.getIdentityService().deleteUser(ID);

    for (Column column : personal) {
      assertThat(left(column, "true"))
          .as("%s after the account is gone", column)
          .isEqualTo(left(column, CLOSED.getOrDefault(column.toString(), "false")));
    }
  }

  @Test
  void aNoticeATaskAndACommentOfADeletedAccountAreNotTheNextOnes() {
    probe = new Probe(engine, Groups.EXECUTIVES);
    engine.getTaskService().setAssignee(probe.task(), ID);
    String key = programmes.register(SampleDossiers.ruritania());
    Visitor before = Visitor.person(port, ID);
    before.postForm(
        "/programmes/" + key + "/comments", Map.of("text", "Seen.", "receipt", "receipt-1"));
    assertThat(before.open("/programmes/" + key).body()).contains("Seen.");
    db.sql(
            """
            insert into inbox_item (notice, account, in_place_of, told_at, way)
            select max(id), ?, '', current_timestamp, 'digest' from notice
            """)
        .param(ID)
        .update();
    assertThat(Visitor.program(port, ID).json("/api/v1/inbox").path("unread").asInt()).isOne();
    assertThat(before.open("/tasks/" + probe.task()).statusCode()).isEqualTo(200);

    engine.getIdentityService().deleteUser(ID);
    hire();

    Visitor next = Visitor.person(port, ID);
    assertThat(next.open("/tasks/" + probe.task()).statusCode()).isEqualTo(404);
    assertThat(Visitor.program(port, ID).json("/api/v1/inbox").path("items")).isEmpty();
    long comment = db.sql("select max(id) from talk_comment").query(Long.class).single();
    assertThat(next.open("/programmes/" + key).body())
        .contains("Seen.")
        .doesNotContain("/comments/" + comment);
    assertThat(engine.getTaskService().createTaskQuery().taskId(probe.task()).singleResult())
        .extracting(task -> task.getAssignee())
        .isNull();
    assertThat(Visitor.person(port, "manager").open("/programmes/" + key + "/told").body())
        .contains("bruno, who has left the office");
  }

  private long left(Column column, String condition) {
    return db.sql(
            "select count(*) from %s where %s = ? and %s"
                .formatted(column.table(), column.name(), condition))
        .param(ID)
        .query(Long.class)
        .single();
  }

  private record Column(String table, String name) {

    @Override
    public String toString() {
      return table + "." + name;
    }
  }

  /** Of our own tables, all that may hold an account. */
  private List<Column> columns() {
    return db
        .sql(
            """
            select lower(table_name) as of_table, lower(column_name) as name
            from information_schema.columns
            where table_schema = 'PUBLIC' and data_type = 'CHARACTER VARYING'
              and character_maximum_length = 255
              and table_name not like 'ACT\\_%' and table_name not like 'DATABASECHANGELOG%'
            order by table_name, ordinal_position
            """)
        .query((row, number) -> new Column(row.getString("of_table"), row.getString("name")))
        .list()
        .stream()
        .filter(each -> !NO_ACCOUNT.contains(each.name()))
        .toList();
  }

  /** A row with the account in that column, and something in every other one that needs it. */
  private void fill(Column column) {
    Map<String, String> values = new LinkedHashMap<>();
    db.sql(
            """
            select lower(column_name) as name, data_type
            from information_schema.columns
            where table_schema = 'PUBLIC' and lower(table_name) = :table
              and is_identity = 'NO' and is_nullable = 'NO' and column_default is null
            """)
        .param("table", column.table())
        .query(
            row -> {
              values.put(row.getString("name"), something(row.getString("data_type")));
            });
    values.put(column.name(), "'" + ID + "'");
    filled++;
    db.sql(
            "insert into %s (%s) values (%s)"
                .formatted(
                    column.table(),
                    String.join(", ", values.keySet()),
                    values.values().stream().collect(Collectors.joining(", "))))
        .update();
  }

  /** Another one each time, so that no two rows are the same. */
  private String something(String type) {
    int other = 900_000 + filled;
    return switch (type) {
      case "BIGINT", "INTEGER" -> String.valueOf(other);
      case "DATE" -> "date '2026-11-02'";
      case "TIMESTAMP WITH TIME ZONE" -> "timestamp with time zone '2026-11-02 10:00:00+00:00'";
      case "BOOLEAN" -> "false";
      default -> "'" + other + "'";
    };
  }
}
