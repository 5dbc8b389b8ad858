package app.chancery.oversight;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;

/** How a dimension stands. */
public enum Colour implements Coded {
  GREEN,
  AMBER,
  RED;

  /** Stands for it where there is no room for its word. */
  public String letter() {
    return Words.of(this, "letter");
  }

  static Colour of(String code) {
    return Coded.of(Colour.class, code);
  }
}
