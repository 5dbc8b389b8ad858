package app.chancery.consensus;

import java.util.List;
import java.util.Optional;

/**
 * A round with all that happened in it and after it. Nothing of it is for every reader: who may see
 * which position is decided where it is shown.
 *
 * @param candidate its name
 * @param outcome how the council's dealing with the proposal ended; null while it goes on
 * @param positions all that were ever stated, oldest first
 * @param withdrawals objections that do not stand any more, oldest first
 * @param extensions of the deadline, oldest first
 * @param consultations what they came to, oldest first
 * @param takingsUp oldest first
 * @param before the programme's round before this one; null if it is the first
 * @param after the programme's next round; null if it is the newest
 */
public record RoundStory(
    Round round,
    String candidate,
    RoundState state,
    CouncilOutcome outcome,
    List<Position> positions,
    List<Withdrawal> withdrawals,
    List<Extension> extensions,
    List<Consultation> consultations,
    List<TakingUp> takingsUp,
    Round before,
    Round after) {

  public RoundStory {
    positions = List.copyOf(positions);
    withdrawals = List.copyOf(withdrawals);
    extensions = List.copyOf(extensions);
    consultations = List.copyOf(consultations);
    takingsUp = List.copyOf(takingsUp);
  }

  /** Where the Allies stand. */
  public Tally tally() {
    return Tally.of(round.allies(), positions);
  }

  /** The position of an Ally that counts, if it has stated one. */
  public Optional<Position> positionOf(String ally) {
    return positions.stream().filter(each -> each.ally().equals(ally)).reduce((one, next) -> next);
  }

  /** What one of the positions is called on its receipt. */
  public AnswerNumber numberOf(Position position) {
    return AnswerNumber.of(round, position, positions);
  }

  /** Every objection that was stated, oldest first; all Allies were told of each. */
  public List<Position> objections() {
    return positions.stream().filter(Position::isObjection).toList();
  }

  /** How an objection was withdrawn, if it was. */
  public Optional<Withdrawal> withdrawalOf(Position objection) {
    return withdrawals.stream().filter(each -> each.position() == objection.id()).findFirst();
  }

  /** The round before in which the same proposal was circulated, if there was one. */
  public Optional<Round> sameProposalBefore() {
    return Optional.ofNullable(before).filter(each -> each.item() == round.item());
  }
}
