package app.chancery.platform.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import app.chancery.platform.start.CannotStart;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mockito;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class KeyRotationTest {

  private static final SealedTable NOTES =
      new SealedTable("note", List.of("id"), List.of("programme", "written_at"));
  private static final SealedTable DRAFTS =
      new SealedTable("typed", List.of("writer", "place"), List.of("writer", "place"));

  private final DriverManagerDataSource database =
      new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  private final JdbcClient db = JdbcClient.create(database);
  private final Audit audit = Mockito.mock(Audit.class);
  private final SealingKey older = SealingKey.random("2025");
  private final SealingKey newer = SealingKey.random("2026");
  private final List<String> progress = new ArrayList<>();
  private int sealedAtStart;

  @BeforeEach
  void sealedWithTheOlderKey() {
    new ResourceDatabasePopulator(
            new FileSystemResource("src/main/resources/db/changelog/tables/019-secrecy.sql"))
        .execute(database);
    db.sql(
            """
            create table note (id bigint generated always as identity primary key,
              programme varchar(40), written_at timestamp with time zone,
              sealed binary large object not null, sealed_by varchar(32) not null)
            """)
        .update();
    db.sql(
            """
            create table typed (writer varchar(20), place varchar(20), sealed bytea not null,
              sealed_by varchar(32) not null, primary key (writer, place))
            """)
        .update();
    known(older).afterSingletonsInstantiated();
    for (int each = 0; each < 7; each++) {
      write("note " + each, older);
    }
    type("analyst", older);
  }

  @Test
  void everythingGetsTheNewestKeyInBatchesAndIsAudited() {
    assertThat(rotation(newer, older).rotate(progress::add)).isEmpty();

    assertThat(keysOf("note")).containsOnly("2026");
    assertThat(keysOf("typed")).containsOnly("2026");
    assertThat(notes(newer)).containsExactlyElementsOf(notesWere());
    assertThat(progress)
        .containsExactly(
            "note: 3 of 7 have the key '2026' now",
            "note: 6 of 7 have the key '2026' now",
            "note: 7 of 7 have the key '2026' now",
            "typed: 1 of 1 have the key '2026' now");
    for (String what :
        List.of("note: 3 rows", "note: 3 rows", "note: 1 row", "typed: 1 row").stream()
            .distinct()
            .toList()) {
      Mockito.verify(audit, Mockito.atLeastOnce())
          .record(Act.ADMINISTRATION, null, "keys", what + " sealed with the key '2026'", null);
    }
    Mockito.verify(audit, Mockito.times(4))
        .record(Mockito.any(), Mockito.any(), Mockito.any(), Mockito.any(), Mockito.any());
  }

  @Test
  void whatWasBrokenOffIsFinishedByTheNextAndAThirdHasNothingToDo() {
    assertThatThrownBy(
            () ->
                rotation(newer, older)
                    .rotate(
                        line -> {
                          throw new IllegalStateException("killed");
                        }))
        .hasMessage("killed");
    assertThat(keysOf("note")).containsExactlyInAnyOrder("2025", "2026");
    assertThat(notes(newer, older)).containsExactlyElementsOf(notesWere());

    assertThat(rotation(newer, older).rotate(progress::add)).isEmpty();
    assertThat(progress).contains("note: 4 of 4 have the key '2026' now");
    progress.clear();
    assertThat(rotation(newer, older).rotate(progress::add)).isEmpty();

    assertThat(progress).isEmpty();
    assertThat(notes(newer)).containsExactlyElementsOf(notesWere());
  }

  @Test
  void whatDoesNotOpenStaysAsItIsAndIsNamed() {
    write("of a key that is lost", SealingKey.random("2019"));
    db.sql("update note set programme = 'moved' where id = 2").update();

    assertThat(rotation(newer, older).rotate(progress::add))
        .containsExactly(
            "note: 1 row stays under the key '2019', which was not given",
            "note: 1 row stays under the key '2025', which does not open what is there: it is damaged");
    assertThat(keysOf("note")).containsExactlyInAnyOrder("2019", "2025", "2026");
  }

  @Test
  void whereTheOldKeyIsLostNothingIsSaidToHaveTheNewOne() {
    KeyRotation withoutOlder = rotation(newer);
    assertThat(withoutOlder.rotate(progress::add)).hasSize(2);
    assertThat(withoutOlder.hasRowsUnderNewest()).isFalse();

    rotation(newer, older).rotate(progress::add);

    assertThat(withoutOlder.hasRowsUnderNewest()).isTrue();
  }

  @Test
  void keysOfWhichTheDatabaseKnowsNoneAreRefusedUnlessItsOwnIsLost() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> known(newer).afterSingletonsInstantiated())
        .withMessage(
            "None of the keys that were given (2026) is one that this office seals with (2025).");
    assertThat(db.sql("select id from secrecy_key").query(String.class).list())
        .containsExactly("2025");

    known(List.of("2025"), newer).afterSingletonsInstantiated();

    known(newer).afterSingletonsInstantiated();
  }

  @Test
  void theKeyOfBeforeARotationIsRefusedByItself() {
    known(newer, older).afterSingletonsInstantiated();
    known(older).afterSingletonsInstantiated();
    rotation(newer, older).rotate(progress::add);

    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> known(older).afterSingletonsInstantiated())
        .withMessage(
            "None of the keys that were given (2025) is one that this office seals with (2026).");
    known(newer).afterSingletonsInstantiated();
    // Of the older one nothing is left to be lost.
    known(List.of("2026"), SealingKey.random("2027")).afterSingletonsInstantiated();
  }

  @Test
  void aKeyThatHasSealedNothingYetIsThatOfTheOtherNode() {
    db.sql("delete from note").update();
    db.sql("delete from typed").update();

    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> known(newer).afterSingletonsInstantiated())
        .withMessageContaining("seals with (2025)");
    known(List.of("2025"), newer).afterSingletonsInstantiated();
  }

  @Test
  void aKeyThatIsMissingIsToldAtTheStartAndAnotherUnderItsIdIsRefused(CapturedOutput output) {
    known(newer, older).afterSingletonsInstantiated();
    known(newer).afterSingletonsInstantiated();

    assertThat(output)
        .contains(
            "Sealed with the key '2025', which this start was not given: 7 of the table note. Nobody"
                + " can read that until the key stands in CHANCERY_SECRECY_KEYS again.");
    int before = sealedAtStart;
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> known(newer, SealingKey.random("2025")).afterSingletonsInstantiated())
        .withMessage(
            "The key '2025' is not the one of that id that this database was sealed with.");
    assertThatThrownBy(() -> rotation(SealingKey.random("2026"), older).rotate(progress::add))
        .isInstanceOf(CannotStart.class);
    assertThat(keysOf("note")).containsOnly("2025");
    assertThat(sealedAtStart).as("with the wrong key").isEqualTo(before).isPositive();
  }

  private KeyRotation rotation(SealingKey... keys) {
    return new KeyRotation(
        db,
        new TransactionTemplate(new DataSourceTransactionManager(database)),
        audit,
        new Secrecy(SealingKeys.of(List.of(keys))),
        SealingKeys.of(List.of(keys)),
        known(keys),
        List.of(NOTES, DRAFTS),
        new RotationPolicy(3));
  }

  private KnownKeys known(SealingKey... keys) {
    return known(List.of(), keys);
  }

  private KnownKeys known(List<String> lost, SealingKey... keys) {
    return new KnownKeys(
        db,
        Clock.systemUTC(),
        SealingKeys.of(List.of(keys)),
        new SecrecyPolicy(lost),
        List.of(NOTES, DRAFTS),
        List.of(() -> sealedAtStart++));
  }

  private void write(String text, SealingKey key) {
    OffsetDateTime now = OffsetDateTime.now(Clock.systemUTC()).truncatedTo(ChronoUnit.MICROS);
    Sealed note = new Secrecy(SealingKeys.of(List.of(key))).seal(NOTES, text, "XR-2026", now);
    db.sql(
            """
            insert into note (programme, written_at, sealed, sealed_by)
            values ('XR-2026', :at, :sealed, :by)
            """)
        .param("at", now)
        .param("sealed", note.bytes())
        .param("by", note.by())
        .update();
  }

  private void type(String writer, SealingKey key) {
    Sealed typed = new Secrecy(SealingKeys.of(List.of(key))).seal(DRAFTS, "{}", writer, "/tasks/1");
    db.sql("insert into typed (writer, place, sealed, sealed_by) values (?, '/tasks/1', ?, ?)")
        .params(writer, typed.bytes(), typed.by())
        .update();
  }

  private List<String> notes(SealingKey... keys) {
    Secrecy secrecy = new Secrecy(SealingKeys.of(List.of(keys)));
    return db.sql("select programme, written_at, sealed, sealed_by from note order by id")
        .query((row, number) -> secrecy.text(NOTES, row))
        .list();
  }

  private static List<String> notesWere() {
    return List.of("note 0", "note 1", "note 2", "note 3", "note 4", "note 5", "note 6");
  }

  private List<String> keysOf(String table) {
    return db.sql("select distinct sealed_by from " + table).query(String.class).list();
  }
}
