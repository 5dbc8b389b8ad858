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

  /** Of a process and its children: those that run, and those that have ended. */
  private static double ofFamily(long process) {
    long[] stat = stat(process);
    return (stat[11] + stat[12] + stat[13] + stat[14]) / TICKS_IN_A_SECOND
        + ProcessHandle.of(process).stream()
            .flatMap(ProcessHandle::children)
            .mapToDouble(child -> of(child.pid()))
            .sum();
  }

  /**
   * @param db asked as a superuser for the process that all others of its server come from
   */
  static double ofServer(JdbcClient db) {
    return ofFamily(
        db.sql("select split_part(pg_read_file('postmaster.pid'), chr(10), 1)::bigint")
            .query(Long.class)
            .single());
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
