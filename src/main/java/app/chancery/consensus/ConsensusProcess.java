package app.chancery.consensus;

import java.time.Instant;

/** What the business tells the process of the council. */
public interface ConsensusProcess {

  /** The deadline of the programme's open round was moved: its timer and its tasks follow. */
  void deadlineMoved(Round round);

  /** When the timer of the programme's open round goes off. */
  Instant deadline(Round round);

  /** Whether the programme's open round stands still, as its programme is suspended. */
  boolean standsStill(Round round);

  /**
   * Whether the council decides on another package beside the work of the programme, which goes on
   * without a consensus, too.
   */
  boolean isBesideTheWork(String programme);

  /** So many Allies more than before are asked in the programme's open round, the last in it. */
  void newcomersAsked(Round round, int newcomers);
}
