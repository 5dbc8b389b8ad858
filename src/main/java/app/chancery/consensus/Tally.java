package app.chancery.consensus;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a round amounts to: each asked Ally's final position, and a finding. The proposal is adopted
 * if and only if no objection stands (rule 9); to be silent is to assent.
 *
 * @param entries one per asked Ally, in the order of their codes
 */
public record Tally(List<Entry> entries, Finding finding) {

  /** The finding on a proposal. */
  public enum Finding implements Coded {
    ADOPTED,
    BROKEN;
  }

  /**
   * An Ally and where it stands.
   *
   * @param position its last stated one, or null if it was silent
   */
  public record Entry(String ally, Position position) {

    /** The position in the words of the guide; silence is assent. */
    public String word() {
      return position == null ? Words.of("silence.assent") : position.stance().word();
    }

    public boolean isSilent() {
      return position == null;
    }
  }

  public Tally {
    entries = List.copyOf(entries);
  }

  /**
   * Finds where the Allies stand.
   *
   * @param asked the codes of those who were asked
   * @param stated all positions stated, oldest first; of one Ally's the last one counts
   */
  public static Tally of(List<String> asked, List<Position> stated) {
    Map<String, Position> last = new LinkedHashMap<>();
    stated.forEach(position -> last.put(position.ally(), position));
    List<Entry> entries =
        new TreeSet<>(asked).stream().map(ally -> new Entry(ally, last.get(ally))).toList();
    boolean broken =
        entries.stream().anyMatch(entry -> !entry.isSilent() && entry.position().isObjection());
    return new Tally(entries, broken ? Finding.BROKEN : Finding.ADOPTED);
  }

  public boolean isAdopted() {
    return finding == Finding.ADOPTED;
  }

  /** The objections that stand. */
  public List<Position> objections() {
    return standing(Stance.OBJECTION);
  }

  /** The reservations to be attached to the endorsement. */
  public List<Position> reservations() {
    return standing(Stance.RESERVATION);
  }

  /** The codes of those who have not answered. */
  public List<String> silent() {
    return entries.stream().filter(Entry::isSilent).map(Entry::ally).toList();
  }

  public Optional<Position> of(String ally) {
    return entries.stream()
        .filter(entry -> entry.ally().equals(ally))
        .findFirst()
        .map(Entry::position);
  }

  private List<Position> standing(Stance stance) {
    return entries.stream()
        .map(Entry::position)
        .filter(position -> position != null && position.stance() == stance)
        .sorted(Comparator.comparing(Position::ally))
        .toList();
  }
}
