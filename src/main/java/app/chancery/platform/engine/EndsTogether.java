package app.chancery.platform.engine;

import java.util.List;

/**
 * A wait that ends for many process instances at the same instant, or what they go on with in jobs
 * of their own. The job executor ends it for several of them in one transaction, so that what they
 * have in common is read once; if that fails, for each of them alone.
 */
public interface EndsTogether {

  /** The element of the model that waits: a timer event, or an asynchronous step. */
  String activity();

  /**
   * Called at the beginning of such a transaction.
   *
   * @param programmes keys of the programmes for which the wait ends in it
   */
  void begin(List<String> programmes);
}
