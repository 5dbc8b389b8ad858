package app.chancery.records;

import app.chancery.platform.people.Groups;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.util.Collection;

/** What on record can be corrected, each by one form; {@link Corrected} has its parts. */
public enum Correctable implements Coded {
  CANDIDATE_NAME,
  FIGURE,
  ACTIVITY;

  /** Whether those of these groups may read it: what took place is for the staff alone. */
  boolean mayRead(Collection<String> groups) {
    return this != ACTIVITY || Groups.areStaff(groups);
  }

  /** What its correction changes, and what it leaves as it was. */
  public String effect() {
    return Words.of(this, "effect");
  }
}
