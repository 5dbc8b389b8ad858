package app.chancery.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.start.CannotStart;
import app.chancery.rehearsal.commandline.CommandLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain on a database that has nothing else, and the command that verifies it. */
class ChainTest {

  private static final AuditPolicy POLICY =
      new AuditPolicy(Duration.ZERO, 7, "", Duration.ofMinutes(1), Duration.ZERO);

  private static final Actors ACTORS =
      new Actors() {
        @Override
        public String now() {
          return "clara";
        }

        @Override
        public UnaryOperator<String> called(Collection<String> accounts) {
          return account -> account == null ? null : "Clara Moreau, executive";
        }
      };

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String url;
  private DataSource database;
  private JdbcClient db;

  /** As long as there is one the database stays open. */
  private Connection open;

  private Audit audit;
  private Chain chain;

  @BeforeEach
  void anEmptyAudit() throws Exception {
    url = "jdbc:h2:file:" + folder.resolve("office") + ";LOCK_TIMEOUT=60000";
    database = new DriverManagerDataSource(url, "sa", "");
    open = database.getConnection();
    db = JdbcClient.create(database);
    String tables =
        new ClassPathResource("db/changelog/tables/012-audit.sql")
            .getContentAsString(StandardCharsets.UTF_8)
            .replaceAll("(?s)--changeset \\S+ dbms:postgresql.*", "");
    ScriptUtils.executeSqlScript(
        open, new ByteArrayResource(tables.getBytes(StandardCharsets.UTF_8)));
    audit = new Audit(db, Clock.systemUTC(), ACTORS);
    chain = chain();
  }

  private Chain chain() {
    return new Chain(
        db,
        new NamedParameterJdbcTemplate(database),
        new TransactionTemplate(new DataSourceTransactionManager(database)),
        ACTORS,
        POLICY);
  }

  @Test
  void everyRecordFollowsOnTheOneBefore() throws Exception {
    record(20);

    chain.close();

    List<AuditRecord> links = chain.after(0, 100);
    assertThat(links).extracting(AuditRecord::number).containsExactlyElementsOf(upTo(20));
    assertThat(links.get(0).previous()).isEqualTo(AuditRecord.NONE);
    assertThat(links.get(12).previous()).isEqualTo(links.get(11).hash());
    assertThat(links.get(12).who()).isEqualTo("Clara Moreau, executive");
    assertThat(links).extracting(AuditRecord::what).startsWith("what 1", "what 2", "what 3");
    assertThat(db.sql("select count(*) from audit_waiting").query(Long.class).single()).isZero();
    assertThat(verified(CommandLine.DONE)).contains("20 records read; the chain is whole.");
  }

  /** As two nodes do that look at the same moment, while people work at both. */
  @Test
  void manyWhoMakeLinksAtOnceMakeEachOnce() throws Exception {
    record(1);
    chain.close();
    List<Thread> nodes =
        IntStream.range(0, 4)
            .mapToObj(
                node ->
                    new Thread(
                        () -> {
                          Chain own = chain();
                          for (int each = 0; each < 25; each++) {
                            record(3);
                            own.close();
                          }
                        }))
            .toList();
    nodes.forEach(Thread::start);
    for (Thread node : nodes) {
      node.join();
    }
    chain.close();

    assertThat(chain.after(0, 1000))
        .extracting(AuditRecord::number)
        .containsExactlyElementsOf(upTo(301));
    assertThat(verified(CommandLine.DONE)).contains("301 records read");
  }

