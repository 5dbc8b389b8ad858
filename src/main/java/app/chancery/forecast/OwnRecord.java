package app.chancery.forecast;

import app.chancery.integration.AccessionStage;
import app.chancery.platform.time.Days;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the office's own programmes have passed, ended ones too, in three statements for all. */
@Repository
class OwnRecord {

  private static final Map<AccessionStage, Stage> STAGES =
      Map.of(
          AccessionStage.TALKS_HELD, Stage.TALKS,
          AccessionStage.PROTOCOL_SIGNED, Stage.PROTOCOL,
          AccessionStage.ENTERED_INTO_FORCE, Stage.ENTRY_INTO_FORCE,
          AccessionStage.ACCEDED, Stage.ACCESSION);

  private final JdbcClient db;
  private final Days days;

  OwnRecord(JdbcClient db, Days days) {
    this.db = db;
    this.days = days;
  }

  /**
   * The way of each programme that has passed a stage. What went to the council anew has two: to
   * the first consensus, and on from the last one before the next stage.
   */
  List<Way> ways() {
    Map<String, NavigableSet<LocalDate>> adopted = adoptions();
    Map<String, Map<Stage, LocalDate>> accessions = accessions();
    List<Way> ways = new ArrayList<>();
    db.sql(
            """
            select programme_key, tier, opened_at from programme
            where exists (select 1 from council_round r
                where r.programme = programme_key and r.status = 'ADOPTED')
              or exists (select 1 from accession_entry e where e.programme = programme_key)
            order by programme_key
            """)
        .query(
            row -> {
              String key = row.getString("programme_key");
              Tier tier =
                  Optional.ofNullable(row.getString("tier")).map(Tier::valueOf).orElse(null);
              LocalDate opened = days.of(row.getObject("opened_at", OffsetDateTime.class));
              NavigableSet<LocalDate> consensus = adopted.getOrDefault(key, new TreeSet<>());
              if (!consensus.isEmpty()) {
                ways.add(
                    new Way(
                        key,
                        key,
                        key,
                        tier,
                        Map.of(Stage.OPENING, opened, Stage.CONSENSUS, consensus.first())));
              }
              Map<Stage, LocalDate> further = accessions.getOrDefault(key, Map.of());
              if (!further.isEmpty()) {
                ways.add(new Way(key, key, key, tier, since(consensus, further)));
              }
            });
    return ways;
  }

  private static Map<Stage, LocalDate> since(
      NavigableSet<LocalDate> consensus, Map<Stage, LocalDate> further) {
    Map<Stage, LocalDate> way = new EnumMap<>(further);
    LocalDate next = further.values().stream().min(LocalDate::compareTo).orElseThrow();
    Optional.ofNullable(consensus.floor(next)).ifPresent(day -> way.put(Stage.CONSENSUS, day));
    return way;
  }

  private Map<String, NavigableSet<LocalDate>> adoptions() {
    Map<String, NavigableSet<LocalDate>> adopted = new HashMap<>();
    db.sql("select programme, ended_at from council_round where status = 'ADOPTED'")
        .query(
            row -> {
              adopted
                  .computeIfAbsent(row.getString("programme"), key -> new TreeSet<>())
                  .add(days.of(row.getObject("ended_at", OffsetDateTime.class)));
            });
    return adopted;
  }

  private Map<String, Map<Stage, LocalDate>> accessions() {
    return passed(db.sql("select programme, stage, happened_on from accession_entry order by id"));
  }

  /**
   * The stages of accession that some programmes have passed, by programme.
   *
   * @param programmes at least one
   */
  Map<String, Map<Stage, LocalDate>> accessionsOf(Collection<String> programmes) {
    return passed(
        db.sql(
                """
                select programme, stage, happened_on from accession_entry
                where programme in (:programmes) order by id
                """)
            .param("programmes", programmes));
  }

  /** Of a stage that was entered more than once, the last entry. */
  private static Map<String, Map<Stage, LocalDate>> passed(JdbcClient.StatementSpec entries) {
    Map<String, Map<Stage, LocalDate>> passed = new HashMap<>();
    entries.query(
        row -> {
          Stage stage = STAGES.get(AccessionStage.valueOf(row.getString("stage")));
          if (stage != null) {
            passed
                .computeIfAbsent(row.getString("programme"), key -> new EnumMap<>(Stage.class))
                .put(stage, row.getObject("happened_on", LocalDate.class));
          }
        });
    return passed;
  }
}
