package app.chancery.desk.portfolio;

import app.chancery.consensus.RunningRounds;
import app.chancery.oversight.RatingLine;
import app.chancery.oversight.StatusDimension;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds programmes by what a manager asks for. */
@Service
class Portfolio {

  /** The most programmes on one page. */
  static final int LARGEST_PAGE = 200;

  /** Far behind any that holds a programme. */
  static final int LAST_PAGE = 1_000_000;

  private static final String NEWEST = "opened_at desc, programme_key";

  private static final Due NOTHING = new Due(null, null);

  private final JdbcClient db;
  private final Programmes programmes;
  private final Days days;

  Portfolio(JdbcClient db, Programmes programmes, Days days) {
    this.db = db;
    this.programmes = programmes;
    this.days = days;
  }

  /**
   * One page of the programmes that match, newest first.
   *
   * @param page counts from 0, to {@value #LAST_PAGE}
   * @param size from 1 to {@value #LARGEST_PAGE}
   * @throws app.chancery.platform.refusal.Refused if they are not
   */
  Page newestFirst(Filter filter, int page, int size) {
    Faults faults = new Faults();
    faults.check(
        page >= 0 && page <= LAST_PAGE,
        "page",
        Words.of("portfolio.mustBeFromTo").formatted(LAST_PAGE));
    faults.check(
        size >= 1 && size <= LARGEST_PAGE,
        "size",
        Words.of("portfolio.mustBeFromTo2").formatted(LARGEST_PAGE));
    faults.refuseIfAny();
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(filter, parameters);
    List<String> keys =
        db.sql(
                "select programme_key from programme"
                    + where
                    + " order by "
                    + NEWEST
                    + " limit :size offset :offset")
            .params(parameters)
            .param("size", size)
            .param("offset", (long) page * size)
            .query(String.class)
            .list();
    return new Page(inOrder(keys), page, size, total(filter));
  }

  /** All that match, and when something is due in them. */
  Matching matching(Filter filter) {
    return matching(filter, this::due);
  }

  /**
   * @param due in all programmes; asked for when all else is read
   */
  Matching matching(Filter filter, Supplier<Map<String, Due>> due) {
    if (filter.pending() == Pending.OVERDUE) {
      return matching(filter.awaiting(null), due).overdue(startOfToday());
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(filter, parameters);
    List<Matching.One> read =
        db.sql(
                "select programme_key, status, step, cast(extract(epoch from opened_at) as bigint),"
                    + " ratings from programme"
                    + " left join rated_programme on rated_programme.programme = programme_key"
                    + where)
            .params(parameters)
            .query(
                (row, number) ->
                    new Matching.One(
                        row.getString(1),
                        Programme.Status.valueOf(row.getString(2)),
                        Step.valueOf(row.getString(3)),
                        row.getLong(4),
                        Objects.requireNonNullElse(row.getString(5), ""),
                        null,
                        null))
            .list();
    Map<String, Due> known = due.get();
    return Matching.of(
        read.stream().map(one -> one.due(known.getOrDefault(one.key(), NOTHING))).toList());
  }

  /** By programme; those in which nothing is due are left out. */
  Map<String, Due> due() {
    Map<String, Due> due = new HashMap<>();
    Instant today = startOfToday();
    // A programme has few tasks: to put them together here takes less than to have them grouped.
    db.sql(
            """
            select e.business_key_, t.due_date_ from act_ru_task t
              join act_ru_execution e on e.id_ = t.proc_inst_id_ and e.business_key_ is not null
            where t.suspension_state_ = 1 and t.due_date_ is not null
            """)
        .query(
            row -> {
              Instant at = row.getTimestamp(2).toInstant();
              due.merge(row.getString(1), Due.of(at, today), Due::and);
            });
    return due;
  }

  /**
   * When something is due in a programme.
   *
   * @param next from today on; null if nothing is
   */
  record Due(Instant first, Instant next) {

    private static Due of(Instant at, Instant today) {
      return new Due(at, at.isBefore(today) ? null : at);
    }

    private Due and(Due other) {
      return new Due(earlier(first, other.first), earlier(next, other.next));
    }

    private static Instant earlier(Instant one, Instant other) {
      return one == null || other != null && other.isBefore(one) ? other : one;
    }
  }

  /**
   * One page of them.
   *
   * @param page counts from 0; one beyond the last page gives the last one
   */
  Page page(Matching matching, int page, int size) {
    int shown = (int) Math.min(page, PageNumber.pages(matching.total(), size) - 1);
    return new Page(inOrder(matching.keys(shown * size, size)), shown, size, matching.total());
  }

  /** In the order of their keys. */
  private List<Programme> inOrder(List<String> keys) {
    return keys.stream().map(byKey(keys)::get).toList();
  }

  /** Those that there are. */
  Map<String, Programme> byKey(List<String> keys) {
    Map<String, Programme> found = new HashMap<>();
    for (int from = 0; from < keys.size(); from += LARGEST_PAGE) {
      programmes
          .all(keys.subList(from, Math.min(keys.size(), from + LARGEST_PAGE)))
          .forEach(programme -> found.put(programme.key(), programme));
    }
    return found;
  }

  /** All programmes that match, newest first. */
  List<Programme> all(Filter filter) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(filter, parameters);
    List<String> keys =
        db.sql("select programme_key from programme" + where + " order by " + NEWEST)
            .params(parameters)
            .query(String.class)
            .list();
    return inOrder(keys);
  }

