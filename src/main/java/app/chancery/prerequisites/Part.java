package app.chancery.prerequisites;

import app.chancery.platform.words.Coded;

/** What ends with a verdict of its own. */
public enum Part implements Coded {
  SECURITY_BASELINE(Area.SECURITY_BASELINE),
  PARTNERSHIP_MECHANISMS(Area.MECHANISMS_AND_COMMAND),
  COMMAND_STRUCTURES(Area.MECHANISMS_AND_COMMAND),
  POLITICAL_BANDWIDTH(Area.POLITICAL_BANDWIDTH);

  private final Area area;

  Part(Area area) {
    this.area = area;
  }

  public String title() {
    return word();
  }

  Area area() {
    return area;
  }
}
