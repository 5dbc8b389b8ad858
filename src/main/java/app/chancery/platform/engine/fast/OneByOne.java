package app.chancery.platform.engine.fast;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How often jobs that were to be done in one transaction had to be done one by one. A cause is said
 * once, with all that is known of it; however often it comes back, it is counted.
 */
class OneByOne {

  private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

  private final AtomicLong transactions = new AtomicLong();
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  /**
   * @param activity the wait that was to end for all of them
   * @param jobs how many are done one by one now
   */
  void count(String activity, int jobs, Throwable cause) {
    transactions.incrementAndGet();
    if (said.add(activity + " " + cause.getClass().getName())) {
      LOG.warn(
          "{} jobs of {} are done one by one, as together they failed; said once for this cause.",
          jobs,
          activity,
          cause);
    }
  }

  /** Transactions that failed since the start. */
  long transactions() {
    return transactions.get();
  }
}
