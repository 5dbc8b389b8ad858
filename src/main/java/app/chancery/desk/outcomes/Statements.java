package app.chancery.desk.outcomes;

import java.util.Map;
import java.util.Set;

/**
 * What is asked of the database, one statement a measure. Each gives rows of quarter, tier, label,
 * count and sum, and of the programme where that is told apart; {@link Counting} puts two tables in
 * front of it: the {@code quarters}, each with its days and moments, and the {@code counted}
 * programmes.
 */
final class Statements {

  /** Counted by day first: far fewer rows are then compared with the quarters. */
  private static final String ACTIVITIES =
      """
      select q.quarter, a.programme, a.tier, a.kind as label, sum(a.number) as number, 0 as total
      from (
        select a.held_on, a.programme, p.tier, a.kind, count(*) as number
        from activity a join counted p on p.programme_key = a.programme
        group by a.held_on, a.programme, p.tier, a.kind) a
      join quarters q on a.held_on >= q.first_day and a.held_on < q.next_day
      group by q.quarter, a.programme, a.tier, a.kind
      """;

  /** Those of the newest schedule of each programme. */
  private static final String SCHEDULED =
      """
      select e.programme, e.planned_on
      from planned_exercise e
      join (select programme, max(package_id) as newest from planned_exercise group by programme) n
        on n.programme = e.programme and n.newest = e.package_id
      where e.dropped = false
      """;

  private static final String PLANNED_EXERCISES =
      """
      select q.quarter, e.programme, p.tier, 'EXERCISE' as label, count(*) as number, 0 as total
      from (%s) e
      join counted p on p.programme_key = e.programme
      join quarters q on e.planned_on >= q.first_day and e.planned_on < q.next_day
      group by q.quarter, e.programme, p.tier
      """
          .formatted(SCHEDULED);

  /** Of what was adopted, from its tabling to the day that its package was dated for. */
  private static final String PLANNED_CONSENSUS =
      """
      select q.quarter, p.tier, 'adopted' as label, count(*) as number,
        sum(greatest(0, extract(epoch from t.expected) - extract(epoch from i.opened_at))) / 86400
          as total
      from quarters q
      join council_item i on i.outcome = 'ADOPTED'
        and i.closed_at >= q.begins and i.closed_at < q.ends
      join counted p on p.programme_key = i.programme
      join engagement_package g on g.programme = i.programme and g.version = i.package_version
      join (select package_id, min(starts_on) as expected from package_instrument group by package_id) t
        on t.package_id = g.id
      group by q.quarter, p.tier
      """;

  /** The phases of a package last from the first planned day to the last one. */
  private static final String PLANNED_INTEGRATION =
      """
      select q.quarter, p.tier, s.step as label, count(*) as number,
        sum(extract(epoch from f.planned_to) - extract(epoch from f.planned_from)) / 86400 + count(*)
          as total
      from quarters q
      join step_entry s on s.step = 'INTEGRATION' and s.left_at >= q.begins and s.left_at < q.ends
      join counted p on p.programme_key = s.programme
      join (
        select programme, package_id, min(planned_from) as planned_from, max(planned_to) as planned_to
        from phase group by programme, package_id) f on f.programme = s.programme
      where f.package_id = (
        select max(h.package_id) from phase h
        where h.programme = s.programme and h.started_at < s.left_at)
      group by q.quarter, p.tier, s.step
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
          join counted p on p.programme_key = m.programme
          join (select programme, max(package_id) as newest from milestone group by programme) n
            on n.programme = m.programme
          where m.met_on is not null
            or (m.package_id = n.newest and m.due_on < :today
              and (p.ended_at is null or %s > %s))) each_one
        group by due_on, tier, label) m
      join quarters q on m.due_on >= q.first_day and m.due_on < q.next_day
      group by q.quarter, m.tier, m.label
      """
          .formatted(day("p.ended_at at time zone :zone"), day("m.due_on"));

