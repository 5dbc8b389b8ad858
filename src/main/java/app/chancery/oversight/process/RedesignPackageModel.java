package app.chancery.oversight.process;

/** The contract of {@code redesign-package.bpmn}; its business key is the programme. */
final class RedesignPackageModel {

  static final String PROCESS_ID = "redesign-package";

  /** Tells it that there is nothing left to redesign. */
  static final String PROGRAMME_ENDED = "programme-ended";

  /** Tells the programme that its work begins anew. */
  static final String PACKAGE_REPLACED = "package-replaced";

  private RedesignPackageModel() {}
}
