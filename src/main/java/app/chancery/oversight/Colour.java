package app.chancery.oversight;

import app.chancery.platform.words.Coded;

/** How a dimension stands. */
public enum Colour implements Coded {
  GREEN,
  AMBER,
  RED;

  static Colour of(String code) {
    return Coded.of(Colour.class, code);
  }
}
