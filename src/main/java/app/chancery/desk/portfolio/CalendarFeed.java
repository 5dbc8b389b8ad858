package app.chancery.desk.portfolio;

import app.chancery.consensus.RunningRounds;
import app.chancery.documents.icalendar.CalendarEntry;
import app.chancery.oversight.Quarter;
import app.chancery.oversight.ReviewCalendar;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.readiness.Tier;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The dates to come that a reader may see. Staff see all; everybody else sees the reviews, the
 * exercises of schedules that are approved, and a delegation the silence of the rounds in which its
 * Ally is asked.
 */
@Service
class CalendarFeed {

  private final JdbcClient db;
  private final ConfirmedSchedules confirmed;
  private final ReviewCalendar calendar;
  private final PortfolioPolicy policy;
  private final Clock clock;
  private final Days days;

  CalendarFeed(
      JdbcClient db,
      ConfirmedSchedules confirmed,
      ReviewCalendar calendar,
      PortfolioPolicy policy,
      Clock clock,
      Days days) {
    this.db = db;
    this.confirmed = confirmed;
    this.calendar = calendar;
    this.policy = policy;
    this.clock = clock;
    this.days = days;
  }

  /**
   * @param groups of the reader; somebody without any sees nothing
   * @param office where the office is in the web
   */
  List<CalendarEntry> entries(Collection<String> groups, URI office) {
    if (groups.isEmpty()) {
      return List.of();
    }
    boolean staff = Groups.areStaff(groups);
    return Stream.of(
            reviews(office),
            staff ? decisions(office) : List.<CalendarEntry>of(),
            silences(groups, staff, office),
            exercises(staff, office))
        .flatMap(List::stream)
        .toList();
  }

  private List<CalendarEntry> reviews(URI office) {
    return db.sql(
            """
            select p.programme_key, p.name, p.status, r.quarter, r.due_at, r.revision
            from review_plan r join programme p on p.programme_key = r.programme
            where p.status <> 'ENDED' and r.due_at >= :now
            order by r.due_at, p.programme_key
            """)
        .param("now", OffsetDateTime.now(clock))
        .query(
            (row, number) ->
                new CalendarEntry(
                    "review-%s-%s@chancery"
                        .formatted(row.getString("quarter"), row.getString("programme_key")),
                    row.getInt("revision"),
                    row.getObject("due_at", OffsetDateTime.class)
                        .atZoneSameInstant(calendar.zone()),
                    Words.of("calendar.review").formatted(quarter(row).words(), called(row)),
                    Words.of("calendar.review.text").formatted(called(row)),
                    Words.of("calendar.kind.review"),
                    false,
                    page(office, row)))
        .list();
  }

  private List<CalendarEntry> decisions(URI office) {
    return db.sql(
            """
            select p.programme_key, p.name, p.status, r.id, r.quarter, r.decide_by
            from review r join programme p on p.programme_key = r.programme
            where r.status = 'OPEN' order by r.decide_by, r.id
            """)
        .query(
            (row, number) ->
                new CalendarEntry(
                    "decision-%s@chancery".formatted(row.getLong("id")),
                    0,
                    row.getObject("decide_by", LocalDate.class),
                    row.getString("quarter") == null
                        ? Words.of("calendar.decision.shifted").formatted(called(row))
                        : Words.of("calendar.decision")
                            .formatted(quarter(row).words(), called(row)),
                    Words.of("calendar.decision.text").formatted(called(row)),
                    Words.of("calendar.kind.review"),
                    false,
                    page(office, row),
                    policy.calendarReminder()))
        .list();
  }