  private static final String REVIEWS =
      """
      select r.quarter, p.tier, r.label, count(*) as number, 0 as total
      from (
        select quarter, programme,
          case when status = 'HELD' and held_late then 'late' when status = 'HELD' then 'on time'
            else lower(status) end as label
        from (
          select q.quarter, v.programme, v.status, v.held_late
          from quarters q join review v on v.quarter = q.quarter
          union all
          select q.quarter, v.programme, v.status, v.held_late
          from quarters q
          join review v on v.kind = 'CONDITIONS_SHIFTED'
            and v.opened_at >= q.begins and v.opened_at < q.ends) each_one) r
      join counted p on p.programme_key = r.programme
      group by r.quarter, p.tier, r.label
      """;

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
        join counted p on p.programme_key = e.programme
        join quarters q on e.started_at < q.ends
        where e.place = 1) entered
      group by quarter, tier, state, label
      """;

  private static final String ROUNDS =
      """
      select q.quarter, p.tier, 'broken' as label, count(*) as number, 0 as total
      from quarters q
      join council_round r on r.status = 'BROKEN' and r.ended_at >= q.begins and r.ended_at < q.ends
      join counted p on p.programme_key = r.programme
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
      join counted p on p.programme_key = r.programme
      group by q.quarter, p.tier, c.ally
      """;

  private static final String CONSENSUS =
      """
      select q.quarter, p.tier, 'adopted' as label, count(*) as number,
        sum(extract(epoch from i.closed_at) - extract(epoch from i.opened_at)) / 86400 as total
      from quarters q
      join council_item i on i.outcome = 'ADOPTED'
        and i.closed_at >= q.begins and i.closed_at < q.ends
      join counted p on p.programme_key = i.programme
      group by q.quarter, p.tier
      """;

  private static final String STEPS =
      """
      select q.quarter, p.tier, s.step as label, count(*) as number,
        sum(extract(epoch from s.left_at) - extract(epoch from s.entered_at)) / 86400 as total
      from quarters q
      join step_entry s on s.left_at >= q.begins and s.left_at < q.ends
      join counted p on p.programme_key = s.programme
      group by q.quarter, p.tier, s.step
      """;

  private static final String PROGRAMMES =
      """
      select q.quarter, p.tier, 'open' as label, count(*) as number, 0 as total
      from quarters q
      join counted p on p.opened_at < q.ends and (p.ended_at is null or p.ended_at >= q.begins)
      group by q.quarter, p.tier
      """;

  private static final String STANDARDS =
      """
      select q.quarter, p.tier, 'mean' as label, count(*) as number,
        sum(cast(s.indicator_value as double precision)) as total
      from (
        select programme, indicator_value, as_of,
          lead(as_of) over (partition by programme order by as_of, coalesce(corrects, id))
            as next_as_of
        from indicator i
        where name = 'standardsImplementedPct' and not exists (
          select 1 from indicator c where c.corrects = coalesce(i.corrects, i.id) and c.id > i.id)
        ) s
      join counted p on p.programme_key = s.programme
      join quarters q on s.as_of < q.next_day
        and (s.next_as_of is null or s.next_as_of >= q.next_day)
        and p.opened_at < q.ends and (p.ended_at is null or p.ended_at >= q.begins)
      group by q.quarter, p.tier
      """;

  static final Map<String, String> BY_MEASURE =
      Map.ofEntries(
          Map.entry("programmes", PROGRAMMES),
          Map.entry("activities", ACTIVITIES),
          Map.entry("planned activities", PLANNED_EXERCISES),
          Map.entry("milestones", MILESTONES),
          Map.entry("reviews", REVIEWS),
          Map.entry("retention", RETENTION),
          Map.entry("rounds", ROUNDS),
          Map.entry("objections", OBJECTIONS),
          Map.entry("consensus", CONSENSUS),
          Map.entry("planned consensus", PLANNED_CONSENSUS),
          Map.entry("steps", STEPS),
          Map.entry("planned steps", PLANNED_INTEGRATION),
          Map.entry("standards", STANDARDS));

  /** Those of which each programme has figures of its own. */
  static final Set<String> BY_PROGRAMME = Set.of("activities", "planned activities");

  /** Each programme with the first and the last day of its schedule of exercises. */
  static final String COURSES =
      """
      select p.programme_key, p.name, p.tier, p.opened_at, p.ended_at, e.first_planned, e.last_planned
      from counted p
      left join (
        select programme, min(planned_on) as first_planned, max(planned_on) as last_planned
        from (%s) each_one group by programme) e on e.programme = p.programme_key
      order by lower(p.name), p.programme_key
      """
          .formatted(SCHEDULED);

  static final String STAYS =
      """
      select s.programme, s.step, s.entered_at, s.left_at
      from step_entry s join counted p on p.programme_key = s.programme
      order by s.programme, s.id
      """;

  private Statements() {}

  /** To compare days by: a cast would give the day of the session's time zone. */
  private static String day(String moment) {
    return "extract(year from %1$s) * 10000 + extract(month from %1$s) * 100 + extract(day from %1$s)"
        .formatted(moment);
  }
}
