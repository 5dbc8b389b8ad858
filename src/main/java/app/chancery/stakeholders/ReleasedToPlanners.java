package app.chancery.stakeholders;

import app.chancery.engagement.PlannersBrief;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an envoy released of the stakeholder map, for the planner who drafts the offer. */
@Component
class ReleasedToPlanners implements PlannersBrief {

  private final Stakeholders stakeholders;

  ReleasedToPlanners(Stakeholders stakeholders) {
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
