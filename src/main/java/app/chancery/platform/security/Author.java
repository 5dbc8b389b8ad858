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

  /**
   * Who signs what is recorded now: the account of the person who acts, or {@link #CHANCERY}. Of
   * somebody who stands in for another it has both accounts, as {@code deputy/absent}; {@link
   * Signatures} reads them.
   */
  default String name() {
    return InPlace.now()
        .filter(absent -> !CHANCERY.equals(account()))
        .map(absent -> InPlace.signed(account(), absent))
        .orElseGet(this::account);
  }

  /** The account of the person who acts, and of nobody else, or {@link #CHANCERY}. */
  String account();

  /**
   * Whether who acts belongs to one of the groups, and so may read what is for them alone. Chancery
   * itself may read everything.
   */
  boolean isOneOf(Set<String> groups);
}