  /** How many match. */
  long total(Filter filter) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(filter, parameters);
    return db.sql("select count(*) from programme" + where)
        .params(parameters)
        .query(Long.class)
        .single();
  }

  /**
   * The rounds that run in those that match and have not ended.
   *
   * @param next null if there are none
   */
  record Silences(long programmes, OffsetDateTime next) {}

  Silences silences(Filter filter) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(filter.open(), parameters);
    return db.sql(
            """
            select count(distinct programme), min(silence_ends) from council_round
            where id in (%s) and programme in (select programme_key from programme%s)
            """
                .formatted(RunningRounds.IDS, where))
        .params(parameters)
        .query(
            (row, number) -> new Silences(row.getLong(1), row.getObject(2, OffsetDateTime.class)))
        .single();
  }

  /**
   * The reviews that are open in those that match and have not ended.
   *
   * @param late those whose day of decision has passed
   * @param next by when the committee has to decide the first; null if there are none
   */
  record OpenReviews(long programmes, long late, LocalDate next) {}

  OpenReviews reviews(Filter filter) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(filter.open(), parameters);
    return db.sql(
            """
            select count(distinct programme),
              count(distinct case when decide_by < :todayIs then programme end), min(decide_by)
            from review where status = 'OPEN' and programme in (select programme_key from programme%s)
            """
                .formatted(where))
        .params(parameters)
        .param("todayIs", days.today())
        .query(
            (row, number) ->
                new OpenReviews(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class)))
        .single();
  }

  /** What is due before it is overdue, as pages and lists mark it: by the day. */
  Instant startOfToday() {
    return days.begin(days.today()).toInstant();
  }

  private Timestamp begin() {
    return Timestamp.from(startOfToday());
  }

  private String where(Filter filter, Map<String, Object> parameters) {
    List<String> conditions = new ArrayList<>();
    if (filter.status() == Life.OPEN) {
      // The index is by status: two of three are found in it.
      conditions.add("status in ('ACTIVE', 'SUSPENDED')");
    } else if (filter.status() != null) {
      conditions.add("status = :status");
      parameters.put("status", filter.status().name());
    }
    if (filter.step() != null) {
      conditions.add("step = :step");
      parameters.put("step", filter.step().name());
    }
    if (filter.tier() != null) {
      conditions.add("tier = :tier");
      parameters.put("tier", filter.tier().name());
    }
    if (filter.text() != null) {
      conditions.add("(lower(name) like lower(:text) or lower(programme_key) like lower(:text))");
      parameters.put("text", "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
    if (filter.region() != null) {
      conditions.add("programme_key in (select programme from dossier where region = :region)");
      parameters.put("region", filter.region());
    }
    if (filter.pending() != null) {
      conditions.add("programme_key in (" + pending(filter.pending(), parameters) + ")");
    }
    if (filter.isRated()) {
      conditions.add("programme_key in (" + rated(filter, parameters) + ")");
    }
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private String pending(Pending pending, Map<String, Object> parameters) {
    switch (pending) {
      case OVERDUE -> {
        parameters.put("today", begin());
        return """
            select e.business_key_ from act_ru_task t
            join act_ru_execution e on e.id_ = t.proc_inst_id_ and e.business_key_ is not null
            where t.suspension_state_ = 1 and t.due_date_ < :today""";
      }
      case ROUND -> {
        return "select programme from council_round where id in (" + RunningRounds.IDS + ")";
      }
      case REVIEW -> {
        return "select programme from review where status = 'OPEN'";
      }
      case LATE_REVIEW -> {
        parameters.put("todayIs", days.today());
        return "select programme from review where status = 'OPEN' and decide_by < :todayIs";
      }
      default -> throw new IllegalArgumentException("Nobody waits for " + pending);
    }
  }

  private static String rated(Filter filter, Map<String, Object> parameters) {
    parameters.put("letters", RatingLine.letters(filter.colour(), filter.change()));
    return Arrays.stream(StatusDimension.values())
        .filter(each -> filter.dimension() == null || filter.dimension() == each)
        .map(each -> "substring(ratings, %s, 2) in (:letters)".formatted(RatingLine.place(each)))
        .collect(Collectors.joining(" or ", "select programme from rated_programme where ", ""));
  }

  /**
   * @param programmes those on this page
   * @param page counts from 0
   * @param total how many match in all
   */
  record Page(List<Programme> programmes, int page, int size, long total) {

    /** For the page: whether another one follows. */
    public boolean hasNext() {
      return (long) (page + 1) * size < total;
    }

    /** For the page: how many there are. */
    public long pages() {
      return (total + size - 1) / size;
    }
  }
}
