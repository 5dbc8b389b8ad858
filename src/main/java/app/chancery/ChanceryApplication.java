package app.chancery;

import app.chancery.platform.jar.QuickClasses;
import app.chancery.platform.machine.MachineDefaults;
import app.chancery.rehearsal.commandline.CommandLine;
import app.chancery.rehearsal.commandline.ShortRun;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the office: the web application, or one of the commands that need no server. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ChanceryApplication {

  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    MachineDefaults.setAside();
    if (CommandLine.isShort(args)) {
      ShortRun.inAnotherJvm(args).ifPresent(System::exit);
    }
    if (QuickClasses.ran(ChanceryApplication.class, args)) {
      return;
    }
    if (CommandLine.isCommand(args)) {
      // What anything else prints, the log above all, must not get between the command's lines.
      System.setOut(System.err);
      System.exit(
          new CommandLine(
                  ChanceryApplication.class, utf8(FileDescriptor.out), utf8(FileDescriptor.err))
              .run(args));
    }
    SpringApplication.run(ChanceryApplication.class, args);
  }

  /** Names of countries and people are in any script, whatever the terminal's settings are. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
