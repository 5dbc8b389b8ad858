package app.chancery.platform.security;

import java.util.Set;

/** Who acts right now. */
public interface Author {

  /** The name under which Chancery itself acts: delegates behind timers and retries. */
  String CHANCERY = "chancery";

  /** A name as readers see it: accounts as they are, Chancery itself with a capital letter. */
  static String shown(String name) {
    return CHANCERY.equals(name) ? "Chancery" : name;
  }

  /** The account of the person who acts, or {@link #CHANCERY}. */
  String name();

  /**
   * Whether who acts belongs to one of the groups, and so may read what is for them alone. Chancery
   * itself may read everything.
   */
  boolean isOneOf(Set<String> groups);
}