  static Stream<Arguments> whatADatabaseAdministratorCanDo() {
    return Stream.of(
        Arguments.of("update audit_record set why = 'another' where number = 7", 7, "was changed"),
        Arguments.of(
            "update audit_record set done_at = dateadd(second, 1, done_at) where number = 1",
            1,
            "was changed"),
        Arguments.of("update audit_record set who = null where number = 20", 20, "was changed"),
        Arguments.of("delete from audit_record where number = 7", 7, "is missing"),
        Arguments.of("delete from audit_record where number = 1", 1, "is missing"),
        Arguments.of("delete from audit_record where number > 18", 19, "the end is cut off"),
        Arguments.of("delete from audit_record", 1, "the end is cut off"),
        Arguments.of(
            "update audit_record set number = 21 - number where number in (9, 12)",
            9,
            "does not follow"),
        Arguments.of(
            "insert into audit_record select 21, done_at, account, who, act, programme, subject,"
                + " what, why, hash, hash from audit_record where number = 20",
            21,
            "was changed"),
        Arguments.of("update audit_end set links = 19", 19, "was written anew"));
  }

  @ParameterizedTest
  @MethodSource("whatADatabaseAdministratorCanDo")
  void whatIsDoneToTheTableIsFound(String statement, int first, String why) throws Exception {
    record(20);
    chain.close();
    withoutTriggers();
    db.sql(statement).update();

    assertThat(verified(CommandLine.FAILED))
        .contains("Record " + first + " is the first bad one")
        .contains(why);
  }

  @Test
  void theTableIsOnlyAddedTo() {
    record(2);
    chain.close();

    for (String statement :
        List.of("update audit_record set why = 'another'", "delete from audit_record")) {
      assertThatThrownBy(() -> db.sql(statement).update())
          .hasStackTraceContaining("cannot be altered");
    }
  }

  @Test
  void theChainOnlyBecomesLongerAndWhatWaitsStaysAsItIs() {
    record(2);
    chain.close();
    record(1);

    for (String statement :
        List.of(
            "delete from audit_end",
            "update audit_end set links = 1",
            "update audit_end set hash = 'another'",
            "update audit_end set links = 3, id = 2",
            "update audit_waiting set why = 'another'")) {
      assertThatThrownBy(() -> db.sql(statement).update())
          .as(statement)
          .hasStackTraceContaining("cannot be altered");
    }
    assertThatThrownBy(
            () -> db.sql("insert into audit_end select 2, links, hash from audit_end").update())
        .hasStackTraceContaining("AUDIT_HAS_ONE_END");
    chain.close();
    assertThat(chain.end().map(Chain.End::links)).hasValue(3L);
  }

  @Test
  void anEndThatIsMissingIsSaidWithWhatWaitsAndPutBackWithoutLoss() throws Exception {
    record(20);
    chain.close();
    record(3);
    withoutTriggers();
    db.sql("delete from audit_end").update();

    assertThatThrownBy(chain::close).isInstanceOf(Chain.EndMissing.class);
    assertThat(chain.closeAsFarAsPossible()).isEqualTo(3);
    assertThat(chain.after(0, 100)).hasSize(20);
    assertThat(verified(CommandLine.FAILED))
        .contains("The end of the chain is missing")
        .contains("20 records read that are as they were recorded.")
        .contains("3 records wait to be put into the chain.");

    Matcher remedy =
        Pattern.compile("(?m)^insert into audit_end [^;]+;")
            .matcher(Files.readString(Path.of("docs/operations.md")));
    assertThat(remedy.find()).isTrue();
    db.sql(remedy.group()).update();
    assertThat(chain.closeAsFarAsPossible()).isZero();
    assertThat(verified(CommandLine.DONE)).contains("23 records read; the chain is whole.");
  }

  /** Who changes the end of the chain too leaves nothing in the database that tells. */
  @Test
  void anEndThatWasWrittenDownElsewhereIsMissed() throws Exception {
    record(20);
    chain.close();
    anchor();
    cutOffBehind(12);

    assertThat(verified(CommandLine.FAILED))
        .contains("Record 13 is the first bad one: the end is cut off: there were 20 records");

    record(30);
    chain.close();
    assertThat(verified(CommandLine.FAILED)).contains("Record 20 ").contains("was written anew");
    Files.delete(folder.resolve("office.audit"));
    assertThat(verified(CommandLine.DONE)).contains("42 records read");
  }

