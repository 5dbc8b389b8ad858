package app.chancery.outcomes;

import app.chancery.engagement.Instrument;
import app.chancery.outcomes.OutcomesReport.QuarterOutcomes;
import app.chancery.oversight.Quarter;
import app.chancery.oversight.ReviewCalendar;
import app.chancery.programme.Programmes;
import app.chancery.programme.Tier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what is recorded, with one statement a measure over all programmes and quarters at once.
 * Each statement gives rows of quarter, tier, label, count and sum.
 */
@Service
class Outcomes {

  private static final String NOT_SETTLED = "not settled";

  private static final String ACTIVITIES =
      """
      select q.quarter, p.tier, a.kind as label, count(*) as number, 0 as total
      from quarters q
      join activity a on a.held_on >= q.first_day and a.held_on < q.next_day
      join programme p on p.programme_key = a.programme
      where %s
      group by q.quarter, p.tier, a.kind
      """;

  /** Of a plan that another one took the place of, what was met counts, but not what was not. */
  private static final String MILESTONES =
      """
      select quarter, tier, label, count(*) as number, 0 as total from (
        select q.quarter, p.tier,
          case when m.met_on <= m.due_on then 'on time' when m.met_on is not null then 'late'
            else 'not met' end as label
      from quarters q
      join milestone m on m.due_on >= q.first_day and m.due_on < q.next_day
      join programme p on p.programme_key = m.programme
      left join (
        select programme, max(package_id) as newest from milestone group by programme) n
        on n.programme = m.programme
      where %s
        and (m.met_on is not null
          or (m.package_id = n.newest and m.due_on < :today
            and (p.ended_at is null or cast(p.ended_at as date) > m.due_on)))) due
      group by quarter, tier, label
      """;

  private static final String REVIEWS =
      """
      select r.quarter, p.tier, r.label, count(*) as number, 0 as total
      from (
        select q.quarter, v.programme, %2$s as label
        from quarters q join review v on v.quarter = q.quarter
        union all
        select q.quarter, v.programme, %2$s as label
        from quarters q
        join review v on v.kind = 'CONDITIONS_SHIFTED'
          and v.opened_at >= q.begins and v.opened_at < q.ends) r
      join programme p on p.programme_key = r.programme
      where %1$s
      group by r.quarter, p.tier, r.label
      """;

  private static final String REVIEW_LABEL =
      """
      case when v.status = 'HELD' and v.held_late then 'late' when v.status = 'HELD' then 'on time'
        else lower(v.status) end""";

  private static final String RETENTION =
      """
      select quarter, tier, state, label, count(*) as number, 0 as total from (
        select q.quarter, p.tier, e.instrument as label,
          case when p.ended_at is null or p.ended_at >= q.ends then 'active'
            when p.outcome in ('SETTLED', 'ACCEDED') then 'concluded' else 'lost' end as state
      from (
        select programme, instrument, started_at,
          row_number() over (partition by programme order by started_at, id) as place
        from phase where started_at is not null) e
      join programme p on p.programme_key = e.programme
      join quarters q on e.started_at < q.ends
      where e.place = 1 and %s) entered
      group by quarter, tier, state, label
      """;

  private static final String ROUNDS =
      """
      select q.quarter, p.tier, 'broken' as label, count(*) as number, 0 as total
      from quarters q
      join council_round r on r.status = 'BROKEN' and r.ended_at >= q.begins and r.ended_at < q.ends
      join programme p on p.programme_key = r.programme
      where %s
      group by q.quarter, p.tier
      """;

  private static final String OBJECTIONS =
      """
      select q.quarter, p.tier, c.ally as label, count(distinct c.council_round) as number,
        0 as total
      from quarters q
      join council_position c on c.stance = 'OBJECTION'
        and c.stated_at >= q.begins and c.stated_at < q.ends
      join council_round r on r.id = c.council_round
      join programme p on p.programme_key = r.programme
      where %s
      group by q.quarter, p.tier, c.ally
      """;

  private static final String CONSENSUS =
      """
      select q.quarter, p.tier, 'adopted' as label, count(*) as number,
        sum(extract(epoch from i.closed_at) - extract(epoch from i.opened_at)) / 86400 as total
      from quarters q
      join council_item i on i.outcome = 'ADOPTED'
        and i.closed_at >= q.begins and i.closed_at < q.ends
      join programme p on p.programme_key = i.programme
      where %s
      group by q.quarter, p.tier
      """;

  private static final String STEPS =
      """
      select q.quarter, p.tier, s.step as label, count(*) as number,
        sum(extract(epoch from s.left_at) - extract(epoch from s.entered_at)) / 86400 as total
      from quarters q
      join step_entry s on s.left_at >= q.begins and s.left_at < q.ends
      join programme p on p.programme_key = s.programme
      where %s
      group by q.quarter, p.tier, s.step
      """;

  private static final String PROGRAMMES =
      """
      select q.quarter, p.tier, 'open' as label, count(*) as number, 0 as total
      from quarters q
      join programme p on p.opened_at < q.ends and (p.ended_at is null or p.ended_at >= q.begins)
      where %s
      group by q.quarter, p.tier
      """;

