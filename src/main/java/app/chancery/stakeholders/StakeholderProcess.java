package app.chancery.stakeholders;

/** What the business tells the process of step 1. */
public interface StakeholderProcess {

  /**
   * A stakeholder was put on the list while the interviews of the programme run: one more interview
   * starts.
   *
   * @param stakeholder the id of the stakeholder
   * @throws app.chancery.platform.refusal.Conflict if no interviews of the programme run now
   */
  void stakeholderAdded(String programme, long stakeholder);
}
