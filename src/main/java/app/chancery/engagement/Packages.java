package app.chancery.engagement;

import app.chancery.engagement.EngagementPackage.Status;
import app.chancery.programme.Tier;
import app.chancery.records.Author;
import app.chancery.refusal.Faults;
import app.chancery.refusal.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The packages of all programmes, with all their versions. */
@Service
public class Packages {

  private static final String SELECT =
      """
      select id, programme, version, proposed_tier, tier, tier_reason, justification, status
      from engagement_package\s""";
  private static final String SECURITY = "securityAssurances";
  private static final String ECONOMY = "economicCooperation";
  private static final String TRAINING = "jointTraining";

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  Packages(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  /**
   * The newest version.
   *
   * @throws NotFound if no package was drafted yet
   */
  public EngagementPackage current(String programme) {
    return findCurrent(programme)
        .orElseThrow(() -> new NotFound("There is no package of " + programme + " yet"));
  }

  /** The newest version, if there is one. */
  public Optional<EngagementPackage> findCurrent(String programme) {
    return db.sql(SELECT + "where programme = :programme order by version desc limit 1")
        .param("programme", programme)
        .query(this::map)
        .optional();
  }

  /** The newest version that the council has adopted. */
  public Optional<EngagementPackage> endorsed(String programme) {
    return db.sql(
            SELECT
                + "where programme = :programme and status = 'ENDORSED'"
                + " order by version desc limit 1")
        .param("programme", programme)
        .query(this::map)
        .optional();
  }

  /** The tiers that the figures gave when the newest endorsed packages were designed. */
  public Map<String, Tier> proposedTiersOfEndorsed(Collection<String> programmes) {
    return db
        .sql(
            """
            select programme, proposed_tier from engagement_package p
            where programme in (:programmes) and version =
              (select max(version) from engagement_package newest
               where newest.programme = p.programme and newest.status = 'ENDORSED')
            """)
        .param("programmes", programmes)
        .query(
            (row, number) ->
                Map.entry(row.getString("programme"), Tier.valueOf(row.getString("proposed_tier"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Of several programmes, the newest version that has instruments: what binds the alliance today,
   * also while a new version is being drafted. Programmes without one are left out.
   */
  List<EngagementPackage> binding(List<String> programmes) {
    if (programmes.isEmpty()) {
      return List.of();
    }
    return db.sql(
            SELECT
                + """
                p where programme in (:programmes) and version =
                  (select max(version) from engagement_package planned
                   where planned.programme = p.programme
                     and exists (select 1 from package_instrument
                                 where package_id = planned.id))
                order by programme""")
        .param("programmes", programmes)
        .query(this::map)
        .list();
  }

  /**
   * What the open programmes are committed to by endorsed packages: how many programmes have one,
   * and how many instruments these plan at each level of cost.
   *
   * @param except the programme that asks
   */
  public Commitments commitmentsBeside(String except) {
    String newest =
        """
        from engagement_package p join programme on programme_key = p.programme
        where programme.status <> 'ENDED' and p.programme <> :except
          and (p.programme, p.version) in
            (select programme, max(version) from engagement_package
             where status = 'ENDORSED' group by programme)
        """;
    Map<String, Long> byCost = new TreeMap<>();
    db.sql(
            "select cost_level, count(*) as planned from package_instrument"
                + " where package_id in (select p.id "
                + newest
                + ") group by cost_level")
        .param("except", except)
        .query(
            row -> {
              byCost.put(row.getString("cost_level"), row.getLong("planned"));
            });
    return new Commitments(
        db.sql("select count(*) " + newest).param("except", except).query(Long.class).single(),
        byCost);
  }

  /**
   * @param packages how many programmes have an endorsed package
   * @param instrumentsByCost low, medium, high
   */
  public record Commitments(long packages, Map<String, Long> instrumentsByCost) {}

  /** All versions, oldest first. */
  public List<EngagementPackage> versions(String programme) {
    return db.sql(SELECT + "where programme = :programme order by version")
        .param("programme", programme)
        .query(this::map)
        .list();
  }

  /**
   * Files a first or a revised offer as a new version, still without instruments.
   *
   * @throws app.chancery.refusal.Refused if the terms do not fit the tier
   */
  @Transactional
  public EngagementPackage draft(
      String programme, Tier proposedTier, Tier tier, String tierReason, PackageTerms terms) {
    return add(programme, proposedTier, tier, tierReason, terms, List.of(), Status.DRAFT);
  }

  /** Puts instruments with their dates into the newest version, in place of those it had. */
  @Transactional
  public EngagementPackage plan(String programme, List<PlannedInstrument> instruments) {
    EngagementPackage current = current(programme);
    db.sql("delete from package_instrument where package_id = :id")
        .param("id", current.id())
        .update();
    addInstruments(current.id(), instruments);
    return current(programme);
  }

  /**
   * The council's objections changed the terms: a new version of the same tier with the same
   * instruments, ready for the next round. The caller records the decision.
   *
   * @throws app.chancery.refusal.Refused if the terms do not fit the tier
   */
  @Transactional
  public EngagementPackage amend(String programme, PackageTerms terms) {
    EngagementPackage current = current(programme);
    return add(
        programme,
        current.proposedTier(),
        current.tier(),
        current.tierReason(),
        terms,
        current.instruments(),
        Status.APPROVED);
  }

  /** The executives have approved the newest version. */
  public void approve(String programme) {
    mark(programme, Status.APPROVED);
  }

  /** The council has adopted the newest version. */
  public void endorse(String programme) {
    mark(programme, Status.ENDORSED);
  }

  private void mark(String programme, Status status) {
    int marked =
        db.sql(
                """
                update engagement_package set status = :status
                where programme = :programme
                  and version =
                    (select max(version) from engagement_package where programme = :programme)
                """)
            .param("status", status.name())
            .param("programme", programme)
            .update();
    if (marked == 0) {
      throw new NotFound("There is no package of " + programme + " yet");
    }
  }

  private EngagementPackage add(
      String programme,
      Tier proposedTier,
      Tier tier,
      String tierReason,
      PackageTerms terms,
      List<PlannedInstrument> instruments,
      Status status) {
    Faults faults = new Faults();
    terms.check(tier, faults);
    faults.refuseIfAny();
    int version = findCurrent(programme).map(EngagementPackage::version).orElse(0) + 1;
    db.sql(
            """
            insert into engagement_package (programme, version, proposed_tier, tier, tier_reason,
              justification, status, created_at, created_by)
            values (:programme, :version, :proposedTier, :tier, :tierReason, :justification,
              :status, :at, :by)
            """)
        .param("programme", programme)
        .param("version", version)
        .param("proposedTier", proposedTier.name())
        .param("tier", tier.name())
        .param("tierReason", tierReason)
        .param("justification", terms.justification())
        .param("status", status.name())
        .param("at", OffsetDateTime.now(clock))
        .param("by", author.name())
        .update();
    long id = current(programme).id();
    addLines(id, SECURITY, terms.securityAssurances());
    addLines(id, ECONOMY, terms.economicCooperation());
    addLines(id, TRAINING, terms.jointTraining());
    addInstruments(id, instruments);
    addMilestones(id, terms.milestones());
    return current(programme);
  }

  private void addLines(long id, String part, List<String> lines) {
    for (String line : lines) {
      db.sql("insert into package_line (package_id, part, content) values (:id, :part, :content)")
          .param("id", id)
          .param("part", part)
          .param("content", line)
          .update();
    }
  }

  private void addInstruments(long id, List<PlannedInstrument> instruments) {
    for (PlannedInstrument planned : instruments) {
      db.sql(
              """
              insert into package_instrument (package_id, instrument, cost_level, reach, starts_on,
                ends_on)
              values (:id, :instrument, :cost, :reach, :from, :to)
              """)
          .param("id", id)
          .param("instrument", planned.instrument().name())
          .param("cost", planned.cost())
          .param("reach", planned.reach())
          .param("from", planned.from())
          .param("to", planned.to())
          .update();
    }
  }

  private void addMilestones(long id, List<PlannedMilestone> milestones) {
    for (PlannedMilestone milestone : milestones) {
      db.sql(
              """
              insert into package_milestone (package_id, name, measure, target, due_on, kind)
              values (:id, :name, :measure, :target, :dueOn, :kind)
              """)
          .param("id", id)
          .param("name", milestone.name())
          .param("measure", milestone.measure())
          .param("target", milestone.target())
          .param("dueOn", milestone.dueOn())
          .param("kind", milestone.kind().name())
          .update();
    }
  }

  private EngagementPackage map(ResultSet row, int number) throws SQLException {
    long id = row.getLong("id");
    Map<String, List<String>> lines = lines(id);
    return new EngagementPackage(
        id,
        row.getString("programme"),
        row.getInt("version"),
        Tier.valueOf(row.getString("proposed_tier")),
        Tier.valueOf(row.getString("tier")),
        row.getString("tier_reason"),
        lines.getOrDefault(SECURITY, List.of()),
        lines.getOrDefault(ECONOMY, List.of()),
        lines.getOrDefault(TRAINING, List.of()),
        instruments(id),
        milestones(id),
        row.getString("justification"),
        Status.valueOf(row.getString("status")));
  }

  private Map<String, List<String>> lines(long id) {
    Map<String, List<String>> byPart = new HashMap<>();
    db.sql("select part, content from package_line where package_id = :id order by id")
        .param("id", id)
        .query(
            row -> {
              byPart
                  .computeIfAbsent(row.getString("part"), part -> new ArrayList<>())
                  .add(row.getString("content"));
            });
    return byPart;
  }

  private List<PlannedInstrument> instruments(long id) {
    return db.sql(
            """
            select instrument, cost_level, reach, starts_on, ends_on from package_instrument
            where package_id = :id order by id
            """)
        .param("id", id)
        .query(
            (row, number) ->
                new PlannedInstrument(
                    Instrument.valueOf(row.getString("instrument")),
                    row.getString("cost_level"),
                    row.getString("reach"),
                    row.getObject("starts_on", LocalDate.class),
                    row.getObject("ends_on", LocalDate.class)))
        .list();
  }

  private List<PlannedMilestone> milestones(long id) {
    return db.sql(
            """
            select name, measure, target, due_on, kind from package_milestone
            where package_id = :id order by id
            """)
        .param("id", id)
        .query(Packages::milestone)
        .list();
  }

  private static PlannedMilestone milestone(ResultSet row, int number) throws SQLException {
    return new PlannedMilestone(
        row.getString("name"),
        row.getString("measure"),
        row.getString("target"),
        row.getObject("due_on", LocalDate.class),
        MilestoneKind.valueOf(row.getString("kind")));
  }
}
