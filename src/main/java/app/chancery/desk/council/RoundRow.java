package app.chancery.desk.council;

import app.chancery.consensus.Position;
import app.chancery.consensus.Round;
import app.chancery.consensus.RoundState;
import app.chancery.consensus.RoundStory;
import app.chancery.consensus.Stance;
import app.chancery.consensus.Tally;
import app.chancery.readiness.Tier;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A round in the file of all rounds, as a reader may see it.
 *
 * @param id as its page has it
 * @param key of the programme
 * @param name of the candidate
 * @param number counts the rounds of a proposal from 1
 * @param endedAt null while it is open
 * @param asked how many Allies are asked
 * @param answered how many of them have answered; null if the reader may not know
 * @param missing the codes of those who have not; null if the reader may not know
 * @param answers what the reader's delegation has answered; empty if it is not asked
 */
record RoundRow(
    long id,
    String key,
    String name,
    int number,
    Tier tier,
    RoundState state,
    OffsetDateTime circulatedAt,
    OffsetDateTime silenceEnds,
    OffsetDateTime endedAt,
    int asked,
    Integer answered,
    List<String> missing,
    List<OwnAnswer> answers) {

  /**
   * @param stance null if it has not answered, and so are the others
   */
  record OwnAnswer(String ally, Stance stance, String statement, OffsetDateTime statedAt) {

    private static OwnAnswer of(String ally, RoundStory story) {
      Position position = story.positionOf(ally).orElse(null);
      return position == null
          ? new OwnAnswer(ally, null, null, null)
          : new OwnAnswer(ally, position.stance(), position.statement(), position.statedAt());
    }
  }

  static RoundRow of(RoundStory story, Sight sight) {
    Round round = story.round();
    Tally tally = story.tally();
    return new RoundRow(
        round.id(),
        round.programme(),
        story.candidate(),
        round.number(),
        round.tier(),
        story.state(),
        round.circulatedAt(),
        round.silenceEnds(),
        round.endedAt(),
        round.allies().size(),
        sight.overseer() ? tally.entries().size() - tally.silent().size() : null,
        sight.overseer() ? tally.silent().stream().sorted().toList() : null,
        sight.askedIn(round).stream().map(ally -> OwnAnswer.of(ally, story)).toList());
  }
}
