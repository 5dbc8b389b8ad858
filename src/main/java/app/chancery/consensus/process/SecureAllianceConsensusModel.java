package app.chancery.consensus.process;

import app.chancery.platform.engine.ProcessVariable;
import java.util.Date;

/** The contract of {@code secure-alliance-consensus.bpmn}. */
final class SecureAllianceConsensusModel {

  static final String PROCESS_ID = "secure-alliance-consensus";

  static final String STATE_POSITION = "userTask_statePosition";
  static final String JOIN_CONSULTATION = "userTask_joinConsultation";
  static final String SILENCE_ENDS_TIMER = "boundaryEvent_silenceEnds";
  static final String ISSUE_ENDORSEMENT = "serviceTask_issueEndorsement";

  /** When the silence of the open round ends. */
  static final ProcessVariable<Date> SILENCE_ENDS =
      new ProcessVariable<>("silenceEnds", Date.class);

  /** When those who have not answered are reminded. */
  static final ProcessVariable<Date> REMIND_AT = new ProcessVariable<>("remindAt", Date.class);

  /**
   * The groups that get a task in the round or the consultation; transient, as the tasks are made
   * at once. No task has a copy of its own: a task's group is in its candidates.
   */
  static final String DELEGATIONS = "delegations";

  /** Whether the secretariat has not taken the proposal back. */
  static final ProcessVariable<Boolean> SILENCE_GOES_ON = ProcessVariable.flag("silenceGoesOn");

  static final ProcessVariable<Boolean> PROPOSAL_ADOPTED = ProcessVariable.flag("proposalAdopted");

  static final ProcessVariable<Boolean> ROUNDS_LEFT = ProcessVariable.flag("roundsLeft");

  /** The word of a {@link app.chancery.consensus.Course}. */
  static final ProcessVariable<String> COURSE = ProcessVariable.text("course");

  /** The code of a {@link app.chancery.consensus.FallBack}. */
  static final ProcessVariable<String> WAY_ON = ProcessVariable.text("wayOn");

  /** The word of a {@link app.chancery.consensus.CouncilOutcome}; goes out to the programme. */
  static final ProcessVariable<String> COUNCIL_OUTCOME = ProcessVariable.text("councilOutcome");

  private SecureAllianceConsensusModel() {}
}
