package app.chancery.integration.process;

import app.chancery.platform.engine.ProcessVariable;

/** The contract of {@code clear-accession-gate.bpmn}. */
final class ClearAccessionGateModel {

  static final String PROCESS_ID = "clear-accession-gate";

  static final ProcessVariable<Long> PHASE_ID = IntegrateIncrementallyModel.PHASE_ID;

  static final ProcessVariable<Boolean> INTEROPERABILITY_MET =
      ProcessVariable.flag("interoperabilityMet");

  static final ProcessVariable<Boolean> OPPOSITION_CHECKED =
      ProcessVariable.flag("oppositionChecked");

  static final ProcessVariable<Boolean> ACCESSION_ASSURANCES_IN_FORCE =
      ProcessVariable.flag("accessionAssurancesInForce");

  private ClearAccessionGateModel() {}
}
