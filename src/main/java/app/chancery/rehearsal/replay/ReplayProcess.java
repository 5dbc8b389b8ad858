package app.chancery.rehearsal.replay;

/** What a replay tells the processes by itself; all else goes through people's tasks. */
public interface ReplayProcess {

  /** The programme's package goes to the council. */
  void packageReady(String programme);

  /** The programme ends: what a replay has begun of it ends, as it would with its process. */
  void programmeEnded(String programme);

  /** The programme's phase of accession has begun. */
  void accessionOpened(String programme, long phase);
}
