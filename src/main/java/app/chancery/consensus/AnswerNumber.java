package app.chancery.consensus;

import java.util.List;

/**
 * What an answer to a round is called on its receipt. The answers of one Ally in one round are
 * counted from 1: a number over all of them would tell a delegation how many others have answered.
 *
 * @param programme the key of the round's programme
 * @param round the number of the round in it, over all its proposals
 * @param ally ISO 3166-1 alpha-2 code
 * @param answer which answer of that Ally in that round, from 1
 */
public record AnswerNumber(String programme, int round, String ally, int answer) {

  /**
   * @param position one of them
   * @param stated all that were stated in the round, oldest first
   */
  static AnswerNumber of(Round round, Position position, List<Position> stated) {
    return new AnswerNumber(
        round.programme(),
        round.inProgramme(),
        position.ally(),
        1
            + stated.stream()
                .filter(each -> each.ally().equals(position.ally()))
                .map(Position::id)
                .toList()
                .indexOf(position.id()));
  }

  /** For example {@code XD-2026/1/FR/2}. */
  public String code() {
    return "%s/%s/%s/%s".formatted(programme, round, ally, answer);
  }
}