  private static final String STANDARDS =
      """
      select q.quarter, p.tier, 'mean' as label, count(*) as number,
        sum(cast(s.indicator_value as double precision)) as total
      from (
        select programme, indicator_value, as_of,
          lead(as_of) over (partition by programme order by as_of, id) as next_as_of
        from indicator where name = 'standardsImplementedPct') s
      join programme p on p.programme_key = s.programme
      join quarters q on s.as_of < q.next_day
        and (s.next_as_of is null or s.next_as_of >= q.next_day)
        and p.opened_at < q.ends and (p.ended_at is null or p.ended_at >= q.begins)
      where %s
      group by q.quarter, p.tier
      """;

  private static final DateTimeFormatter SQL_MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT);

  private final JdbcClient db;
  private final ReviewCalendar calendar;
  private final Programmes programmes;
  private final Clock clock;

  Outcomes(JdbcClient db, ReviewCalendar calendar, Programmes programmes, Clock clock) {
    this.db = db;
    this.calendar = calendar;
    this.programmes = programmes;
    this.clock = clock;
  }

  /** The quarter of today in the committee's calendar. */
  Quarter current() {
    return calendar.quarterAt(clock.instant());
  }

  /**
   * Counts.
   *
   * @throws app.chancery.refusal.NotFound if there is no such programme
   */
  @Transactional(readOnly = true)
  OutcomesReport count(OutcomesQuery query) {
    Optional.ofNullable(query.programme()).ifPresent(programmes::get);
    Map<Quarter, Map<String, Tally>> tallies = new LinkedHashMap<>();
    query.quarters().forEach(quarter -> tallies.put(quarter, new LinkedHashMap<>()));
    run(query, "programmes", PROGRAMMES, tallies);
    run(query, "activities", ACTIVITIES, tallies);
    run(query, "milestones", MILESTONES, tallies);
    run(query, "reviews", REVIEWS, tallies);
    run(query, "retention", RETENTION, tallies);
    run(query, "rounds", ROUNDS, tallies);
    run(query, "objections", OBJECTIONS, tallies);
    run(query, "consensus", CONSENSUS, tallies);
    run(query, "steps", STEPS, tallies);
    run(query, "standards", STANDARDS, tallies);
    return new OutcomesReport(
        OffsetDateTime.now(clock),
        query.from(),
        query.to(),
        Optional.ofNullable(query.tier()).map(Tier::word).orElse(null),
        query.programme(),
        tallies.entrySet().stream().map(each -> outcomes(each.getKey(), each.getValue())).toList());
  }

  private static QuarterOutcomes outcomes(Quarter quarter, Map<String, Tally> tallies) {
    Map<String, Measures> tiers = new LinkedHashMap<>();
    java.util.Arrays.stream(Tier.values())
        .map(Tier::word)
        .filter(tallies::containsKey)
        .forEach(tier -> tiers.put(tier, tallies.get(tier).measures()));
    if (tallies.containsKey(NOT_SETTLED)) {
      tiers.put(NOT_SETTLED, tallies.get(NOT_SETTLED).measures());
    }
    return new QuarterOutcomes(quarter, tallies.getOrDefault("", new Tally()).measures(), tiers);
  }

  private void run(
      OutcomesQuery query,
      String measure,
      String statement,
      Map<Quarter, Map<String, Tally>> tallies) {
    JdbcClient.StatementSpec prepared =
        db.sql(quarters(query.quarters()) + statement.formatted(condition(query), REVIEW_LABEL));
    if (query.tier() != null) {
      prepared = prepared.param("tier", query.tier().name());
    }
    if (query.programme() != null) {
      prepared = prepared.param("programme", query.programme());
    }
    if (statement.contains(":today")) {
      prepared = prepared.param("today", today());
    }
    prepared.query(add(measure, tallies));
  }

  private static RowCallbackHandler add(String measure, Map<Quarter, Map<String, Tally>> tallies) {
    return row -> {
      Map<String, Tally> quarter = tallies.get(Quarter.parse(row.getString("quarter")));
      String tier =
          Optional.ofNullable(row.getString("tier"))
              .map(name -> Tier.valueOf(name).word())
              .orElse(NOT_SETTLED);
      String label = row.getString("label");
      boolean retention = measure.equals("retention");
      for (String group : List.of("", tier)) {
        quarter
            .computeIfAbsent(group, first -> new Tally())
            .add(
                retention ? measure + " " + row.getString("state") : measure,
                retention ? Instrument.valueOf(label).title() : label,
                row.getLong("number"),
                row.getDouble("total"));
      }
    };
  }

  private LocalDate today() {
    return calendar.dayAt(clock.instant());
  }

  /**
   * The quarters as a table, with their days and, in the committee's zone, their first moments. All
   * of it is computed here, so nothing that somebody sent becomes part of a statement.
   */
  private String quarters(List<Quarter> quarters) {
    return quarters.stream()
        .map(
            quarter ->
                "('%s', date '%s', date '%s', timestamp with time zone '%s', timestamp with time zone '%s')"
                    .formatted(
                        quarter,
                        quarter.firstDay(),
                        quarter.next().firstDay(),
                        SQL_MOMENT.format(calendar.beginningOf(quarter)),
                        SQL_MOMENT.format(calendar.beginningOf(quarter.next()))))
        .collect(
            Collectors.joining(
                ",\n",
                "with quarters (quarter, first_day, next_day, begins, ends) as (values\n",
                ")\n"));
  }

  private static String condition(OutcomesQuery query) {
    if (query.programme() != null) {
      return query.tier() == null
          ? "p.programme_key = :programme"
          : "p.programme_key = :programme and p.tier = :tier";
    }
    return query.tier() == null ? "1 = 1" : "p.tier = :tier";
  }
}
