package app.chancery.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
        postgres == null ? 0 : processorSecondsOfDatabase());
  }

  /** Of all its processes: those that run, and those that have ended. */
  private double processorSecondsOfDatabase() {
    List<Long> processes =
        postgres
            .sql("select pid from pg_stat_activity where pid is not null")
            .query(Long.class)
            .list();
    long master = stat(processes.get(0))[1];
    long[] all = stat(master);
    long ticks = all[11] + all[12] + all[13] + all[14];
    for (long process : processes) {
      long[] one = stat(process);
      ticks += one[11] + one[12];
    }
    // As Linux counts them.
    return ticks / 100.0;
  }

  /** The numbers behind the name in {@code /proc/PID/stat}; zeros if it has ended. */
  private static long[] stat(long process) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
      return Stream.of(line.substring(line.lastIndexOf(')') + 2).split(" "))
          .limit(15)
          .mapToLong(field -> field.matches("-?\\d+") ? Long.parseLong(field) : 0)
          .toArray();
    } catch (IOException e) {
      return new long[15];
    }
  }
}
