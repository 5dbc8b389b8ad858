package app.chancery.desk.outcomes;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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
      tasks.addFixedDelayTask(outcomes::recount, policy.recountAfter());
    }
  }
}
