package app.chancery.desk.portfolio;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
        where t.suspension_state_ = 1
        group by e.business_key_) awaited on awaited.of_programme = programme_key
      """;

  private final JdbcClient db;
  private final Programmes programmes;

  Portfolio(JdbcClient db, Programmes programmes) {
    this.db = db;
    this.programmes = programmes;
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
    int last = (int) Math.max(0, (total(filter) - 1) / size);
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

  private long total(Filter filter) {
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

  private static String where(Filter filter, Map<String, Object> parameters) {
    List<String> conditions = new ArrayList<>();
    if (filter.status() != null) {
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
      conditions.add("(lower(name) like :text or lower(programme_key) like :text)");
      parameters.put(
          "text",
          "%" + filter.text().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
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
