package app.chancery.desk.council;

import app.chancery.consensus.Position;
import app.chancery.consensus.Round;
import app.chancery.consensus.RoundStories;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.records.alliance.Allies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rounds of all programmes as a reader may see them. */
@Component
class CouncilPage {

  /** Of so many rounds all that happened is read at once. */
  private static final int AT_ONCE = 200;

  private final RoundStories stories;
  private final Allies allies;
  private final CouncilDeskPolicy policy;

  CouncilPage(RoundStories stories, Allies allies, CouncilDeskPolicy policy) {
    this.stories = stories;
    this.allies = allies;
    this.policy = policy;
  }

  /**
   * The rounds under silence: first those that wait for the reader's own answer, and of each kind
   * the next deadline first.
   */
  Paged<Card> open(Sight sight, int page) {
    Set<Answer> answered =
        stories.positionsInOpenRounds(sight.allies()).stream()
            .map(Answer::of)
            .collect(Collectors.toSet());
    List<Round> rounds =
        stories.open().stream()
            .sorted(Comparator.comparing(round -> !waitsFor(sight, round, answered)))
            .toList();
    return cards(Paged.of(rounds, page, policy.pageSize()), sight);
  }

  /** What has ended without adoption and is not settled yet. */
  Paged<Card> unsettled(Sight sight, int page) {
    return cards(Paged.of(stories.unsettled(), page, policy.pageSize()), sight);
  }

  /** The rounds that ended last, the newest first. */
  Paged<Card> ended(Sight sight, int page) {
    long total = stories.endedCount();
    long pages = PageNumber.pages(total, policy.pageSize());
    int at = Paged.within(page, pages);
    return cards(new Paged<>(stories.ended(at, policy.pageSize()), at, pages, total), sight);
  }

  /** All rounds, as rows of a file: the open ones first, then the newest that ended. */
  List<RoundRow> all(Sight sight) {
    List<Round> all = stories.all();
    List<RoundRow> rows = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      stories
          .of(all.subList(from, Math.min(all.size(), from + AT_ONCE)))
          .forEach(story -> rows.add(RoundRow.of(story, sight)));
    }
    return rows;
  }

  private Paged<Card> cards(Paged<Round> rounds, Sight sight) {
    UnaryOperator<String> names = allies.names();
    return new Paged<>(
        stories.of(rounds.entries()).stream().map(story -> Card.of(story, sight, names)).toList(),
        rounds.number(),
        rounds.pages(),
        rounds.total());
  }

  private static boolean waitsFor(Sight sight, Round round, Set<Answer> answered) {
    return sight.askedIn(round).stream()
        .anyMatch(ally -> !answered.contains(new Answer(round.id(), ally)));
  }

  /** That an Ally has answered in a round. */
  private record Answer(long round, String ally) {

    static Answer of(Position position) {
      return new Answer(position.round(), position.ally());
    }
  }
}
