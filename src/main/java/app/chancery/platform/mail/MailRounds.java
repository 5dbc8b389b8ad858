package app.chancery.platform.mail;

import app.chancery.platform.database.SharedClock;
import app.chancery.platform.start.CannotStart;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks for mails again and again, and at once when some were written, in a thread of its own: a
 * mail server that is slow or dead holds up nothing else.
 */
@Component
@ConditionalOnWebApplication
class MailRounds implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);

  private final Outbox outbox;
  private final Letters letters;
  private final MailPolicy policy;
  private final ObjectProvider<MailWriter> writers;
  private final ObjectProvider<JavaMailSender> server;
  private final SharedClock clock;
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile ThreadPoolTaskScheduler thread;

  MailRounds(
      Outbox outbox,
      Letters letters,
      MailPolicy policy,
      ObjectProvider<MailWriter> writers,
      ObjectProvider<JavaMailSender> server,
      SharedClock clock) {
    this.outbox = outbox;
    this.letters = letters;
    this.policy = policy;
    this.writers = writers;
    this.server = server;
    this.clock = clock;
  }

  /** One round: what it is time for is written, what is due is sent. */
  void goRound() {
    writers.forEach(MailWriter::writeWhatIsDue);
    send();
    if (server.getIfAvailable() == null) {
      outbox.giveUpOld();
    }
    outbox.forgetOld();
  }

  private void send() {
    server.ifAvailable(found -> new Sending(outbox, letters, policy, found).sendWhatIsDue());
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void written(Outbox.Written mails) {
    ThreadPoolTaskScheduler present = thread;
    if (present != null && woken.compareAndSet(false, true)) {
      present.execute(
          () -> {
            woken.set(false);
            // The rest has time until the next round.
            safely(this::send);
          });
    }
  }

  /** The next round comes whatever happened in this one. */
  private void safely(Runnable round) {
    try {
      if (clock.agrees()) {
        round.run();
      }
    } catch (DataAccessResourceFailureException | CannotCreateTransactionException e) {
      LOG.warn("Mails wait to be looked through: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Mails were not looked through", e);
    }
  }

  /**
   * @throws CannotStart if there is a server and no address to send from: what comes from a made up
   *     one is refused for good by most, mail after mail
   */
  @Override
  public void start() {
    if (policy.from().isBlank() && server.getIfAvailable() != null) {
      throw new CannotStart(
          "Chancery has a mail server (SPRING_MAIL_HOST), and no address to send from.",
          "Give it that of the office in CHANCERY_MAIL_FROM, such as chancery@example.org, or no"
              + " mail server, and start again.");
    }
    if (!policy.lookEvery().isZero()) {
      ThreadPoolTaskScheduler mails = new ThreadPoolTaskScheduler();
      mails.setThreadNamePrefix("mails-");
      mails.setDaemon(true);
      // What is written while the office stops is sent after its next start.
      mails.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
      mails.initialize();
      mails.scheduleWithFixedDelay(() -> safely(this::goRound), policy.lookEvery());
      thread = mails;
    }
  }

  @Override
  public void stop() {
    if (thread != null) {
      thread.shutdown();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
