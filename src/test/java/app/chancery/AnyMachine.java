package app.chancery;

import app.chancery.platform.machine.MachineDefaults;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Begins each JVM of tests as the application begins. The build starts them under languages and
 * time zones that nobody here has. Each class of tests begins in real time, whatever the one before
 * has left: an engine's clock is the JVM's. What is awaited may take long where a machine has much
 * else to do.
 */
public class AnyMachine implements LauncherSessionListener {

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    MachineDefaults.setAside();
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    session
        .getLauncher()
        .registerTestExecutionListeners(
            new TestExecutionListener() {
              @Override
              public void executionStarted(TestIdentifier begun) {
                if (begun.getSource().filter(ClassSource.class::isInstance).isPresent()) {
                  ClockUtil.reset();
                }
              }
            });
  }
}
