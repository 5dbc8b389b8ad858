package app.chancery.outcomes;

import app.chancery.engagement.Instrument;
import app.chancery.oversight.Quarter;
import app.chancery.oversight.ReviewCalendar;
import app.chancery.programme.Tier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what is recorded, with one statement a measure over all programmes and quarters at once.
 * Each statement gives rows of quarter, tier, label, count and sum.
 */
@Component
class Counting {

  /** Counted by day first: far fewer rows are then compared with the quarters. */
  private static final String ACTIVITIES =
      """
      select q.quarter, a.tier, a.kind as label, sum(a.number) as number, 0 as total
      from (
        select a.held_on, p.tier, a.kind, count(*) as number
        from activity a join programme p on p.programme_key = a.programme
        where %s
        group by a.held_on, p.tier, a.kind) a
      join quarters q on a.held_on >= q.first_day and a.held_on < q.next_day
      group by q.quarter, a.tier, a.kind
      """;

  /** Of a plan that another one took the place of, what was met counts, but not what was not. */
  private static final String MILESTONES =
      """
      select q.quarter, m.tier, m.label, sum(m.number) as number, 0 as total
      from (
        select due_on, tier, label, count(*) as number
        from (
          select m.due_on, p.tier,
            case when m.met_on <= m.due_on then 'on time' when m.met_on is not null then 'late'
              else 'not met' end as label
          from milestone m
          join programme p on p.programme_key = m.programme
          join (select programme, max(package_id) as newest from milestone group by programme) n
            on n.programme = m.programme
          where %s
            and (m.met_on is not null
              or (m.package_id = n.newest and m.due_on < :today
                and (p.ended_at is null or cast(p.ended_at as date) > m.due_on)))) each_one
        group by due_on, tier, label) m
      join quarters q on m.due_on >= q.first_day and m.due_on < q.next_day
      group by q.quarter, m.tier, m.label
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
      select quarter, tier, state, label, count(*) as number, 0 as total
      from (
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

  private static final Map<String, String> STATEMENTS =
      Map.of(
          "programmes", PROGRAMMES,
          "activities", ACTIVITIES,
          "milestones", MILESTONES,
          "reviews", REVIEWS,
          "retention", RETENTION,
          "rounds", ROUNDS,
          "objections", OBJECTIONS,
          "consensus", CONSENSUS,
          "steps", STEPS,
          "standards", STANDARDS);

  private static final DateTimeFormatter SQL_MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT);

  private final JdbcClient db;
  private final ReviewCalendar calendar;
  private final Clock clock;

  Counting(JdbcClient db, ReviewCalendar calendar, Clock clock) {
    this.db = db;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Counts now; all measures show the same moment, whatever is recorded meanwhile.
   *
   * @param programme null for all
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Count count(String programme, List<Quarter> quarters) {
    Count count = new Count(OffsetDateTime.now(clock), new HashMap<>());
    quarters.forEach(quarter -> count.tallies().put(quarter, new LinkedHashMap<>()));
    STATEMENTS.forEach((measure, statement) -> run(programme, measure, statement, count));
    return count;
  }

  /** When the first programme was opened; empty if there is none. */
  Optional<OffsetDateTime> firstOpening() {
    return db.sql("select min(opened_at) from programme").query(OffsetDateTime.class).optional();
  }

  private void run(String programme, String measure, String statement, Count count) {
    JdbcClient.StatementSpec prepared =
        db.sql(
            quarters(count.tallies().keySet())
                + statement.formatted(
                    programme == null ? "1 = 1" : "p.programme_key = :programme", REVIEW_LABEL));
    if (programme != null) {
      prepared = prepared.param("programme", programme);
    }
    if (statement.contains(":today")) {
      prepared = prepared.param("today", today());
    }
    prepared.query(add(measure, count.tallies()));
  }

  private static RowCallbackHandler add(String measure, Map<Quarter, Map<String, Tally>> tallies) {
    return row -> {
      Map<String, Tally> quarter = tallies.get(Quarter.parse(row.getString("quarter")));
      String tier =
          Optional.ofNullable(row.getString("tier"))
              .map(name -> Tier.valueOf(name).code())
              .orElse(Count.NOT_SETTLED);
      String label = row.getString("label");
      boolean retention = measure.equals("retention");
      for (String group : List.of("", tier)) {
        quarter
            .computeIfAbsent(group, first -> new Tally())
            .add(
                retention ? measure + " " + row.getString("state") : measure,
                retention ? Instrument.valueOf(label).code() : label,
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
  private String quarters(Collection<Quarter> quarters) {
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
}
