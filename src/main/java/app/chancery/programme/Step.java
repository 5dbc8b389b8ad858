package app.chancery.programme;

import java.util.Arrays;
import java.util.function.Function;

/** The steps of the guide. A step has one name everywhere: folder, package, page and table. */
public enum Step {
  PREREQUISITES("prerequisites", "Prerequisites", "callActivity_prerequisites"),
  STAKEHOLDERS("stakeholders", "1 Map stakeholder interests", "callActivity_stakeholders"),
  ENGAGEMENT("engagement", "2 Design the package", "callActivity_engagement"),
  CONSENSUS("consensus", "3 Secure consensus", "callActivity_consensus"),
  DIPLOMACY("diplomacy", "4 Public diplomacy", "callActivity_diplomacy"),
  INTEGRATION("integration", "5 Integrate", "callActivity_integration"),
  OVERSIGHT("oversight", "6 Monitor and adjust", "callActivity_oversight");

  private final String folder;
  private final String title;
  private final String activity;

  Step(String folder, String title, String activity) {
    this.folder = folder;
    this.title = title;
    this.activity = activity;
  }

  /** The name of its folder under {@code processes/} and of its package. */
  public String folder() {
    return folder;
  }

  public String title() {
    return title;
  }

  /** The element in the programme's model that calls it. */
  public String activity() {
    return activity;
  }

  public static Step ofFolder(String folder) {
    return of(Step::folder, folder);
  }

  /** The step that an element of the programme's model calls. */
  public static Step ofActivity(String activity) {
    return of(Step::activity, activity);
  }

  private static Step of(Function<Step, String> name, String value) {
    return Arrays.stream(values())
        .filter(step -> name.apply(step).equals(value))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no step " + value));
  }
}
