package app.chancery.platform.engine;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * For how long the engine's history is kept; configured under {@code chancery.history}.
 *
 * @param keptFor after the end of a programme, or of a process that belongs to none; whole days,
 *     one or more
 * @param windowFrom from when it may be cleaned each day, in UTC; null: never
 * @param windowTo until when; on the next day if it is before {@code windowFrom}
 */
@ConfigurationProperties("chancery.history")
record HistoryPolicy(Duration keptFor, LocalTime windowFrom, LocalTime windowTo) {

  HistoryPolicy {
    if (keptFor.toDays() < 1 || !Duration.ofDays(keptFor.toDays()).equals(keptFor)) {
      throw new IllegalArgumentException(
          "chancery.history.kept-for must be whole days, 1 or more, written as P30D");
    }
  }

  int days() {
    return Math.toIntExact(keptFor.toDays());
  }
}
