package app.chancery.platform.security;

import app.chancery.platform.people.Groups;
import app.chancery.platform.people.InPlace;
import app.chancery.platform.people.Person;
import app.chancery.platform.words.Words;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;

/** Who may enter something, and so may put right what was entered wrongly. */
public final class EntryRight {

  /** A programme with its dossier. */
  public static final EntryRight PROGRAMME = new EntryRight(AccessTable.PROGRAMME);

  /** A figure of a dossier. */
  public static final EntryRight FIGURE = new EntryRight(AccessTable.DOSSIER_UPDATE);

  /** What took place. */
  public static final EntryRight ACTIVITY = new EntryRight(AccessTable.ACTIVITY);

  private final List<String> holders;

  private EntryRight(AccessTable.Start entry) {
    this.holders = entry.groups();
  }

  /** Whether somebody of these groups has it. */
  public boolean has(Collection<String> groups) {
    return groups.contains(Groups.ADMINISTRATORS) || groups.stream().anyMatch(holders::contains);
  }

  /**
   * Does what takes this right. What is recorded meanwhile is signed for the one whose right it is.
   *
   * @throws AccessDeniedException if the person has it not
   */
  public <T> T use(Person person, Supplier<T> action) {
    if (!has(person.groups())) {
      throw new AccessDeniedException(Words.of("correctionPages.thoseCorrectItWhoMayEnter"));
    }
    List<String> able = Stream.concat(holders.stream(), Stream.of(Groups.ADMINISTRATORS)).toList();
    return InPlace.of(person.inPlaceOf(able), action);
  }
}
