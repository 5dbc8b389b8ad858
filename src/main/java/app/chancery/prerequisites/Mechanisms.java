package app.chancery.prerequisites;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.security.Author;
import app.chancery.prerequisites.Finding.Detail;
import app.chancery.records.dossier.Dossiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The partnership mechanisms in which a candidate takes part. */
@Service
public class Mechanisms {

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;
  private final Dossiers dossiers;
  private final Frameworks frameworks;
  private final Prerequisites prerequisites;

  Mechanisms(
      JdbcClient db,
      Clock clock,
      Author author,
      Dossiers dossiers,
      Frameworks frameworks,
      Prerequisites prerequisites) {
    this.db = db;
    this.clock = clock;
    this.author = author;
    this.dossiers = dossiers;
    this.frameworks = frameworks;
    this.prerequisites = prerequisites;
  }

  /**
   * Looks up in which partnership frameworks the candidate takes part, and keeps what was found.
   */
  public void lookUp(String programme) {
    int attempt = prerequisites.attempt(programme, Area.MECHANISMS_AND_COMMAND);
    for (PartnershipFramework found : frameworks.of(dossiers.of(programme).candidate())) {
      db.sql(
              """
              insert into partnership_mechanism (programme, attempt, framework, status, since,
                source, found_at)
              values (:programme, :attempt, :framework, :status, :since, :source, :at)
              """)
          .param("programme", programme)
          .param("attempt", attempt)
          .param("framework", found.framework())
          .param("status", found.status())
          .param("since", found.since())
          .param("source", found.source())
          .param("at", OffsetDateTime.now(clock))
          .update();
    }
  }

  /** What the newest look-up found, in the order of the table of frameworks. */
  public List<PartnershipFramework> found(String programme) {
    return db.sql(
            """
            select framework, status, since, source from partnership_mechanism
            where programme = :programme and attempt = :attempt order by id
            """)
        .param("programme", programme)
        .param("attempt", prerequisites.attempt(programme, Area.MECHANISMS_AND_COMMAND))
        .query(Mechanisms::framework)
        .list();
  }

  /**
   * Records the mechanisms as planners confirm or adjust them, each with where it is known from.
   *
   * @param field the form field that faults are reported for
   * @param lines {@code framework | status | since}, one each; since may be left out
   */
  public void confirm(
      String programme, String field, List<String> lines, Verdict verdict, String why) {
    Map<String, String> sources =
        found(programme).stream()
            .collect(
                Collectors.toMap(
                    PartnershipFramework::line, PartnershipFramework::source, (one, two) -> one));
    Faults faults = new Faults();
    List<Detail> details = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\\|", 2);
      faults.check(
          cells.length == 2 && !cells[0].isBlank() && !cells[1].isBlank(),
          field,
          "line %s must read 'framework | status | since'".formatted(i + 1));
      details.add(
          new Detail(
              cells[0].strip(),
              "%s (%s)"
                  .formatted(
                      cells[cells.length - 1].replace(" |", ",").strip(),
                      sources.getOrDefault(lines.get(i), "as recorded by " + author.name()))));
    }
    faults.refuseIfAny();
    prerequisites.find(programme, Part.PARTNERSHIP_MECHANISMS, verdict, why, details);
  }

  private static PartnershipFramework framework(ResultSet row, int number) throws SQLException {
    return new PartnershipFramework(
        row.getString("framework"),
        row.getString("status"),
        row.getString("since"),
        row.getString("source"));
  }
}
