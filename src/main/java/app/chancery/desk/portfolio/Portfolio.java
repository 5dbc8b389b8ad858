package app.chancery.desk.portfolio;

import app.chancery.oversight.Colour;
import app.chancery.oversight.Rating;
import app.chancery.oversight.StatusDimension;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

  /** The first day on which something is to be done in a programme, passed or to come. */
  private static final String AWAITED =
      """
       left join (
        select e.business_key_ as of_programme, min(t.due_date_) as due
        from act_ru_task t
          join act_ru_execution e on e.id_ = t.proc_inst_id_ and e.business_key_ is not null
        where t.suspension_state_ = 1
        group by e.business_key_) awaited on awaited.of_programme = programme_key
      """;

  private static final String BETTER_BEFORE =
      "(colour = 'RED' and last_colour in ('AMBER', 'GREEN')"
          + " or colour = 'AMBER' and last_colour = 'GREEN')";

  private static final String WORSE_BEFORE =
      "(colour = 'GREEN' and last_colour in ('AMBER', 'RED')"
          + " or colour = 'AMBER' and last_colour = 'RED')";

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
    return find(filter, page, size, "", NEWEST);
  }

  /**
   * The same by the day on which something is awaited, so that what is overdue is first and latest
   * of all; then those in which nothing is, and those that have ended.
   *
   * @param page counts from 0; one beyond the last page gives the last one
   */
  Page awaitedFirst(Filter filter, int page, int size) {
    int last = (int) PageNumber.pages(total(filter), size) - 1;
    return find(
        filter,
        Math.min(page, last),
        size,
        AWAITED,
        "case when status = 'ENDED' then 1 else 0 end, awaited.due nulls last, " + NEWEST);
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
    Map<String, Programme> found = new HashMap<>();
    for (int from = 0; from < keys.size(); from += LARGEST_PAGE) {
      programmes
          .all(keys.subList(from, Math.min(keys.size(), from + LARGEST_PAGE)))
          .forEach(programme -> found.put(programme.key(), programme));
    }
    return keys.stream().map(found::get).toList();
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

  private Page find(Filter filter, int page, int size, String join, String order) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(filter, parameters);
    List<String> keys =
        db.sql(
                "select programme_key from programme"
                    + join
                    + where
                    + " order by "
                    + order
                    + " limit :size offset :offset")
            .params(parameters)
            .param("size", size)
            .param("offset", (long) page * size)
            .query(String.class)
            .list();
    List<Programme> found =
        programmes.all(keys).stream()
            .sorted(Comparator.comparing(programme -> keys.indexOf(programme.key())))
            .toList();
    return new Page(found, page, size, total(filter));
  }

  /**
   * Those that match and have not ended, by step: of each step the first ones by the day on which
   * something is awaited.
   *
   * @param most of each step
   */
  Map<Step, List<Programme>> firstOfEachStep(Filter filter, int most) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(filter.open(), parameters);
    List<String> keys =
        db.sql(
                "select programme_key from (select programme_key, row_number() over (partition by"
                    + " step order by awaited.due nulls last, "
                    + NEWEST
                    + ") as place from programme"
                    + AWAITED
                    + where
                    + ") placed where place <= :most order by place")
            .params(parameters)
            .param("most", most)
            .query(String.class)
            .list();
    Map<String, Programme> found =
        programmes.all(keys).stream()
            .collect(Collectors.toMap(Programme::key, programme -> programme));
    return keys.stream().map(found::get).collect(Collectors.groupingBy(Programme::step));
  }

  /** How many match and have not ended, by step; steps without any are left out. */
  Map<Step, Long> openByStep(Filter filter) {
    return counts(
        "select step, count(*) from programme%s group by step", filter.open(), Step::valueOf);
  }

  Map<Programme.Status, Long> byStatus(Filter filter) {
    return counts(
        "select status, count(*) from programme%s group by status",
        filter, Programme.Status::valueOf);
  }

  private <K> Map<K, Long> counts(String statement, Filter filter, Function<String, K> key) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    return db
        .sql(statement.formatted(where(filter, parameters)))
        .params(parameters)
        .query((row, number) -> Map.entry(key.apply(row.getString(1)), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** How many of those that match and have not ended stand how in each dimension. */
  List<RatingCount> ratings(Filter filter) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(filter.open(), parameters);
    return db.sql(
            """
            select dimension, colour, last_colour, count(*) from programme_rating
            join programme on programme_key = programme_rating.programme%s
            group by dimension, colour, last_colour
            """
                .formatted(where))
        .params(parameters)
        .query(
            (row, number) ->
                new RatingCount(
                    new Rating(
                        StatusDimension.valueOf(row.getString(1)),
                        Colour.valueOf(row.getString(2)),
                        row.getString(3) == null ? null : Colour.valueOf(row.getString(3))),
                    row.getLong(4)))
        .list();
  }

  /** So many programmes stand like this. */
  record RatingCount(Rating rating, long programmes) {}

  /** The next day on which something is due in one of those that match; empty if none is. */
  Optional<NextDue> nextDue(Filter filter) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(filter.open(), parameters);
    return db.sql(
            """
            select programme_key, t.due_date_ from programme
            join act_ru_execution e on e.business_key_ = programme_key
            join act_ru_task t on t.proc_inst_id_ = e.id_
              and t.suspension_state_ = 1 and t.due_date_ >= :begin%s
            order by t.due_date_, programme_key limit 1
            """
                .formatted(where))
        .params(parameters)
        .param("begin", begin())
        .query(
            (row, number) ->
                new NextDue(
                    row.getString("programme_key"),
                    days.of(row.getTimestamp("due_date_").toInstant())))
        .optional();
  }

  /** What is due next, of which programme. */
  record NextDue(String programme, LocalDate day) {}

  /** When the first of the silences ends that run in those that match. */
  Optional<OffsetDateTime> nextSilence(Filter filter) {
    return first(
        "select min(silence_ends) from council_round where status = 'OPEN' and programme in",
        filter,
        OffsetDateTime.class);
  }

  /** By when the committee has to decide the first of the reviews of those that match. */
  Optional<LocalDate> nextDecision(Filter filter) {
    return first(
        "select min(decide_by) from review where status = 'OPEN' and programme in",
        filter,
        LocalDate.class);
  }

  private <T> Optional<T> first(String statement, Filter filter, Class<T> type) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    String where = where(filter.open(), parameters);
    return Optional.ofNullable(
        db.sql(statement + " (select programme_key from programme" + where + ")")
            .params(parameters)
            .query((row, number) -> row.getObject(1, type))
            .list()
            .get(0));
  }

  /** What is due before it is overdue, as pages and lists mark it: by the day. */
  private Timestamp begin() {
    return Timestamp.from(days.begin(days.today()).toInstant());
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
        return "select programme from council_round where status = 'OPEN'";
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
    List<String> conditions = new ArrayList<>();
    if (filter.dimension() != null) {
      conditions.add("dimension = :dimension");
      parameters.put("dimension", filter.dimension().name());
    }
    if (filter.colour() != null) {
      conditions.add("colour = :colour");
      parameters.put("colour", filter.colour().name());
    }
    if (filter.change() != null) {
      conditions.add(
          switch (filter.change()) {
            case SAME -> "colour = last_colour";
            case WORSE -> BETTER_BEFORE;
            case BETTER -> WORSE_BEFORE;
          });
    }
    return "select programme from programme_rating where " + String.join(" and ", conditions);
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
