package app.chancery.desk.outcomes;

import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Counts the whole portfolio again and again, so that nobody who asks has to wait for it. */
@Component
@ConditionalOnWebApplication
@EnableScheduling
class RecountInBackground implements SchedulingConfigurer {

  private final Outcomes outcomes;
  private final OutcomesPolicy policy;

  RecountInBackground(Outcomes outcomes, OutcomesPolicy policy) {
    this.outcomes = outcomes;
    this.policy = policy;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    if (!policy.recountAfter().isZero()) {
      tasks.addTriggerTask(outcomes::recount, this::next);
    }
  }

  private Instant next(TriggerContext counted) {
    Instant last = counted.lastCompletion();
    return last == null ? counted.getClock().instant() : last.plus(outcomes.rest());
  }
}
