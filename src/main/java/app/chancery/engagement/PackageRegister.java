package app.chancery.engagement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import app.chancery.engagement.EngagementPackage.Status;
import app.chancery.platform.people.Author;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.MilestoneKind;
import app.chancery.readiness.Tier;
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
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The tables of the packages: a row for each version, and its lines, instruments and milestones in
 * tables of their own, which are read for all versions asked for at once.
 */
@Repository
class PackageRegister {

  private static final String SELECT =
      """
      select id, programme, version, proposed_tier, tier, tier_reason, justification, status
      from engagement_package\s""";

  /**
   * What each open programme binds: by its newest package that has instruments and stands or, while
   * work goes on under the one that the council has adopted, by the larger of the two.
   */
  private static final String BOUND =
      """
      (select c.*, row_number() over (partition by programme order by points desc, version desc)
          as place
       from
        (select p.programme, p.version, p.tier, p.status,
            (select sum(%s end) from package_instrument i where i.package_id = p.id) as points
         from engagement_package p join programme on programme_key = p.programme
         where programme.status <> 'ENDED' and p.status <> 'DROPPED' and p.programme %s :programme
           and exists (select 1 from package_instrument where package_id = p.id)
           and (not exists (select 1 from engagement_package newer
                  where newer.programme = p.programme and newer.version > p.version
                    and newer.status <> 'DROPPED'
                    and exists (select 1 from package_instrument where package_id = newer.id))
                or p.status = 'ENDORSED' and programme.step in ('DIPLOMACY', 'INTEGRATION')
                  and not exists (select 1 from engagement_package newer
                    where newer.programme = p.programme and newer.version > p.version
                      and newer.status = 'ENDORSED'))) c) bound
      where place = 1
      """;

