package app.chancery.programme.process;

import app.chancery.platform.engine.LateTasks;
import app.chancery.programme.Reminders;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the timers at the edge of a task have done in every process: whom they tell, and of what, is
 * in {@code deadlines.dmn}.
 */
@Configuration(proxyBeanMethods = false)
class DeadlinesTasks {

  /** Reminds those who should do the task. */
  @Bean
  JavaDelegate remindDelegate(Reminders reminders) {
    return execution -> reminders.remind(LateTasks.before(execution));
  }

  /** Tells those above them that the task is still not done. */
  @Bean
  JavaDelegate escalateDelegate(Reminders reminders) {
    return execution -> reminders.escalate(LateTasks.before(execution));
  }
}
