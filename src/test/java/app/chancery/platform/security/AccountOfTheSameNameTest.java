package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.desk.programmefile.ProgrammeFile;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.time.Days;
import app.chancery.programme.Opening;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.Office;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.jsoup.Jsoup;
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

  /** Where somebody is named by whom what was written can be changed, or who is away. */
  private static final Set<String> OF_HOLDERS =
      Set.of("absence.entered_by", "absence.ended_by", "talk_file.added_by", "talk_file.struck_by");

  /**
   * A session of the old account is told by it, and the audit cannot be altered. Whom a provider
   * calls so is nobody's account here, and stays closed. A file is called so by whoever sent it.
   */
  private static final List<String> STAYS =
      List.of(
          "audit_record.subject",
          "audit_waiting.subject",
          "ended_sessions.account",
          "policy_trial.file_name",
          "provider_account.subject");

  @LocalServerPort int port;
  @Autowired ProcessEngine engine;
  @Autowired Accounts accounts;
  @Autowired AccountRecords records;
  @Autowired Programmes programmes;
  @Autowired Opening opening;
  @Autowired ProgrammeFile file;
  @Autowired Signatures signatures;
  @Autowired Office office;
  @Autowired Days days;
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
            .filter(each -> !each.name().endsWith(SIGNED) || OF_HOLDERS.contains(each.toString()))
            .toList();
    assertThat(personal).hasSizeGreaterThan(10);
    assertThat(all.stream().map(Column::toString)).containsAll(OF_HOLDERS).containsAll(STAYS);
    personal.forEach(this::fill);

    engine.getIdentityService().deleteUser(ID);

    assertThat(personal)
        .filteredOn(each -> left(each) > 0)
        .extracting(Column::toString)
        .containsExactlyElementsOf(STAYS);
  }

  @Test
  void whatIsOnRecordKeepsWhoThatWas() {
    String key = done();
    List<String> pages = List.of("", "/corrections");
    Visitor manager = Visitor.person(port, "manager");

    engine.getIdentityService().deleteUser(ID);

    for (String page : pages) {
      assertThat(manager.open("/programmes/" + key + page).body()).contains("Bruno Keller");
    }
    accounts.addSample(ID, "Nora", "Quist", "chancery", Groups.PLANNERS);
    records.forget();
    for (String page : pages) {
      assertThat(manager.open("/programmes/" + key + page).body())
          .as(page)
          .contains("Bruno Keller")
          .doesNotContain("Nora Quist");
    }
    assertThat(file.compile(key).toString())
        .contains("Bruno Keller, analyst")
        .doesNotContain("Nora Quist");
    assertThat(
            engine
                .getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskDefinitionKey(Probe.TASK)
                .list())
        .singleElement()
        .extracting(task -> signatures.ofHolder(task.getAssignee(), task.getOwner()))
        .isEqualTo("Bruno Keller, analyst");
    assertThat(Visitor.person(port, ID).open("/absence").body()).doesNotContain("Ada Lindqvist");
    assertThat(Visitor.person(port, "analyst").open("/absence").body())
        .contains("Bruno Keller has left the office")
        .doesNotContain("Nora Quist");
  }

  @Test
  void whoHasTheAccountNextSignsByTheirOwnName() {
    String key = done();
    engine.getIdentityService().deleteUser(ID);
    accounts.addSample(ID, "Nora", "Quist", "chancery", Groups.PLANNERS);
    records.forget();

    correctName(key, "Dorelia");
    say(key, "Written by the next one.");

    Visitor manager = Visitor.person(port, "manager");
    assertThat(manager.open("/programmes/" + key + "/corrections").body())
        .contains("Bruno Keller, analyst", "Nora Quist, planner");
    assertThat(manager.open("/programmes/" + key).body())
        .contains("Bruno Keller, analyst", "Nora Quist, planner");
    engine.getIdentityService().deleteUser(ID);
    assertThat(manager.open("/programmes/" + key + "/corrections").body())
        .contains("Bruno Keller, analyst", "Nora Quist, planner");
  }

  /** A programme in which the account has done whatever leaves its name. */
  private String done() {
    Visitor bruno = Visitor.person(port, ID);
    String key = office.inTheNameOf(ID, () -> opening.open(SampleDossiers.of("XR", "Rurtania")));
    correctName(key, "Ruritania");
    say(key, "Seen.");
    probe = new Probe(engine, Groups.ANALYSTS);
    engine.getTaskService().setAssignee(probe.task(), ID);
    bruno.postForm("/tasks/" + probe.task(), Map.of("figure", "8", "reader", ID));
    String today = days.today().toString();
    String week = days.today().plusDays(6).toString();
    bruno.postForm("/absence", Map.of("who", "", "deputy", "analyst", "from", week, "until", week));
    Visitor.person(port, "analyst")
        .postForm("/absence", Map.of("who", "", "deputy", ID, "from", today, "until", today));
    return key;
  }

  private void correctName(String key, String name) {
    Visitor bruno = Visitor.person(port, ID);
    String page = "/programmes/" + key + "/corrections";
    String seen =
        Jsoup.parse(bruno.open(page + "?of=candidate-name").body())
            .select("input[name=seen]")
            .val();
    HttpResponse<String> answer =
        bruno.postForm(
            page, Map.of("of", "candidate-name", "name", name, "seen", seen, "reason", "A slip."));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  private void say(String key, String text) {
    Visitor.person(port, ID)
        .postForm(
            "/programmes/" + key + "/comments",
            Map.of("text", text, "receipt", "receipt-" + text.length()));
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
        .contains("Bruno Keller, analyst, who has left the office");
  }

  private long left(Column column) {
    return db.sql("select count(*) from %s where %s = ?".formatted(column.table(), column.name()))
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
