package app.chancery.platform.machine;

import java.io.File;

/**
 * The folder that Chancery is started in. Where the machine's language has no letters but those of
 * ASCII, the JVM cannot name a folder with others, and nothing in it.
 */
public final class MachineFolder {

  /** What to tell whoever started it. */
  public static final String CANNOT_BE_NAMED =
      "The name of this folder has letters that Java cannot read under the language of this"
          + " machine. Set LC_ALL=C.UTF-8 in the environment and start again.";

  private MachineFolder() {}

  /** Whether files in the folder that it is started in can be opened. */
  public static boolean canBeNamed() {
    return canBeNamed(System.getProperty("user.dir"));
  }

  static boolean canBeNamed(String folder) {
    return new File(folder).isDirectory();
  }
}
