package app.chancery.programme.process;

/** The contract of {@code withdraw-application.bpmn}: the fields of its form. */
final class WithdrawApplicationModel {

  static final String PROGRAMME = "programme";
  static final String REASON = "withdrawalReason";
  static final String DOCUMENTS = "documents";

  /** The tick by which the withdrawal is asked for once more. */
  static final String CONFIRMED = "withdrawalConfirmed";

  private WithdrawApplicationModel() {}
}
