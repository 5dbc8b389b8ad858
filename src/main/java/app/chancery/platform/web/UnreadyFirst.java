package app.chancery.platform.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Stops before the web server does. From the beginning of the stop the readiness says no, and
 * requests are taken until proxies had time to ask for it; what comes then is refused at the door.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class UnreadyFirst implements SmartLifecycle {

  private final StoppingPolicy policy;
  private volatile boolean running;

  UnreadyFirst(StoppingPolicy policy) {
    this.policy = policy;
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public void stop(Runnable next) {
    stop();
    if (policy.unreadyFor().isZero()) {
      next.run();
      return;
    }
    ThreadPoolTaskScheduler later = new ThreadPoolTaskScheduler();
    later.setThreadNamePrefix("stopping-");
    later.setDaemon(true);
    later.initialize();
    later.schedule(next, later.getClock().instant().plus(policy.unreadyFor()));
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
