package app.chancery.desk.work;

/** Passes tasks from hand to hand, for the person who acts. */
public interface Hands {

  /**
   * Takes a task for the person who acts.
   *
   * @throws app.chancery.platform.refusal.Refused saying why not, for example because somebody else
   *     has it
   * @throws app.chancery.platform.refusal.NotFound if there is no such task for this person
   */
  void claim(String task);

  /**
   * Gives a task back to its groups.
   *
   * @throws app.chancery.platform.refusal.Refused saying why not
   * @throws app.chancery.platform.refusal.NotFound if there is no such task for this person
   */
  void giveBack(String task);

  /**
   * Hands a task that nobody else has to a colleague, who sees it from then on.
   *
   * @param colleague the account of somebody in a group that may do the task
   * @throws app.chancery.platform.refusal.Refused saying why not
   * @throws app.chancery.platform.refusal.NotFound if there is no such task for this person
   */
  void handOver(String task, String colleague);

  /**
   * Gives a task of a group to one of its members, or back to the group, whoever has it now. It
   * asks for no right of the person who acts: whether they are the head was decided before.
   *
   * @param account null to give it back
   * @throws app.chancery.platform.refusal.Refused saying why not
   * @throws app.chancery.platform.refusal.NotFound if it is no task of that group
   */
  void assign(String task, String group, String account);
}
