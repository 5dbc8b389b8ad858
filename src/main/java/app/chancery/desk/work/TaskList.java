package app.chancery.desk.work;

import app.chancery.platform.words.Coded;

/** The lists of open tasks that everybody has. */
public enum TaskList implements Coded {
  /** What the person has taken or was handed. */
  MINE,
  /** What nobody has and somebody of the person's groups should take. */
  UNCLAIMED,
  /** Whatever the person may see, whoever has it. */
  ALL
}