  private List<CalendarEntry> silences(Collection<String> groups, boolean staff, URI office) {
    return db
        .sql(
            """
            select p.programme_key, p.name, p.status, r.id, r.round_number, r.tier, r.silence_ends,
              r.zone, r.allies,
              (select count(*) from council_extension x where x.council_round = r.id) as revision
            from council_round r join programme p on p.programme_key = r.programme
            where r.id in (%s) order by r.silence_ends, r.id
            """
                .formatted(RunningRounds.IDS))
        .query(
            (row, number) ->
                new Silence(Set.of(row.getString("allies").split("[^A-Z]+")), silence(row, office)))
        .list()
        .stream()
        .filter(silence -> staff || silence.asks(groups))
        .map(silence -> silence.entry().reminded(policy.calendarReminder()))
        .toList();
  }

  /** The end of a round's silence, and who is asked in it. */
  private record Silence(Set<String> allies, CalendarEntry entry) {

    boolean asks(Collection<String> groups) {
      return allies.stream().map(Delegations::groupOf).anyMatch(groups::contains);
    }
  }

  private static CalendarEntry silence(ResultSet row, URI office) throws SQLException {
    return new CalendarEntry(
        "silence-%s@chancery".formatted(row.getLong("id")),
        row.getInt("revision"),
        row.getObject("silence_ends", OffsetDateTime.class)
            .atZoneSameInstant(ZoneId.of(row.getString("zone"))),
        Words.of("calendar.silence").formatted(called(row), row.getInt("round_number")),
        Words.of("calendar.silence.text")
            .formatted(called(row), Tier.valueOf(row.getString("tier")).word()),
        Words.of("calendar.kind.silence"),
        false,
        office.resolve("/rounds/" + row.getLong("id")));
  }

  private List<CalendarEntry> exercises(boolean staff, URI office) {
    LocalDate today = days.today();
    List<Exercise> planned =
        db.sql(
                """
                select p.programme_key, p.name, p.status, e.id, e.planned_on, e.name as exercise,
                  e.standard,
                  e.revision + (
                    select count(*) from review v
                    where v.programme = e.programme and v.decision in ('SUSPEND', 'RESUME'))
                    as revision
                from planned_exercise e
                join programme p on p.programme_key = e.programme
                join (
                  select programme, max(package_id) as newest from planned_exercise
                  group by programme) n
                  on n.programme = e.programme and n.newest = e.package_id
                where e.dropped = false and p.status <> 'ENDED'
                  and e.planned_on >= :today and e.planned_on <= :horizon
                  and not exists (select 1 from activity a where a.planned_exercise = e.id)
                order by e.planned_on, e.id
                """)
            .param("today", today)
            .param("horizon", today.plus(policy.calendarAhead()))
            .query(
                (row, number) ->
                    new Exercise(row.getString("programme_key"), exercise(row, office)))
            .list();
    Set<String> programmes = planned.stream().map(Exercise::programme).collect(Collectors.toSet());
    Set<String> shown = staff ? programmes : confirmed.of(programmes);
    return planned.stream()
        .filter(each -> shown.contains(each.programme()))
        .map(Exercise::entry)
        .toList();
  }

  /** An exercise that is planned, and for which programme. */
  private record Exercise(String programme, CalendarEntry entry) {}

  private static CalendarEntry exercise(ResultSet row, URI office) throws SQLException {
    boolean suspended = row.getString("status").equals("SUSPENDED");
    return new CalendarEntry(
        "exercise-%s@chancery".formatted(row.getLong("id")),
        row.getInt("revision"),
        row.getObject("planned_on", LocalDate.class),
        Words.of("calendar.exercise").formatted(row.getString("exercise"), called(row)),
        Words.of(suspended ? "calendar.exercise.suspended" : "calendar.exercise.text")
            .formatted(row.getString("standard"), called(row)),
        Words.of("calendar.kind.exercise"),
        suspended,
        page(office, row));
  }

  private static String called(ResultSet row) throws SQLException {
    return Programme.called(row.getString("name"), row.getString("programme_key"));
  }

  private static Quarter quarter(ResultSet row) throws SQLException {
    return Quarter.parse(row.getString("quarter"));
  }

  private static URI page(URI office, ResultSet row) throws SQLException {
    return office.resolve("/programmes/" + row.getString("programme_key"));
  }
}
