package app.chancery.forecast;

import app.chancery.consensus.Round;
import app.chancery.consensus.RunningRounds;
import app.chancery.consensus.Secretariat;
import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.Packages;
import app.chancery.integration.Phase;
import app.chancery.integration.Phases;
import app.chancery.platform.time.Days;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Policies;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Dossiers;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds where programmes are on their way, today. */
@Service
class CurrentStandings {

  private final JdbcClient db;
  private final Days days;
  private final OwnRecord own;
  private final Packages packages;
  private final Phases phases;
  private final Secretariat secretariat;
  private final Dossiers dossiers;
  private final Policies policies;

  CurrentStandings(
      JdbcClient db,
      Days days,
      OwnRecord own,
      Packages packages,
      Phases phases,
      Secretariat secretariat,
      Dossiers dossiers,
      Policies policies) {
    this.db = db;
    this.days = days;
    this.own = own;
    this.packages = packages;
    this.phases = phases;
    this.secretariat = secretariat;
    this.dossiers = dossiers;
    this.policies = policies;
  }

  /**
   * Of each programme, whether it has ended or not.
   *
   * @param programmes at least one
   */
  Map<String, Standing> of(Collection<Programme> programmes) {
    List<String> keys = programmes.stream().map(Programme::key).toList();
    Map<String, Map<Stage, LocalDate>> accessions = own.accessionsOf(keys);
    Map<String, Council> councils = councils(keys);
    Map<String, OffsetDateTime> designs = designs(keys);
    Map<String, List<Phase>> begun = phases.ofEach(keys);
    Map<String, EngagementPackage> offers = packages.approved(keys);
    Map<String, Dossiers.Filed> filed = dossiers.ofEach(unsettled(programmes));
    Map<String, Standing> standings = new HashMap<>();
    for (Programme each : programmes) {
      Tier tier = each.tier() == null ? assessed(each, filed.get(each.key())) : each.tier();
      Council council = councils.getOrDefault(each.key(), Council.NONE);
      Map<Stage, LocalDate> passed = new EnumMap<>(Stage.class);
      passed.put(Stage.OPENING, opening(each, council, designs.get(each.key())));
      if (hasConsensus(each, council)) {
        passed.put(Stage.CONSENSUS, days.of(council.adoptedAt()));
      }
      passed.putAll(accessions.getOrDefault(each.key(), Map.of()));
      EngagementPackage offer = offers.get(each.key());
      List<Phase> under =
          begun.getOrDefault(each.key(), List.of()).stream()
              .filter(phase -> offer != null && phase.packageId() == offer.id())
              .toList();
      standings.put(
          each.key(),
          new Standing(
              each.key(),
              days.today(),
              tier,
              passed,
              coming(each, tier, passed),
              notBefore(under),
              council.silenceEnds() == null ? null : days.of(council.silenceEnds()),
              under.isEmpty() ? offer : null));
    }
    return standings;
  }

  /** The tier that the figures give today; null where none are on file. */
  private Tier assessed(Programme programme, Dossiers.Filed filed) {
    return filed == null
        ? null
        : policies
            .in(programme.policy())
            .tiering()
            .assess(filed.dossier().assessedOn(days.today()))
            .tier();
  }

  private static List<String> unsettled(Collection<Programme> programmes) {
    return programmes.stream().filter(each -> each.tier() == null).map(Programme::key).toList();
  }

  /** Of a programme whose package is designed anew, the day on which that began. */
  private LocalDate opening(Programme programme, Council council, OffsetDateTime designed) {
    boolean again =
        council.adoptedAt() != null && designed != null && designed.isAfter(council.adoptedAt());
    return days.of(again ? designed : programme.openedAt());
  }

  /** Whether the council has adopted what the programme goes by. */
  private static boolean hasConsensus(Programme programme, Council council) {
    return council.adoptedAt() != null
        && (programme.step().compareTo(Step.CONSENSUS) > 0
            || programme.step() == Step.CONSENSUS && council.adoptedLast());
  }

  /** Membership is ahead of full candidates alone. */
  private static List<Stage> coming(Programme programme, Tier tier, Map<Stage, LocalDate> passed) {
    if (!programme.isOpen()) {
      return List.of();
    }
    Stage last = tier == Tier.FULL_CANDIDATE ? Stage.ACCESSION : Stage.CONSENSUS;
    Stage reached =
        passed.keySet().stream()
            .filter(each -> each != Stage.OPENING && each != Stage.CONSENSUS)
            .max(Stage::compareTo)
            .orElse(Stage.OPENING);
    return Arrays.stream(Stage.values())
        .filter(each -> !passed.containsKey(each) && !last.isBefore(each))
        .filter(each -> each == Stage.CONSENSUS || reached.isBefore(each))
        .toList();
  }

  /** A proposal that is circulated today has its usual silence; talks wait for their phase. */
  private Map<Stage, LocalDate> notBefore(List<Phase> begun) {
    Map<Stage, LocalDate> bounds = new EnumMap<>(Stage.class);
    bounds.put(Stage.CONSENSUS, secretariat.usualLastDay());
    begun.stream()
        .filter(phase -> phase.instrument() == Instrument.FULL_MEMBERSHIP_ACCESSION)
        .filter(Phase::isAhead)
        .findFirst()
        .ifPresent(phase -> bounds.put(Stage.TALKS, phase.plannedFrom()));
    return bounds;
  }

  private Map<String, OffsetDateTime> designs(List<String> keys) {
    Map<String, OffsetDateTime> entered = new HashMap<>();
    db.sql(
            """
            select programme, max(entered_at) as designed from step_entry
            where step = 'ENGAGEMENT' and programme in (:keys) group by programme
            """)
        .param("keys", keys)
        .query(
            row -> {
              entered.put(
                  row.getString("programme"), row.getObject("designed", OffsetDateTime.class));
            });
    return entered;
  }

  private Map<String, Council> councils(List<String> keys) {
    Map<String, Council> councils = new HashMap<>();
    db.sql(
            """
            select programme, status, case when id in (%s) then silence_ends end as silence_ends,
              ended_at
            from council_round where programme in (:keys) order by id
            """
                .formatted(RunningRounds.IDS))
        .param("keys", keys)
        .query(
            row -> {
              Round.Status status = Round.Status.valueOf(row.getString("status"));
              Council before = councils.getOrDefault(row.getString("programme"), Council.NONE);
              councils.put(
                  row.getString("programme"),
                  new Council(
                      status == Round.Status.ADOPTED
                          ? row.getObject("ended_at", OffsetDateTime.class)
                          : before.adoptedAt(),
                      status == Round.Status.ADOPTED,
                      row.getObject("silence_ends", OffsetDateTime.class)));
            });
    return councils;
  }

  /**
   * What the rounds of a programme came to.
   *
   * @param adoptedAt when the last one was adopted; null if none was
   * @param adoptedLast whether that was the newest
   * @param silenceEnds of the newest round, while its silence runs
   */
  private record Council(
      OffsetDateTime adoptedAt, boolean adoptedLast, OffsetDateTime silenceEnds) {

    static final Council NONE = new Council(null, false, null);
  }
}
