package app.chancery.platform.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The one clock of engine and business: what the engine takes for now, in UTC. */
@Component
class EngineClock extends Clock {

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new Zoned(this, zone);
  }

  @Override
  public Instant instant() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  private static final class Zoned extends Clock {

    private final Clock engine;
    private final ZoneId zone;

    Zoned(Clock engine, ZoneId zone) {
      this.engine = engine;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Zoned(engine, other);
    }

    @Override
    public Instant instant() {
      return engine.instant();
    }
  }
}