  @Test
  void anAnchorThatWasCutOffWithItsWriterIsLeftOut() throws Exception {
    record(3);
    chain.close();
    anchor();
    Path anchors = folder.resolve("office.audit");
    Files.writeString(anchors, Files.readString(anchors) + "4 00ab");
    assertThat(verified(CommandLine.DONE)).contains("1 end of the chain compared");

    Files.writeString(anchors, Files.readString(anchors) + "\n");
    assertThat(verified(CommandLine.BAD_INPUT)).contains("Line 2 of").contains("is no anchor");
  }

  @Test
  void theNextAnchorTakesThePlaceOfOneThatWasCutOff() throws Exception {
    record(3);
    chain.close();
    anchor();
    Path anchors = folder.resolve("office.audit");
    Files.writeString(anchors, Files.readString(anchors) + "4 00ab");
    record(2);
    chain.close();

    anchor();

    assertThat(verified(CommandLine.DONE)).contains("2 ends of the chain compared");
  }

  @Test
  void whereNoAnchorCanBeKeptNoOfficeStarts() throws Exception {
    Path file = folder.resolve("of.nodes/office.audit");
    assertThatThrownBy(new Anchors(file)::refuseUnwritable)
        .isInstanceOf(CannotStart.class)
        .hasMessage("The ends of the audit cannot be kept in " + file + " (NoSuchFileException).");
    assertThatThrownBy(new Anchors(folder)::refuseUnwritable).isInstanceOf(CannotStart.class);

    Files.createDirectory(file.getParent());
    Files.writeString(file, "4 00ab");
    new Anchors(file).refuseUnwritable();
    assertThat(file).as("half a line").isEmptyFile();
  }

  /** Each node has its own, and whoever puts them into one file goes back where one follows. */
  @Test
  void anchorsOfTwoNodesInOneFileAreNoSign() throws Exception {
    record(3);
    chain.close();
    anchor();
    record(2);
    chain.close();
    anchor();
    Path anchors = folder.resolve("office.audit");
    Files.writeString(anchors, Files.readString(anchors).repeat(2));
    assertThat(verified(CommandLine.DONE))
        .contains("4 ends of the chain compared")
        .doesNotContain("They go back");

    cutOffBehind(4);
    assertThat(verified(CommandLine.FAILED)).contains("They go back from 5 to 3 records in line 3");
  }

  @Test
  void whatCannotBeReadIsSaid() throws Exception {
    assertThat(verify(CommandLine.BAD_INPUT, "jdbc:h2:file:" + folder.resolve("elsewhere")))
        .contains("There is no database at");
    assertThat(folder.resolve("elsewhere.mv.db")).doesNotExist();
    assertThat(verify(CommandLine.BAD_INPUT, "")).isEmpty();
    db.sql("drop table audit_record").update();
    assertThat(verified(CommandLine.BAD_INPUT)).contains("has no audit");
  }

  private void record(int number) {
    for (int each = 1; each <= number; each++) {
      audit.record(Act.DECISION, "XR-2026", "consensus", "what " + each, "why\n\"" + each);
    }
  }

  private void anchor() throws Exception {
    Anchors.of(POLICY, url).orElseThrow().write(chain.end().orElseThrow());
  }

  /** As whoever owns the tables can do it. */
  private void withoutTriggers() {
    db.sql("drop trigger audit_record_is_final").update();
    db.sql("drop trigger audit_end_goes_on").update();
  }

  private void cutOffBehind(long number) {
    withoutTriggers();
    db.sql("delete from audit_record where number > :number").param("number", number).update();
    db.sql(
            """
            update audit_end set links = :number,
              hash = (select hash from audit_record where number = :number)
            """)
        .param("number", number)
        .update();
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  /** In the database of this test, which the office has left. */
  private String verified(int code) throws SQLException {
    open.close();
    try {
      return verify(code, url);
    } finally {
      open = database.getConnection();
    }
  }

  private String verify(int code, String address) {
    out.reset();
    err.reset();
    int exit =
        new CommandLine(
                Object.class,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run("audit", "verify", "--spring.datasource.url=" + address);
    String said = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    assertThat(exit).as(said).isEqualTo(code);
    return said;
  }
}
