package app.chancery.prerequisites;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import app.chancery.platform.people.Author;
import app.chancery.prerequisites.Finding.Detail;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The tables of the areas under examination and of what was found in them. */
@Repository
class FindingRegister {

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  FindingRegister(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  /** How far the examination is. */
  Examination of(String programme) {
    return new Examination(attempts(programme), findings(programme));
  }

  /** Enters an attempt at an area, which is the running one from now on. */
  void open(String programme, Area area, int attempt, String reason) {
    db.sql(
            """
            insert into prerequisite_area (programme, area, attempt, reason, opened_by, opened_at)
            values (:programme, :area, :attempt, :reason, :by, :at)
            """)
        .param("programme", programme)
        .param("area", area.name())
        .param("attempt", attempt)
        .param("reason", reason)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** Why the running attempt at an area was opened; null if there is none. */
  String reason(String programme, Area area) {
    return db.sql(
            """
            select reason from prerequisite_area where programme = :programme and area = :area
            order by attempt desc limit 1
            """)
        .param("programme", programme)
        .param("area", area.name())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /** Enters what the acting person found on a part. */
  void add(
      String programme, Part part, int attempt, Verdict verdict, String why, List<Detail> details) {
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    db.sql(
            """
            insert into prerequisite_finding (programme, part, attempt, satisfied, why, found_by,
              found_at)
            values (:programme, :part, :attempt, :satisfied, :why, :by, :at)
            """)
        .param("programme", programme)
        .param("part", part.name())
        .param("attempt", attempt)
        .param("satisfied", verdict.isSatisfied())
        .param("why", why)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update(id, "id");
    long finding = Objects.requireNonNull(id.getKeyAs(Long.class));
    for (Detail detail : details) {
      db.sql(
              """
              insert into prerequisite_detail (finding, label, detail)
              values (:finding, :label, :detail)
              """)
          .param("finding", finding)
          .param("label", detail.label())
          .param("detail", detail.detail())
          .update();
    }
  }

  /** How many findings on a part were made since a moment and count. */
  long since(String programme, Part part, OffsetDateTime moment) {
    return db.sql(
            """
            select count(*) from prerequisite_finding
            where programme = :programme and part = :part and found_at >= :since
              and taken_back_at is null
            """)
        .param("programme", programme)
        .param("part", part.name())
        .param("since", moment)
        .query(Long.class)
        .single();
  }

  /** They count no more. Their attempt makes room for another finding. */
  void takeBack(String programme, Part part, OffsetDateTime since) {
    db.sql(
            """
            update prerequisite_finding set taken_back_at = :now, attempt = -id
            where programme = :programme and part = :part and found_at >= :since
              and taken_back_at is null
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("programme", programme)
        .param("part", part.name())
        .param("since", since)
        .update();
  }

  private Map<Area, Integer> attempts(String programme) {
    return db
        .sql(
            """
            select area, max(attempt) as running from prerequisite_area
            where programme = :programme group by area
            """)
        .param("programme", programme)
        .query(
            (row, number) -> Map.entry(Area.valueOf(row.getString("area")), row.getInt("running")))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The newest finding on each part, in the order of the parts. */
  private List<Finding> findings(String programme) {
    Map<Long, List<Detail>> details = details(programme);
    return db
        .sql(
            """
            select id, part, attempt, satisfied, why, found_by, found_at
            from prerequisite_finding where programme = :programme and taken_back_at is null
            order by attempt
            """)
        .param("programme", programme)
        .query(
            (row, number) ->
                new Finding(
                    Part.valueOf(row.getString("part")),
                    row.getInt("attempt"),
                    row.getBoolean("satisfied"),
                    row.getString("why"),
                    details.getOrDefault(row.getLong("id"), List.of()),
                    row.getString("found_by"),
                    row.getObject("found_at", OffsetDateTime.class)))
        .list()
        .stream()
        .collect(toMap(Finding::part, finding -> finding, (earlier, later) -> later))
        .values()
        .stream()
        .sorted(Comparator.comparing(Finding::part))
        .toList();
  }

  private Map<Long, List<Detail>> details(String programme) {
    return db
        .sql(
            """
            select d.finding, d.label, d.detail
            from prerequisite_detail d join prerequisite_finding f on f.id = d.finding
            where f.programme = :programme order by d.id
            """)
        .param("programme", programme)
        .query(
            (row, number) ->
                Map.entry(
                    row.getLong("finding"),
                    new Detail(row.getString("label"), row.getString("detail"))))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }
}
