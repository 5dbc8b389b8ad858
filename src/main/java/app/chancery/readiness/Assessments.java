package app.chancery.readiness;

import app.chancery.platform.decisions.TableVersions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every assessment of every programme. The register only grows. */
@Service
public class Assessments {

  private static final String SELECT = "select * from assessment where programme = :programme ";

  private final JdbcClient db;
  private final Clock clock;

  Assessments(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * @param policy the tables that it was made by
   */
  @Transactional
  public RecordedAssessment record(String programme, Assessment assessment, TableVersions policy) {
    Scores scores = assessment.scores();
    db.sql(
            """
            insert into assessment (programme, assessed_on, recorded_at, tier, uncapped_tier,
              military_capability, political_will, economic_ties, interoperability,
              domestic_support, explanation, policy)
            values (:programme, :assessedOn, :at, :tier, :uncappedTier, :military, :political,
              :economic, :interoperability, :domestic, :explanation, :policy)
            """)
        .param("programme", programme)
        .param("assessedOn", assessment.assessedOn())
        .param("at", OffsetDateTime.now(clock))
        .param("tier", assessment.tier().name())
        .param("uncappedTier", assessment.uncappedTier().name())
        .param("military", scores.militaryCapability())
        .param("political", scores.politicalWill())
        .param("economic", scores.economicTies())
        .param("interoperability", scores.interoperability())
        .param("domestic", scores.domesticSupport())
        .param("explanation", String.join("\n", assessment.explanation()))
        .param("policy", policy.text())
        .update();
    long id =
        db.sql("select max(id) from assessment where programme = :programme")
            .param("programme", programme)
            .query(Long.class)
            .single();
    for (Cap cap : assessment.caps()) {
      db.sql(
              """
              insert into assessment_cap (assessment, cap_rule, limits_to, because)
              values (:id, :rule, :limitsTo, :because)
              """)
          .param("id", id)
          .param("rule", cap.rule())
          .param("limitsTo", cap.limitsTo().name())
          .param("because", cap.because())
          .update();
    }
    return latest(programme).orElseThrow();
  }

  /** The newest assessment, if there is one. */
  public Optional<RecordedAssessment> latest(String programme) {
    return Optional.ofNullable(latestOfEach(List.of(programme)).get(programme));
  }

  /** The newest assessments of several programmes, by programme; those without are left out. */
  public Map<String, RecordedAssessment> latestOfEach(Collection<String> programmes) {
    return withCaps(
            db.sql(
                    """
                    select * from assessment where id in
                      (select max(id) from assessment where programme in (:programmes)
                       group by programme)
                    """)
                .param("programmes", programmes)
                .query(Assessments::uncapped)
                .list())
        .stream()
        .collect(Collectors.toMap(RecordedAssessment::programme, assessment -> assessment));
  }

  /** All assessments of a programme, oldest first. */
  public List<RecordedAssessment> of(String programme) {
    return withCaps(
        db.sql(SELECT + "order by id")
            .param("programme", programme)
            .query(Assessments::uncapped)
            .list());
  }

  /** As it stands in its row; its caps are rows of their own. */
  private static RecordedAssessment uncapped(ResultSet row, int number) throws SQLException {
    return new RecordedAssessment(
        row.getLong("id"),
        row.getString("programme"),
        row.getObject("assessed_on", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class),
        Tier.valueOf(row.getString("tier")),
        Tier.valueOf(row.getString("uncapped_tier")),
        new Scores(
            row.getInt("military_capability"),
            row.getInt("political_will"),
            row.getInt("economic_ties"),
            row.getInt("interoperability"),
            row.getInt("domestic_support")),
        List.of(),
        row.getString("explanation").lines().toList(),
        TableVersions.of(row.getString("policy")));
  }

  /** With one statement for all of them. */
  private List<RecordedAssessment> withCaps(List<RecordedAssessment> uncapped) {
    if (uncapped.isEmpty()) {
      return uncapped;
    }
    Map<Long, List<Cap>> caps = new HashMap<>();
    db.sql(
            """
            select assessment, cap_rule, limits_to, because from assessment_cap
            where assessment in (:ids) order by id
            """)
        .param("ids", uncapped.stream().map(RecordedAssessment::id).toList())
        .query(
            row -> {
              caps.computeIfAbsent(row.getLong("assessment"), id -> new ArrayList<>())
                  .add(
                      new Cap(
                          row.getString("cap_rule"),
                          Tier.valueOf(row.getString("limits_to")),
                          row.getString("because")));
            });
    return uncapped.stream()
        .map(each -> each.with(caps.getOrDefault(each.id(), List.of())))
        .toList();
  }
}
