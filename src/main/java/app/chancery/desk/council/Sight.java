package app.chancery.desk.council;

import app.chancery.consensus.Position;
import app.chancery.consensus.Round;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a reader may know of a round. The secretariat, the managers and the administrators see all
 * positions, a delegation sees its own and nobody else any. What all Allies were told is for
 * everybody: that a round runs and until when, how it ended, and who objected and why.
 *
 * @param overseer whether every position is seen
 * @param allies whose delegations the reader is of, by code
 */
record Sight(boolean overseer, List<String> allies) {

  private static final Set<String> OVERSEERS =
      Set.of(Groups.SECRETARIAT, Groups.MANAGERS, Groups.ADMINISTRATORS);

  /**
   * @param groups of the reader
   */
  static Sight of(Collection<String> groups) {
    return new Sight(
        groups.stream().anyMatch(OVERSEERS::contains),
        groups.stream().filter(Delegations::isOne).map(Delegations::allyOf).sorted().toList());
  }

  boolean sees(Position position) {
    return overseer || allies.contains(position.ally());
  }

  /** The reader's Allies that are asked in a round. */
  List<String> askedIn(Round round) {
    return allies.stream().filter(round.allies()::contains).toList();
  }
}
