package app.chancery.platform.audit;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Puts into the chain what waits for it, again and again, in a thread of its own, and writes the
 * end of the chain down outside the database once in a while and when the office stops.
 */
@Component
@ConditionalOnWebApplication
class AuditRounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AuditRounds.class);

  private final Chain chain;
  private final Optional<Anchors> anchors;
  private final AuditPolicy policy;
  private final Clock clock;
  private volatile ThreadPoolTaskScheduler thread;
  private AuditTrail.Written written;
  private Instant anchoredAt = Instant.MIN;

  /** When the log was told that it stands still: not in each round, the figures tell of it too. */
  private volatile Instant saidAt = Instant.MIN;

  AuditRounds(Chain chain, AuditPolicy policy, JdbcConnectionDetails database, Clock clock) {
    this.chain = chain;
    this.anchors = Anchors.of(policy, database.getJdbcUrl());
    this.policy = policy;
    this.clock = clock;
  }

  private synchronized void goRound() {
    chain.close();
    if (isDue(anchoredAt)) {
      Instant now = clock.instant();
      anchor();
      anchoredAt = now;
    }
  }

  /** The end of the chain that was written down last, by this node or an earlier run of it. */
  synchronized Optional<AuditTrail.Written> written() {
    return Optional.ofNullable(written).or(() -> anchors.flatMap(Anchors::last));
  }

  /** Also in the log, which many send to another machine. */
  private void anchor() {
    Optional<Chain.End> end = chain.end().filter(found -> found.links() > 0);
    if (end.isPresent() && (written == null || !end.get().equals(written.end()))) {
      LOG.info("The audit has {} records and ends with {}", end.get().links(), end.get().hash());
      try {
        if (anchors.isPresent()) {
          anchors.get().write(end.get());
        }
        written = new AuditTrail.Written(end.get(), clock.instant());
      } catch (IOException e) {
        LOG.error(
            "The end of the audit could not be written to {}: {}", anchors.get(), e.toString());
      }
    }
  }

  /** A restored backup, or a chain whose end was cut off: that is for people to find out. */
  private void tellIfBehind(AuditTrail.Written last) {
    long links = chain.end().map(Chain.End::links).orElse(0L);
    if (links < last.end().links()) {
      LOG.error(
          "The audit has {} records, but {} knows of {}: the database is an older one, or the end of"
              + " the audit was cut off. If a backup was restored, stop, set that file aside and"
              + " start again; otherwise ask the command 'audit verify'.",
          links,
          anchors.orElseThrow(),
          last.end().links());
    }
  }

  /** The next round comes whatever happened in this one. */
  private void safely(Runnable round) {
    try {
      round.run();
    } catch (DataAccessResourceFailureException | CannotCreateTransactionException e) {
      LOG.warn("The audit waits to be put into its chain: {}", e.getMessage());
    } catch (RuntimeException e) {
      if (isDue(saidAt)) {
        saidAt = clock.instant();
        LOG.error("The audit was not put into its chain; it waits in the database", e);
      }
    }
  }

  /** Whether so long has passed, also if the clock was put back behind it. */
  private boolean isDue(Instant last) {
    Instant now = clock.instant();
    return now.isBefore(last) || !now.isBefore(last.plus(policy.anchorEvery()));
  }

  @Override
  public void start() {
    anchors.ifPresent(Anchors::refuseUnwritable);
    anchors.flatMap(Anchors::last).ifPresent(this::tellIfBehind);
    if (!policy.lookEvery().isZero()) {
      ThreadPoolTaskScheduler audit = new ThreadPoolTaskScheduler();
      audit.setThreadNamePrefix("audit-");
      audit.setDaemon(true);
      audit.initialize();
      audit.scheduleWithFixedDelay(() -> safely(this::goRound), policy.lookEvery());
      thread = audit;
    }
  }

  @Override
  public void stop() {
    ThreadPoolTaskScheduler audit = thread;
    if (audit != null) {
      thread = null;
      audit.shutdown();
      safely(
          () -> {
            synchronized (this) {
              chain.close();
              anchor();
            }
          });
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** The last to stop but one: what jobs and requests still did is in the chain then. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1;
  }
}
