package app.chancery.platform.security;

import app.chancery.platform.words.Coded;

/** What somebody is let in to where being let in is not yet all: the business looks closer. */
enum AccessLimit implements Coded {
  OWN,
  SEEN_TASKS,
  TASK,
  STARTER,
  HEADS,
  HOLDERS,
  RATINGS,
  DECISIONS,
  TOLD,
  POSITIONS,
  DOCUMENT,
  TALK,
  WRITER,
  ENTERER,
  ALLY,
  SECRET,
  ENGINE_CALLS,
  WEBAPPS
}
