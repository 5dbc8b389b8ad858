package app.chancery.desk.portfolio;

import app.chancery.platform.words.Coded;

/** Which programmes are looked for, by where they stand in their life. */
enum Life implements Coded {
  /** All that have not ended. */
  OPEN,
  ACTIVE,
  SUSPENDED,
  ENDED
}
