package app.chancery.desk.policy;

import app.chancery.desk.policy.Trial.Points;
import app.chancery.desk.policy.Trial.Status;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.readiness.PolicyTable;
import app.chancery.readiness.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of what was tried. */
@Repository
class TrialRegister {

  private static final String SELECT =
      "select id, policy_table, file_name, sha256, compared_with, note, tried_by, tried_at,"
          + " assessed_on, status, refusals, dossiers, looked_at, went_on_at, points_before,"
          + " points_after, capacity_before, capacity_after from policy_trial ";

  private final JdbcClient db;
  private final NamedParameterJdbcTemplate batches;
  private final Clock clock;

  TrialRegister(JdbcClient db, NamedParameterJdbcTemplate batches, Clock clock) {
    this.db = db;
    this.batches = batches;
    this.clock = clock;
  }

  /**
   * How many programmes went from which tier to which, or stay.
   *
   * @param ended whether they have
   */
  record Count(boolean ended, Tier before, Tier after, int programmes) {}

  long add(
      PolicyTable table,
      String fileName,
      byte[] content,
      String sha256,
      TableVersions comparedWith,
      String note,
      String by,
      LocalDate assessedOn,
      int dossiers) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    db.sql(
            """
            insert into policy_trial (policy_table, file_name, content, sha256, compared_with, note,
              tried_by, tried_at, assessed_on, status, dossiers, looked_at, went_on_at)
            values (:table, :file, :content, :sha256, :with, :note, :by, :at, :on, 'RUNNING',
              :dossiers, 0, :at)
            """)
        .param("table", table.code())
        .param("file", fileName)
        .param("content", content)
        .param("sha256", sha256)
        .param("with", comparedWith.text())
        .param("note", note)
        .param("by", by)
        .param("at", now)
        .param("on", assessedOn)
        .param("dossiers", dossiers)
        .update();
    return db.sql("select max(id) from policy_trial where tried_by = :by and sha256 = :sha256")
        .param("by", by)
        .param("sha256", sha256)
        .query(Long.class)
        .single();
  }

  /**
   * @throws NotFound if there is none
   */
  Trial get(long id) {
    return db.sql(SELECT + "where id = :id")
        .param("id", id)
        .query(TrialRegister::map)
        .optional()
        .orElseThrow(() -> new NotFound(Words.of("policyTrial.none")));
  }

  /** The newest first. */
  List<Trial> newest(int most) {
    return db.sql(SELECT + "order by id desc limit :most")
        .param("most", most)
        .query(TrialRegister::map)
        .list();
  }

  /** The newest that is done. */
  Optional<Trial> lastDone() {
    return db.sql(SELECT + "where status = 'DONE' order by id desc limit 1")
        .query(TrialRegister::map)
        .optional();
  }

  /**
   * How many trials of a person go on or wait.
   *
   * @param since those that have not gone on since then were broken off
   */
  int underWay(String by, OffsetDateTime since) {
    return db.sql(
            """
            select count(*) from policy_trial
            where tried_by = :by and status = 'RUNNING' and went_on_at >= :since
            """)
        .param("by", by)
        .param("since", since)
        .query(Integer.class)
        .single();
  }

  byte[] content(long id) {
    return db.sql("select content from policy_trial where id = :id")
        .param("id", id)
        .query((row, number) -> row.getBytes("content"))
        .single();
  }

  /**
   * One that has not gone on since then begins anew, for one of those who ask that.
   *
   * @return whether it does
   */
  boolean restart(
      long id,
      OffsetDateTime wentOnAt,
      TableVersions comparedWith,
      LocalDate assessedOn,
      int dossiers) {
    boolean taken =
        db.sql(
                    """
                    update policy_trial set looked_at = 0, went_on_at = :now, status = 'RUNNING',
                      compared_with = :with, assessed_on = :on, dossiers = :dossiers,
                      refusals = null
                    where id = :id and went_on_at = :before and status in ('RUNNING', 'FAILED')
                    """)
                .param("id", id)
                .param("before", wentOnAt)
                .param("with", comparedWith.text())
                .param("on", assessedOn)
                .param("dossiers", dossiers)
                .param("now", OffsetDateTime.now(clock))
                .update()
            > 0;
    if (taken) {
      db.sql("delete from policy_trial_move where trial = :id").param("id", id).update();
      db.sql("delete from policy_trial_count where trial = :id").param("id", id).update();
    }
    return taken;
  }

  /** Those that a node is at, or that wait there for others, are not broken off. */
  void goOn(Set<Long> ids) {
    db.sql(
            """
            update policy_trial set went_on_at = :now where id in (:ids) and status = 'RUNNING'
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("ids", ids)
        .update();
  }

  /** So many more were looked at, and some of them would move. */
  void lookedAt(long id, int more, List<Movement> moves) {
    batches.batchUpdate(
        """
        insert into policy_trial_move (trial, programme, ended, tier_on_record, tier_before,
          tier_after, points_before, points_after, why)
        values (:trial, :programme, :ended, :onRecord, :before, :after, :pointsBefore, :pointsAfter,
          :why)
        """,
        moves.stream()
            .map(
                move ->
                    new MapSqlParameterSource()
                        .addValue("trial", id)
                        .addValue("programme", move.programme())
                        .addValue("ended", move.ended())
                        .addValue("onRecord", name(move.tierOnRecord()))
                        .addValue("before", move.before().name())
                        .addValue("after", move.after().name())
                        .addValue("pointsBefore", move.pointsBefore())
                        .addValue("pointsAfter", move.pointsAfter())
                        .addValue("why", String.join("\n", move.why())))
            .toArray(SqlParameterSource[]::new));
    db.sql(
            """
            update policy_trial set looked_at = looked_at + :more, went_on_at = :now where id = :id
            """)
        .param("more", more)
        .param("now", OffsetDateTime.now(clock))
        .param("id", id)
        .update();
  }

  void done(long id, List<Count> counts, Points points) {
    batches.batchUpdate(
        """
        insert into policy_trial_count (trial, ended, tier_before, tier_after, programmes)
        values (:trial, :ended, :before, :after, :programmes)
        """,
        counts.stream()
            .map(
                count ->
                    new MapSqlParameterSource(
                        Map.of(
                            "trial", id,
                            "ended", count.ended(),
                            "before", count.before().name(),
                            "after", count.after().name(),
                            "programmes", count.programmes())))
            .toArray(SqlParameterSource[]::new));
    db.sql(
            """
            update policy_trial set status = 'DONE', points_before = :before, points_after = :after,
              capacity_before = :capacityBefore, capacity_after = :capacityAfter where id = :id
            """)
        .param("before", points.before())
        .param("after", points.after())
        .param("capacityBefore", points.capacityBefore())
        .param("capacityAfter", points.capacityAfter())
        .param("id", id)
        .update();
  }

  /** It cannot be released. */
  void ended(long id, Status status, List<String> refusals) {
    db.sql("update policy_trial set status = :status, refusals = :refusals where id = :id")
        .param("status", status.name())
        .param("refusals", String.join("\n", refusals))
        .param("id", id)
        .update();
  }

  List<Count> counts(long id) {
    return db.sql(
            """
            select ended, tier_before, tier_after, programmes from policy_trial_count
            where trial = :id order by id
            """)
        .param("id", id)
        .query(
            (row, number) ->
                new Count(
                    row.getBoolean("ended"),
                    Tier.valueOf(row.getString("tier_before")),
                    Tier.valueOf(row.getString("tier_after")),
                    row.getInt("programmes")))
        .list();
  }

  /** Those that have not ended first, by the key. */
  List<Movement> moves(long id, int most) {
    return db.sql(
            """
            select * from policy_trial_move where trial = :id
            order by ended, programme, id limit :most
            """)
        .param("id", id)
        .param("most", most)
        .query(
            (row, number) ->
                new Movement(
                    row.getString("programme"),
                    row.getBoolean("ended"),
                    tier(row.getString("tier_on_record")),
                    tier(row.getString("tier_before")),
                    tier(row.getString("tier_after")),
                    row.getInt("points_before"),
                    row.getInt("points_after"),
                    row.getString("why").lines().toList()))
        .list();
  }

  private static String name(Tier tier) {
    return tier == null ? null : tier.name();
  }

  private static Tier tier(String name) {
    return name == null ? null : Tier.valueOf(name);
  }

  private static Trial map(ResultSet row, int number) throws SQLException {
    Integer before = row.getObject("points_before", Integer.class);
    String refusals = row.getString("refusals");
    return new Trial(
        row.getLong("id"),
        Coded.of(PolicyTable.class, row.getString("policy_table")),
        row.getString("file_name"),
        row.getString("sha256"),
        TableVersions.of(row.getString("compared_with")),
        row.getString("note"),
        row.getString("tried_by"),
        row.getObject("tried_at", OffsetDateTime.class),
        row.getObject("assessed_on", LocalDate.class),
        Status.valueOf(row.getString("status")),
        refusals == null ? List.of() : refusals.lines().toList(),
        row.getInt("dossiers"),
        row.getInt("looked_at"),
        row.getObject("went_on_at", OffsetDateTime.class),
        before == null
            ? null
            : new Points(
                before,
                row.getInt("points_after"),
                row.getInt("capacity_before"),
                row.getInt("capacity_after")));
  }
}
