package app.chancery.prerequisites;

import app.chancery.platform.words.Coded;
import java.util.Arrays;
import java.util.List;

/** The three areas that are examined side by side. */
public enum Area implements Coded {
  SECURITY_BASELINE,
  MECHANISMS_AND_COMMAND,
  POLITICAL_BANDWIDTH;

  public String title() {
    return word();
  }

  /** What is found in it, each by its own experts. */
  List<Part> parts() {
    return Arrays.stream(Part.values()).filter(part -> part.area() == this).toList();
  }
}
