package app.chancery.stakeholders.process;

import app.chancery.platform.engine.ProcessVariable;
import java.util.List;

/**
 * The contract of {@code map-stakeholder-interests.bpmn} and of {@code interview-stakeholder.bpmn},
 * which it calls. What is said in an interview is no part of it: those form fields are removed in
 * the transaction in which they arrive.
 */
final class MapStakeholderInterestsModel {

  static final String PROCESS_ID = "map-stakeholder-interests";

  /** One more stakeholder is to be interviewed; carries {@link #STAKEHOLDER}. */
  static final String STAKEHOLDER_ADDED = "stakeholder-added";

  /** Whom to interview, by their ids: the engine starts one interview for each. */
  @SuppressWarnings("rawtypes")
  static final ProcessVariable<List> STAKEHOLDERS =
      new ProcessVariable<>("stakeholderIds", List.class);

  /** The id of the stakeholder of an interview. */
  static final ProcessVariable<Long> STAKEHOLDER = ProcessVariable.number("stakeholderId");

  static final ProcessVariable<Boolean> LIST_CLOSED = ProcessVariable.flag("listClosed");

  static final ProcessVariable<Boolean> MAP_APPROVED = ProcessVariable.flag("mapApproved");

  private MapStakeholderInterestsModel() {}
}
