package app.chancery.oversight;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, List<Rating>> ratings = new HashMap<>();
    db.sql("select programme, ratings from rated_programme where programme in (:programmes)")
        .param("programmes", programmes)
        .query(
            row -> {
              ratings.put(row.getString(1), RatingLine.read(row.getString(2)));
            });
    return ratings;
  }

  /** Takes the place of what the reviews before found, by programme. */
  void keep(Map<String, Pack> found) {
    if (found.isEmpty()) {
      return;
    }
    db.sql("delete from rated_programme where programme in (:programmes)")
        .param("programmes", found.keySet())
        .update();
    batches.batchUpdate(
        "insert into rated_programme (programme, ratings) values (:programme, :ratings)",
        found.entrySet().stream()
            .map(each -> row(each.getKey(), each.getValue()))
            .toArray(SqlParameterSource[]::new));
  }

  private static SqlParameterSource row(String programme, Pack pack) {
    return new MapSqlParameterSource("programme", programme)
        .addValue(
            "ratings",
            RatingLine.of(
                pack.dimensions().stream()
                    .map(line -> new Rating(line.dimension(), line.colour(), line.last()))
                    .toList()));
  }
}
