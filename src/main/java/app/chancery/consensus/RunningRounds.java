package app.chancery.consensus;

/**
 * The rounds whose silence runs. While a programme is suspended its silence waits with it: its end
 * is not known before the programme goes on, and what was set for it means nothing meanwhile.
 */
public final class RunningRounds {

  /** A statement that gives their ids. */
  public static final String IDS =
      """
      select running.id from council_round running
      join programme of_running on of_running.programme_key = running.programme
      where running.status = 'OPEN' and of_running.status <> 'SUSPENDED'""";

  private RunningRounds() {}
}
