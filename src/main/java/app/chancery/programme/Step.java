package app.chancery.programme;

import app.chancery.platform.words.Coded;
import java.util.Arrays;

/** The steps of the guide. A step has one name everywhere: folder, package, page and table. */
public enum Step implements Coded {
  PREREQUISITES("callActivity_prerequisites"),
  STAKEHOLDERS("callActivity_stakeholders"),
  ENGAGEMENT("callActivity_engagement"),
  CONSENSUS("callActivity_consensus"),
  DIPLOMACY("callActivity_diplomacy"),
  INTEGRATION("callActivity_integration"),
  OVERSIGHT("callActivity_oversight");

  private final String activity;

  Step(String activity) {
    this.activity = activity;
  }

  /** The name of its folder under {@code processes/} and of its package. */
  public String folder() {
    return code();
  }

  public String title() {
    return word();
  }

  /** The element in the programme's model that calls it. */
  public String activity() {
    return activity;
  }

  public static Step ofFolder(String folder) {
    return Coded.of(Step.class, folder);
  }

  /** The step that an element of the programme's model calls. */
  public static Step ofActivity(String activity) {
    return Arrays.stream(values())
        .filter(step -> step.activity.equals(activity))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no step " + activity));
  }
}
