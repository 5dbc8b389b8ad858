package app.chancery.rehearsal.replay;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Who objects to a proposal beside the one whose objection broke the silence, and who gave up. */
final class Objectors {

  private final Set<String> joined = new HashSet<>();
  private final Set<String> withdrawn = new HashSet<>();

  /** An Ally objects after the silence was broken. */
  void join(String ally) {
    joined.add(ally);
    withdrawn.remove(ally);
  }

  void withdraw(String ally) {
    withdrawn.add(ally);
  }

  /** The proposal comes to the table again. */
  void forget() {
    joined.clear();
    withdrawn.clear();
  }

  /** Whose objections stand, in the order of their codes. */
  Set<String> standing(Collection<String> ofTheRound) {
    Set<String> standing = new TreeSet<>(ofTheRound);
    standing.addAll(joined);
    standing.removeAll(withdrawn);
    return standing;
  }
}
