package app.chancery;

import app.chancery.platform.machine.MachineDefaults;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Begins each JVM of tests as the application begins. The build starts them under languages and
 * time zones that nobody here has.
 */
public class AnyMachine implements LauncherSessionListener {

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    MachineDefaults.setAside();
  }
}
