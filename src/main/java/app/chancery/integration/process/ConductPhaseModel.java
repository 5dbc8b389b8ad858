package app.chancery.integration.process;

import app.chancery.platform.engine.ProcessVariable;

/** The contract of {@code conduct-phase.bpmn}. */
final class ConductPhaseModel {

  static final String PROCESS_ID = "conduct-phase";

  static final ProcessVariable<Long> PHASE_ID = IntegrateIncrementallyModel.PHASE_ID;

  static final ProcessVariable<Boolean> PHASE_COMPLETE = ProcessVariable.flag("phaseComplete");

  static final ProcessVariable<Boolean> NEXT_ASSURANCES_IN_FORCE =
      ProcessVariable.flag("nextAssurancesInForce");

  static final ProcessVariable<Boolean> PHASE_PROLONGED = ProcessVariable.flag("phaseProlonged");

  private ConductPhaseModel() {}
}
