package app.chancery.stakeholders;

import app.chancery.engagement.PlannersBrief;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets planners read what was released from the stakeholder map, and nothing else (rule 11). */
@Component
class SummaryForPlanners implements PlannersBrief {

  private final Stakeholders stakeholders;

  SummaryForPlanners(Stakeholders stakeholders) {
    this.stakeholders = stakeholders;
  }

  @Override
  public List<String> releasable(String programme) {
    return stakeholders.releasableSummary(programme).stream()
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .toList();
  }
}
