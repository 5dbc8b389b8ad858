package app.chancery.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seconds of a processor, user and system, that processes of this machine have taken. */
final class ProcessorTime {

  /** As Linux counts them. */
  private static final double TICKS_IN_A_SECOND = 100;

  private ProcessorTime() {}

  static double of(long process) {
    long[] stat = stat(process);
    return (stat[11] + stat[12]) / TICKS_IN_A_SECOND;
  }

  /**
   * Of all processes of a PostgreSQL on this machine: those that run, and those that have ended.
   */
  static double ofServer(JdbcClient db) {
    long first =
        db.sql("select pid from pg_stat_activity where backend_type = 'checkpointer'")
            .query(Long.class)
            .single();
    long server = stat(first)[1];
    long[] stat = stat(server);
    return (stat[11] + stat[12] + stat[13] + stat[14]) / TICKS_IN_A_SECOND
        + ProcessHandle.of(server).stream()
            .flatMap(ProcessHandle::children)
            .mapToDouble(child -> of(child.pid()))
            .sum();
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
