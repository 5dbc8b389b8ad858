package app.chancery.rehearsal.commandline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JVM that ends after some seconds. Its optimising compiler takes two fifths of all processor
 * time then and is not paid back: it is told to stand aside, as {@code -XX:TieredStopAtLevel=1}
 * would tell it if people had to type that. What has been told holds until the JVM ends, so this is
 * not for a server.
 */
public final class ShortRun {

  private static final Logger LOG = LoggerFactory.getLogger(ShortRun.class);

  /** How HotSpot is told, by the same way as {@code jcmd PID Compiler.directives_add}. */
  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

  private static final String FOR_EVERY_METHOD = "[{match: \"*.*\", c2: {Exclude: true}}]";

  private ShortRun() {}

  /** Of JVMs that cannot be told, it changes nothing. */
  public static void begin() {
    try {
      ObjectName commands = new ObjectName(COMMANDS);
      MBeanServer jvm = ManagementFactory.getPlatformMBeanServer();
      if (jvm.isRegistered(commands)) {
        Path directives = Files.createTempFile("chancery", ".json");
        try {
          Files.writeString(directives, FOR_EVERY_METHOD);
          Object[] arguments = {new String[] {directives.toString()}};
          String[] types = {String[].class.getName()};
          jvm.invoke(commands, "compilerDirectivesAdd", arguments, types);
        } finally {
          Files.delete(directives);
        }
      }
    } catch (IOException | JMException e) {
      LOG.info("The command takes longer than it need: the compiler could not be told so", e);
    }
  }
}
