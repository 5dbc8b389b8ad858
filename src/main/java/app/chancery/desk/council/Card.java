package app.chancery.desk.council;

import app.chancery.consensus.Position;
import app.chancery.consensus.Round;
import app.chancery.consensus.RoundState;
import app.chancery.consensus.RoundStory;
import app.chancery.consensus.Tally;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A round in a list, as a reader may see it.
 *
 * @param key of the programme
 * @param ends when silence ends, for programs
 * @param deadline the same for people, with its time zone
 * @param ended when it ended; empty while it is open
 * @param answered how many Allies have answered; null if the reader may not know
 * @param missing the names of those who have not; null if the reader may not know
 * @param own what the reader's delegation has answered; empty if it is not asked
 */
record Card(
    long id,
    String key,
    String candidate,
    int number,
    String tier,
    RoundState state,
    String sentence,
    String circulated,
    OffsetDateTime ends,
    String deadline,
    String ended,
    int asked,
    Integer answered,
    List<String> missing,
    List<Own> own) {

  /**
   * @param ally its name
   * @param position null if it has not answered
   * @param word its answer in a word; without one, what that came to in this round
   */
  record Own(String ally, Position position, String word, String stated) {

    static Own of(String ally, RoundStory story, UnaryOperator<String> names) {
      Optional<Position> position = story.positionOf(ally);
      return new Own(
          names.apply(ally),
          position.orElse(null),
          position
              .map(each -> each.stance().word())
              .orElseGet(() -> story.round().status().ofSilence()),
          position.map(each -> story.round().read(each.statedAt())).orElse(""));
    }
  }

  static Card of(RoundStory story, Sight sight, UnaryOperator<String> names) {
    Round round = story.round();
    Tally tally = story.tally();
    List<String> missing = tally.silent().stream().map(names).sorted().toList();
    return new Card(
        round.id(),
        round.programme(),
        story.candidate(),
        round.number(),
        round.tier().word(),
        story.state(),
        story.state().sentence(round),
        round.read(round.circulatedAt()),
        round.silenceEnds(),
        round.deadline(),
        round.endedAt() == null ? "" : round.read(round.endedAt()),
        round.allies().size(),
        sight.overseer() ? tally.entries().size() - missing.size() : null,
        sight.overseer() ? missing : null,
        sight.askedIn(round).stream()
            .map(ally -> Own.of(ally, story, names))
            .sorted(Comparator.comparing(Own::ally))
            .toList());
  }
}
