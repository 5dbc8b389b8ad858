package app.chancery.consensus;

/** What the business tells the process of the council. */
public interface ConsensusProcess {

  /** The deadline of the programme's open round was moved: its timer and its tasks follow. */
  void deadlineMoved(Round round);
}
