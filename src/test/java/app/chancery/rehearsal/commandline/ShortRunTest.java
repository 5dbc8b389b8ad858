package app.chancery.rehearsal.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShortRunTest {

  @Test
  void theOptimisingCompilerStandsAside() throws JMException {
    assertThat(jvm("compilerDirectivesPrint")).doesNotContain("Exclude:true");

    ShortRun.begin();

    assertThat(jvm("compilerDirectivesPrint").split("c2 directives")[1]).contains("Exclude:true");
  }

  @AfterEach
  void forgetWhatWasTold() throws JMException {
    jvm("compilerDirectivesClear");
  }

  private static String jvm(String command) throws JMException {
    return (String)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                command,
                new Object[0],
                new String[0]);
  }
}
