package app.chancery.stakeholders;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What planners may know of the stakeholder map: conclusions released for them, never the content
 * of an interview (rule 11).
 */
@Component
public class SummaryForPlanners {

  private final Stakeholders stakeholders;

  SummaryForPlanners(Stakeholders stakeholders) {
    this.stakeholders = stakeholders;
  }

  /** Sentences for the planner's form; empty if nothing is released. */
  public List<String> releasable(String programme) {
    return stakeholders.releasableSummary(programme).stream()
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .toList();
  }
}
