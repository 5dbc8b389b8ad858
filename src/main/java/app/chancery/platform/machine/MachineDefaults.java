package app.chancery.platform.machine;

import java.util.Locale;
import java.util.TimeZone;

/**
 * The language and the time zone of the machine decide nothing: inside it is UTC, and what has no
 * language of its own is English. The workflow engine keeps its times without a zone and both
 * databases take the zone of the JVM for theirs; a Thai machine counts Buddhist years, an Arabic
 * one writes other digits.
 */
public final class MachineDefaults {

  private MachineDefaults() {}

  /**
   * To be called before anything else in a JVM: what has looked at the defaults keeps to them. A
   * second call changes nothing.
   */
  public static void setAside() {
    Locale.setDefault(Locale.ENGLISH);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
  }
}
