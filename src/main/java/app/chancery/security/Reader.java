package app.chancery.security;

/**
 * What the layout of every page needs to know of the person who reads it.
 *
 * @param watchesCockpit whether the navigation offers Cockpit
 * @param administers whether it offers Admin
 */
public record Reader(String name, boolean watchesCockpit, boolean administers) {

  static Reader of(Person person) {
    boolean administers = person.in(Groups.ADMINISTRATORS);
    return new Reader(person.displayName(), administers || person.in(Groups.MANAGERS), administers);
  }
}
