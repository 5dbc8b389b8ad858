package app.chancery.desk.council;

import app.chancery.consensus.AnswerNumber;
import app.chancery.consensus.Position;
import app.chancery.consensus.Round;
import app.chancery.consensus.RoundStories;
import app.chancery.consensus.RoundStory;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.time.Moments;
import app.chancery.platform.words.Words;
import app.chancery.records.alliance.Allies;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a delegation has on paper of its answer; for its own Ally and those who see all. */
@Component
class Receipts {

  private static final ZoneId UTC = ZoneId.of("UTC");

  private final RoundStories stories;
  private final Allies allies;
  private final Signatures signatures;

  Receipts(RoundStories stories, Allies allies, Signatures signatures) {
    this.stories = stories;
    this.allies = allies;
    this.signatures = signatures;
  }

  /**
   * @param ally by its code
   * @param answer which answer of that Ally in the round, from 1
   * @param groups of the reader
   * @throws NotFound if there is no such position in the round, or not for this reader
   */
  Receipt of(long round, String ally, int answer, Collection<String> groups) {
    RoundStory story = stories.of(round);
    Sight sight = Sight.of(groups);
    Position position =
        story.positions().stream()
            .filter(each -> each.ally().equals(ally))
            .filter(sight::sees)
            .filter(each -> story.numberOf(each).answer() == answer)
            .findFirst()
            .orElseThrow(
                () -> new NotFound(Words.of("round.receipt.none").formatted(round, ally, answer)));
    return new Receipt(
        position,
        story.numberOf(position).code(),
        story.round(),
        story.candidate(),
        allies.names().apply(position.ally()),
        signatures.of(position.statedBy()),
        Moments.exact(position.statedAt(), story.round().alliancesZone()),
        Moments.exact(position.statedAt(), UTC),
        RoundPage.withdrawn(story, position),
        standing(story, position));
  }

  /**
   * The address of the receipt for what an account has stated last for a delegation of its own; or
   * of what another one of that delegation has, if the same was on record already.
   *
   * @param groups of the reader
   * @throws NotFound if nothing was stated
   */
  String newest(long round, Collection<String> groups, String account) {
    List<String> own = Sight.of(groups).allies();
    RoundStory story = stories.of(round);
    List<Position> stated =
        story.positions().stream().filter(position -> own.contains(position.ally())).toList();
    return stated.stream()
        .filter(position -> position.statedBy().equals(account))
        .reduce((one, next) -> next)
        .or(() -> stated.stream().reduce((one, next) -> next))
        .map(position -> address(story, position))
        .orElseThrow(() -> new NotFound(Words.of("round.receipt.noneYet").formatted(round)));
  }

  static String address(RoundStory story, Position position) {
    AnswerNumber number = story.numberOf(position);
    return "/rounds/%s/receipts/%s/%s"
        .formatted(story.round().id(), number.ally(), number.answer());
  }

  /** Whether it counts, and whether another one may still take its place. */
  private static String standing(RoundStory story, Position position) {
    Round round = story.round();
    Position counts = story.positionOf(position.ally()).orElseThrow();
    if (counts.id() != position.id()) {
      return Words.of("round.receipt.revised").formatted(story.numberOf(counts).code());
    }
    if (story.withdrawalOf(position).isPresent()) {
      return Words.of("round.receipt.withdrawn");
    }
    if (position.isObjection()) {
      return Words.of("round.receipt.objection");
    }
    return story.state().takesPositions()
        ? Words.of("round.receipt.revisable").formatted(round.deadline())
        : Words.of("round.receipt.final").formatted(story.state().sentence(round));
  }

  /**
   * A receipt.
   *
   * @param number what it is called
   * @param ally the name of the Ally in whose name it was stated
   * @param by who stated it
   * @param stated to the second, in the alliance's zone
   * @param statedInUtc the same moment in UTC
   * @param withdrawn when and why an objection was withdrawn; empty if it was not
   * @param standing whether it counts, and whether it may be revised
   */
  record Receipt(
      Position position,
      String number,
      Round round,
      String candidate,
      String ally,
      String by,
      String stated,
      String statedInUtc,
      String withdrawn,
      String standing) {}
}
