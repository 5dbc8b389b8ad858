package app.chancery.rehearsal.process;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Ids of the engine that follow each other, for an office of one process on a database of its own:
 * what is put in order by them comes in the same order each time. Others have ids that no second
 * process gives.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.id-generator", havingValue = CountedIds.SETTING)
class CountedIds implements IdGenerator {

  static final String SETTING = "counted";

  private final AtomicLong last = new AtomicLong();

  /** As wide as all others, so that their order as texts is that of the numbers. */
  @Override
  public String getNextId() {
    return String.format(Locale.ROOT, "%012d", last.incrementAndGet());
  }
}
