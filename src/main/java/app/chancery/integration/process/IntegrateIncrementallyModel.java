package app.chancery.integration.process;

import app.chancery.platform.engine.ProcessVariable;

/** The contract of {@code integrate-incrementally.bpmn}. */
final class IntegrateIncrementallyModel {

  static final String PROCESS_ID = "integrate-incrementally";

  static final ProcessVariable<Boolean> SCHEDULE_CONFIRMED =
      ProcessVariable.flag("scheduleConfirmed");

  /** The name of an {@link app.chancery.readiness.Instrument}, or {@code none}. */
  static final ProcessVariable<String> NEXT_INSTRUMENT = ProcessVariable.text("nextInstrument");

  /** The phase that is open; also handed to {@code conduct-phase} and {@code ratify-accession}. */
  static final ProcessVariable<Long> PHASE_ID = ProcessVariable.number("phaseId");

  /** An ISO 8601 instant in UTC; handed to {@code conduct-phase}. */
  static final ProcessVariable<String> PLANNED_END = ProcessVariable.text("plannedEnd");

  /** {@code settled} or {@code acceded}; the programme reads it. */
  static final ProcessVariable<String> INTEGRATION_OUTCOME =
      ProcessVariable.text("integrationOutcome");

  private IntegrateIncrementallyModel() {}
}
