package app.chancery.engagement;

import java.util.List;

/**
 * What planners may know of the stakeholder map: conclusions released for them, never the content
 * of an interview (rule 11). Optional; implemented by whoever keeps the map.
 */
public interface PlannersBrief {

  /** Sentences for the planner's form; empty if nothing is released. */
  List<String> releasable(String programme);
}
