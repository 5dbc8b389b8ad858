package app.chancery.consensus;

import app.chancery.platform.security.Delegations;
import app.chancery.platform.security.Groups;
import app.chancery.programme.Programmes;
import app.chancery.records.alliance.Allies;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The rounds as a reader may see them. The secretariat and the managers see all positions, a
 * delegation sees its own and nobody else any; that a round is open, and until when, is no secret.
 */
@Component
class CouncilPage {

  private static final Set<String> OVERSEERS =
      Set.of(Groups.SECRETARIAT, Groups.MANAGERS, Groups.ADMINISTRATORS);

  private final Council council;
  private final CouncilRegister register;
  private final Programmes programmes;
  private final Allies allies;

  CouncilPage(Council council, CouncilRegister register, Programmes programmes, Allies allies) {
    this.council = council;
    this.register = register;
    this.programmes = programmes;
    this.allies = allies;
  }

  /**
   * A round on the page.
   *
   * @param positions those that the reader may see; empty if none
   * @param missing the names of the Allies without a position; null if the reader may not know
   */
  record Shown(
      String programme,
      String candidate,
      int number,
      String tier,
      String circulated,
      String deadline,
      Round.Status status,
      String ended,
      int asked,
      List<Line> positions,
      List<String> missing) {

    public boolean isOverseen() {
      return missing != null;
    }

    public int answered() {
      return asked - missing.size();
    }
  }

  /** An Ally's position on the page. */
  record Line(String ally, String position, String statement, String stated) {}

  List<Shown> open(Collection<String> groups) {
    return council.openRounds().stream().map(round -> shown(round, groups)).toList();
  }

  /** The rounds that ended last, the newest first. */
  List<Shown> ended(Collection<String> groups) {
    return register.endedRounds().stream().map(round -> shown(round, groups)).toList();
  }

  private Shown shown(Round round, Collection<String> groups) {
    boolean overseen = groups.stream().anyMatch(OVERSEERS::contains);
    Tally tally = council.tally(round);
    UnaryOperator<String> name = allies.names();
    List<Line> positions =
        tally.entries().stream()
            .filter(entry -> !entry.isSilent())
            .filter(entry -> overseen || groups.contains(Delegations.groupOf(entry.ally())))
            .map(
                entry ->
                    new Line(
                        name.apply(entry.ally()),
                        entry.word(),
                        entry.position().statement(),
                        round.read(entry.position().statedAt())))
            .toList();
    Stream<Line> own =
        groups.stream()
            .filter(group -> round.delegations().contains(group))
            .map(Delegations::allyOf)
            .filter(ally -> tally.of(ally).isEmpty())
            .map(ally -> new Line(name.apply(ally), silence(round), null, ""));
    return new Shown(
        round.programme(),
        programmes.get(round.programme()).name(),
        round.number(),
        round.tier().word(),
        round.read(round.circulatedAt()),
        round.deadline(),
        round.status(),
        round.endedAt() == null ? "" : round.read(round.endedAt()),
        round.allies().size(),
        Stream.concat(positions.stream(), own).sorted(Comparator.comparing(Line::ally)).toList(),
        overseen ? tally.silent().stream().map(name).sorted().toList() : null);
  }

  private static String silence(Round round) {
    return round.isOpen() ? "none yet: silence is assent" : "silence (assent)";
  }
}
