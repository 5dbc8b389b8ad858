package app.chancery.prerequisites.process;

import app.chancery.platform.engine.ProcessVariable;

/**
 * The contract of {@code establish-prerequisites.bpmn} and of the processes it calls, one for each
 * area.
 */
final class EstablishPrerequisitesModel {

  static final String PROCESS_ID = "establish-prerequisites";

  /** The name of the {@link app.chancery.prerequisites.Area} that a process examines; local. */
  static final ProcessVariable<String> AREA = ProcessVariable.text("area");

  /** Whether something of the area is still to be found. */
  static final ProcessVariable<Boolean> AREA_OPEN = ProcessVariable.flag("areaOpen");

  /** Whether the analyst has just reported an intelligence gap. */
  static final ProcessVariable<Boolean> GAP_FOUND = ProcessVariable.flag("gapFound");

  static final ProcessVariable<Boolean> BRIEFS_COMPLETE = ProcessVariable.flag("briefsComplete");

  /** Handed to the programme: everything is satisfied and endorsed. */
  static final ProcessVariable<Boolean> PREREQUISITES_MET =
      ProcessVariable.flag("prerequisitesMet");

  static final ProcessVariable<Boolean> SHELVED = ProcessVariable.flag("shelved");

  private EstablishPrerequisitesModel() {}
}
