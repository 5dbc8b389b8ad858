package app.chancery.records.talk;

import app.chancery.platform.people.Directory.Entry;

/** Who may see a place. */
public interface Audience {

  boolean has(Entry person);
}
