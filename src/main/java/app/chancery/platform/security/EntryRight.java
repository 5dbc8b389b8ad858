package app.chancery.platform.security;

import java.util.Collection;
import java.util.List;

/** Who may enter something, and so may put right what was entered wrongly. */
public final class EntryRight {

  /** A programme with its dossier. */
  public static final EntryRight PROGRAMME = new EntryRight(Rights.STARTERS);

  /** A figure of a dossier. */
  public static final EntryRight FIGURE = new EntryRight(Rights.UPDATERS);

  /** What took place. */
  public static final EntryRight ACTIVITY = new EntryRight(Rights.RECORDERS);

  private final List<String> holders;

  private EntryRight(List<String> holders) {
    this.holders = holders;
  }

  /** Whether somebody of these groups has it. */
  public boolean has(Collection<String> groups) {
    return groups.contains(Groups.ADMINISTRATORS) || groups.stream().anyMatch(holders::contains);
  }
}
