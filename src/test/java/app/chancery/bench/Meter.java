package app.chancery.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stop watch that knows what the processors did, in this JVM and in a PostgreSQL of its own. */
final class Meter {

  private final JdbcClient postgres;

  /**
   * @param postgres whose processes count; null if the database is a part of this JVM
   */
  Meter(JdbcClient postgres) {
    this.postgres = postgres;
  }

  /** What the work took. */
  Cost cost(Runnable work) {
    Cost before = spent();
    work.run();
    return spent().minus(before);
  }

  private Cost spent() {
    return new Cost(
        System.nanoTime() / 1e9,
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9,
        postgres == null ? 0 : ProcessorTime.ofServer(postgres));
  }
}
