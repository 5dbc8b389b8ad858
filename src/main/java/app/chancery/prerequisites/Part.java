package app.chancery.prerequisites;

/** What ends with a verdict of its own. */
public enum Part {
  SECURITY_BASELINE("Security baseline", Area.SECURITY_BASELINE),
  PARTNERSHIP_MECHANISMS("Partnership mechanisms", Area.MECHANISMS_AND_COMMAND),
  COMMAND_STRUCTURES("Command structures", Area.MECHANISMS_AND_COMMAND),
  POLITICAL_BANDWIDTH("Domestic political bandwidth", Area.POLITICAL_BANDWIDTH);

  private final String title;
  private final Area area;

  Part(String title, Area area) {
    this.title = title;
    this.area = area;
  }

  public String title() {
    return title;
  }

  Area area() {
    return area;
  }
}
