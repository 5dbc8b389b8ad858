package app.chancery.desk.portfolio;

import app.chancery.platform.words.Coded;

/** How the portfolio is shown. */
enum Shown implements Coded {
  BOARD,
  LIST
}
