package app.chancery.prerequisites;

import java.util.Arrays;
import java.util.List;

/** The three areas that are examined side by side. */
public enum Area {
  SECURITY_BASELINE("Security baseline"),
  MECHANISMS_AND_COMMAND("Partnership mechanisms and command structures"),
  POLITICAL_BANDWIDTH("Domestic political bandwidth");

  private final String title;

  Area(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** What is found in it, each by its own experts. */
  List<Part> parts() {
    return Arrays.stream(Part.values()).filter(part -> part.area() == this).toList();
  }
}
