package app.chancery.readiness;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.words.Coded;
import app.chancery.readiness.PackageTemplate.TemplateMilestone;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What the policy offers each tier. */
@Service
public class PackageTemplates {

  private final DecisionTables tables;

  PackageTemplates(DecisionTables tables) {
    this.tables = tables;
  }

  /** What the policy offers a tier. */
  public PackageTemplate of(Tier tier) {
    List<Map<String, Object>> rows = tables.all("package-template", Map.of("tier", tier.code()));
    return new PackageTemplate(
        lines(rows, "security-assurances"),
        lines(rows, "economic-cooperation"),
        lines(rows, "joint-training"),
        rows.stream()
            .filter(row -> "milestones".equals(row.get("part")))
            .map(
                row ->
                    new TemplateMilestone(
                        (String) row.get("content"),
                        MilestoneMeasure.inWords((String) row.get("measure")),
                        (String) row.get("target"),
                        ((Number) row.get("dueAfterMonths")).intValue(),
                        Coded.of(MilestoneKind.class, (String) row.get("kind"))))
            .toList());
  }

  /** The instruments that the policy knows for a tier. */
  public List<InstrumentOffer> instruments(Tier tier) {
    return tables.all("instruments", Map.of("tier", tier.code())).stream()
        .map(
            row ->
                new InstrumentOffer(
                    Instrument.of((String) row.get("instrument")),
                    (String) row.get("cost"),
                    (String) row.get("costNature"),
                    (String) row.get("reach"),
                    ((Number) row.get("monthsMin")).intValue(),
                    ((Number) row.get("monthsMax")).intValue()))
        .toList();
  }

  private static List<String> lines(List<Map<String, Object>> rows, String part) {
    return rows.stream()
        .filter(row -> part.equals(row.get("part")))
        .map(row -> (String) row.get("content"))
        .toList();
  }
}
