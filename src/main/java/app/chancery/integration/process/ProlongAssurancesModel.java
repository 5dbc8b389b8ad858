package app.chancery.integration.process;

/** The contract of {@code prolong-assurances.bpmn}. */
final class ProlongAssurancesModel {

  static final String PROCESS_ID = "prolong-assurances";

  private ProlongAssurancesModel() {}
}