  private static final String SECURITY = "securityAssurances";
  private static final String ECONOMY = "economicCooperation";
  private static final String TRAINING = "jointTraining";

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  PackageRegister(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  Optional<EngagementPackage> newest(String programme) {
    return complete(
            db.sql(SELECT + "where programme = :programme order by version desc limit 1")
                .param("programme", programme))
        .stream()
        .findFirst();
  }

  Optional<EngagementPackage> newestEndorsed(String programme) {
    return complete(
            db.sql(
                    SELECT
                        + "where programme = :programme and status = 'ENDORSED'"
                        + " order by version desc limit 1")
                .param("programme", programme))
        .stream()
        .findFirst();
  }

  /** All versions, oldest first. */
  List<EngagementPackage> versions(String programme) {
    return complete(
        db.sql(SELECT + "where programme = :programme order by version")
            .param("programme", programme));
  }

  /** Of each programme the newest version that was approved, if there is one. */
  List<EngagementPackage> newestApproved(Collection<String> programmes) {
    return complete(
        db.sql(
                SELECT
                    + """
                    p where programme in (:programmes) and version =
                      (select max(version) from engagement_package decided
                       where decided.programme = p.programme
                         and decided.status in ('APPROVED', 'ENDORSED'))
                    order by programme""")
            .param("programmes", programmes));
  }

  /** Of all open programmes but one, apart by whether the council has adopted the package. */
  Map<Boolean, Long> boundBeside(String except, Map<String, Integer> worth) {
    return bound("<>", except, worth);
  }

  /** The same of one programme. */
  Map<Boolean, Long> boundBy(String programme, Map<String, Integer> worth) {
    return bound("=", programme, worth);
  }

  private Map<Boolean, Long> bound(String is, String programme, Map<String, Integer> worth) {
    Map<Boolean, Long> points = new HashMap<>(Map.of(true, 0L, false, 0L));
    Map<String, Object> parameters = new HashMap<>(Map.of("programme", programme));
    db.sql(
            "select status, sum(points) as points from %s group by status"
                .formatted(BOUND.formatted(points(worth, parameters), is)))
        .params(parameters)
        .query(
            row -> {
              points.merge(
                  Status.valueOf(row.getString("status")) == Status.ENDORSED,
                  row.getLong("points"),
                  Long::sum);
            });
    return points;
  }

  Packages.Shares sharesBeside(String except, Map<String, Integer> worth, int most) {
    Map<String, Object> parameters = new HashMap<>(Map.of("programme", except, "most", most));
    return db.sql(
            """
            select programme, tier, points, count(*) over () as shares from %s
            order by points desc, programme limit :most
            """
                .formatted(BOUND.formatted(points(worth, parameters), "<>")))
        .params(parameters)
        .query(PackageRegister::shares);
  }

  /** What an instrument is worth at each level of cost. */
  private static String points(Map<String, Integer> worth, Map<String, Object> parameters) {
    StringBuilder each = new StringBuilder("case i.cost_level");
    worth.forEach(
        (cost, points) -> {
          int number = parameters.size();
          each.append(" when :cost%1$s then cast(:worth%1$s as integer)".formatted(number));
          parameters.put("cost" + number, cost);
          parameters.put("worth" + number, points);
        });
    return each.toString();
  }

  private static Packages.Shares shares(ResultSet rows) throws SQLException {
    List<Packages.Share> largest = new ArrayList<>();
    long of = 0;
    while (rows.next()) {
      of = rows.getLong("shares");
      largest.add(
          new Packages.Share(
              rows.getString("programme"),
              Tier.valueOf(rows.getString("tier")),
              rows.getInt("points")));
    }
    return new Packages.Shares(largest, of);
  }

  Map<String, Tier> proposedTiersOfEndorsed(Collection<String> programmes) {
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
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  Packages.Commitments commitmentsBeside(String except) {
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
    return new Packages.Commitments(
        db.sql("select count(*) " + newest).param("except", except).query(Long.class).single(),
        byCost);
  }

  String draftedBy(String programme) {
    return db.sql(
            """
            select created_by from engagement_package where programme = :programme
            order by version desc limit 1
            """)
        .param("programme", programme)
        .query(String.class)
        .single();
  }

  /** Enters a version; its id is given here. */
  void add(EngagementPackage version) {
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    db.sql(
            """
            insert into engagement_package (programme, version, proposed_tier, tier, tier_reason,
              justification, status, created_at, created_by)
            values (:programme, :version, :proposedTier, :tier, :tierReason, :justification,
              :status, :at, :by)
            """)
        .param("programme", version.programme())
        .param("version", version.version())
        .param("proposedTier", version.proposedTier().name())
        .param("tier", version.tier().name())
        .param("tierReason", version.tierReason())
        .param("justification", version.justification())
        .param("status", version.status().name())
        .param("at", OffsetDateTime.now(clock))
        .param("by", author.name())
        .update(id, "id");
    long entered = Objects.requireNonNull(id.getKeyAs(Long.class));
    addLines(entered, SECURITY, version.securityAssurances());
    addLines(entered, ECONOMY, version.economicCooperation());
    addLines(entered, TRAINING, version.jointTraining());
    addInstruments(entered, version.instruments());
    addMilestones(entered, version.milestones());
  }

  /** Enters where a version stands now. */
  void mark(EngagementPackage version) {
    db.sql("update engagement_package set status = :status where id = :id")
        .param("status", version.status().name())
        .param("id", version.id())
        .update();
  }

  /** The versions behind the one that the council adopted last do not stand any more. */
  void drop(String programme) {
    db.sql(
            """
            update engagement_package set status = 'DROPPED'
            where programme = :programme and version >
              (select max(version) from engagement_package adopted
               where adopted.programme = :programme and adopted.status = 'ENDORSED')
            """)
        .param("programme", programme)
        .update();
  }

  /**
   * For this transaction alone: the first package of all stands for what all of them bind together.
   */
  void hold() {
    db.sql(
            """
            select id from engagement_package
            where id = (select min(id) from engagement_package) for update
            """)
        .query(Long.class)
        .optional();
  }

  /** Enters the instruments that a version has now. */
  void replan(EngagementPackage version) {
    db.sql("delete from package_instrument where package_id = :id")
        .param("id", version.id())
        .update();
    addInstruments(version.id(), version.instruments());
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

  /** The versions that a statement finds, with everything that belongs to them. */
  private List<EngagementPackage> complete(JdbcClient.StatementSpec statement) {
    List<Row> rows = statement.query(PackageRegister::row).list();
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Long> ids = rows.stream().map(Row::id).toList();
    Map<Long, List<Line>> lines =
        ofEach(
            ids,
            """
            select package_id, part, content from package_line
            where package_id in (:ids) order by id
            """,
            (row, number) -> new Line(row.getString("part"), row.getString("content")));
    Map<Long, List<PlannedInstrument>> instruments =
        ofEach(
            ids,
            """
            select package_id, instrument, cost_level, reach, starts_on, ends_on
            from package_instrument where package_id in (:ids) order by id
            """,
            PackageRegister::instrument);
    Map<Long, List<PlannedMilestone>> milestones =
        ofEach(
            ids,
            """
            select package_id, name, measure, target, due_on, kind
            from package_milestone where package_id in (:ids) order by id
            """,
            PackageRegister::milestone);
    return rows.stream()
        .map(
            row ->
                row.with(
                    lines.getOrDefault(row.id(), List.of()),
                    instruments.getOrDefault(row.id(), List.of()),
                    milestones.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private <T> Map<Long, List<T>> ofEach(List<Long> ids, String statement, RowMapper<T> mapper) {
    return db
        .sql(statement)
        .param("ids", ids)
        .query((row, number) -> Map.entry(row.getLong("package_id"), mapper.mapRow(row, number)))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("programme"),
        row.getInt("version"),
        Tier.valueOf(row.getString("proposed_tier")),
        Tier.valueOf(row.getString("tier")),
        row.getString("tier_reason"),
        row.getString("justification"),
        Status.valueOf(row.getString("status")));
  }

  private static PlannedInstrument instrument(ResultSet row, int number) throws SQLException {
    return new PlannedInstrument(
        Instrument.valueOf(row.getString("instrument")),
        row.getString("cost_level"),
        row.getString("reach"),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class));
  }

  private static PlannedMilestone milestone(ResultSet row, int number) throws SQLException {
    return new PlannedMilestone(
        row.getString("name"),
        row.getString("measure"),
        row.getString("target"),
        row.getObject("due_on", LocalDate.class),
        MilestoneKind.valueOf(row.getString("kind")));
  }

  /** A version as its own table has it. */
  private record Row(
      long id,
      String programme,
      int version,
      Tier proposedTier,
      Tier tier,
      String tierReason,
      String justification,
      Status status) {

    EngagementPackage with(
        List<Line> lines, List<PlannedInstrument> instruments, List<PlannedMilestone> milestones) {
      return new EngagementPackage(
          id,
          programme,
          version,
          proposedTier,
          tier,
          tierReason,
          Line.of(SECURITY, lines),
          Line.of(ECONOMY, lines),
          Line.of(TRAINING, lines),
          instruments,
          milestones,
          justification,
          status);
    }
  }

  private record Line(String part, String content) {

    static List<String> of(String part, List<Line> lines) {
      return lines.stream().filter(line -> line.part.equals(part)).map(Line::content).toList();
    }
  }
}
