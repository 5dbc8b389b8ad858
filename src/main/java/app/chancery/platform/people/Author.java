package app.chancery.platform.people;

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
   * somebody who stands in for another it has both accounts, as {@code deputy/absent}, and of
   * somebody who has the account of another one who has left which holder is meant; {@link
   * Signatures} reads them.
   */
  String name();

  /** Who acts, and nobody else, as in {@link #name}. */
  String self();

  /** The account of the person who acts, and of nobody else, or {@link #CHANCERY}. */
  String account();

  /**
   * Whether who acts belongs to one of the groups, and so may read what is for them alone. Chancery
   * itself may read everything.
   */
  boolean isOneOf(Set<String> groups);
}
