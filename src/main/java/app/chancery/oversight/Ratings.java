package app.chancery.oversight;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How programmes stand by their newest reviews. It is all in the packs too; here it can be counted
 * and looked for over ten thousand programmes.
 */
@Service
public class Ratings {

  private final JdbcClient db;
  private final NamedParameterJdbcOperations batches;

  Ratings(JdbcClient db, NamedParameterJdbcOperations batches) {
    this.db = db;
    this.batches = batches;
  }

  /** By programme, in the order of the dimensions; those that had no review yet are left out. */
  public Map<String, List<Rating>> of(Collection<String> programmes) {
    if (programmes.isEmpty()) {
      return Map.of();
    }
    return db
        .sql(
            """
            select programme, dimension, colour, last_colour from programme_rating
            where programme in (:programmes)
            """)
        .param("programmes", programmes)
        .query(
            (row, number) ->
                Map.entry(
                    row.getString("programme"),
                    new Rating(
                        StatusDimension.valueOf(row.getString("dimension")),
                        Colour.valueOf(row.getString("colour")),
                        Optional.ofNullable(row.getString("last_colour"))
                            .map(Colour::valueOf)
                            .orElse(null))))
        .list()
        .stream()
        .sorted(Map.Entry.comparingByValue(java.util.Comparator.comparing(Rating::dimension)))
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Takes the place of what the reviews before found, by programme. */
  void keep(Map<String, Pack> found) {
    if (found.isEmpty()) {
      return;
    }
    db.sql("delete from programme_rating where programme in (:programmes)")
        .param("programmes", found.keySet())
        .update();
    batches.batchUpdate(
        """
        insert into programme_rating (programme, dimension, colour, last_colour)
        values (:programme, :dimension, :colour, :last)
        """,
        found.entrySet().stream()
            .flatMap(
                each -> each.getValue().dimensions().stream().map(line -> row(each.getKey(), line)))
            .toArray(SqlParameterSource[]::new));
  }

  private static SqlParameterSource row(String programme, Pack.DimensionLine line) {
    return new MapSqlParameterSource("programme", programme)
        .addValue("dimension", line.dimension().name())
        .addValue("colour", line.colour().name())
        .addValue("last", line.last() == null ? null : line.last().name());
  }
}
