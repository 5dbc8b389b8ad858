package app.chancery.desk.outcomes;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Counts the whole portfolio again and again, so that nobody who asks has to wait for it. */
@Component
@ConditionalOnWebApplication
@EnableScheduling
class RecountInBackground implements SchedulingConfigurer {

  private static final Logger LOG = LoggerFactory.getLogger(RecountInBackground.class);

  private final Outcomes outcomes;
  private final OutcomesPolicy policy;

  RecountInBackground(Outcomes outcomes, OutcomesPolicy policy) {
    this.outcomes = outcomes;
    this.policy = policy;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    if (!policy.recountAfter().isZero()) {
      tasks.addTriggerTask(this::recount, this::next);
    }
  }

  private void recount() {
    try {
      outcomes.recount();
    } catch (DataAccessResourceFailureException | CannotCreateTransactionException e) {
      LOG.warn("The outcomes wait to be counted again: {}", e.getMessage());
    }
  }

  private Instant next(TriggerContext counted) {
    Instant last = counted.lastCompletion();
    return last == null ? counted.getClock().instant() : last.plus(outcomes.rest());
  }
}
