package app.chancery.programme;

/** What the business tells the process of a programme. */
public interface ProgrammeProcess {

  /**
   * A programme was registered with its dossier: its steps begin, in the transaction that
   * registered it. Whether the acting person may open programmes was decided where the request came
   * in.
   */
  void programmeRegistered(String programme);

  /**
   * Whether the candidate has withdrawn and the process is about to close the programme: that takes
   * a moment, as the programme file is compiled.
   */
  boolean isEndingAsWithdrawn(String programme);

  /**
   * The candidate has withdrawn: all steps end.
   *
   * @return whether the process closes the programme by itself; one of the first release does not
   */
  boolean applicationWithdrawn(String programme);

  /** The candidate's name was corrected: the tasks that are open are named anew. */
  void candidateRenamed(String programme);
}
