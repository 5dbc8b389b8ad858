package app.chancery.desk.work;

import app.chancery.consensus.Round;
import app.chancery.consensus.RoundStories;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Person;
import app.chancery.platform.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A delegation's task stands until its round ends: on a list, one that was answered is to be told
 * from one that waits for an answer.
 */
@Component
class AnsweredRounds {

  private static final String POSITION = "userTask_statePosition";

  private final RoundStories stories;

  AnsweredRounds(RoundStories stories) {
    this.stories = stories;
  }

  /**
   * What the person's own delegation has answered, by the id of the task, for example "answered: no
   * objection; may be changed until …".
   */
  Map<String, String> of(Person person, List<WorkItem> items) {
    List<String> allies =
        person.groups().stream().filter(Delegations::isOne).map(Delegations::allyOf).toList();
    List<WorkItem> asked = items.stream().filter(item -> POSITION.equals(item.key())).toList();
    // With several delegations a programme has several such tasks, which the lists do not tell
    // apart.
    if (allies.size() != 1 || asked.isEmpty()) {
      return Map.of();
    }
    Map<Long, Round> rounds =
        stories.open().stream().collect(Collectors.toMap(Round::id, Function.identity()));
    Map<String, String> byProgramme = new HashMap<>();
    stories
        .positionsInOpenRounds(allies)
        .forEach(
            position -> {
              Round round = rounds.get(position.round());
              if (round != null) {
                byProgramme.put(
                    round.programme(),
                    Words.of("work.answered")
                        .formatted(position.stance().word(), round.deadline()));
              }
            });
    Map<String, String> answered = new HashMap<>();
    asked.stream()
        .filter(item -> byProgramme.containsKey(item.programme()))
        .forEach(item -> answered.put(item.id(), byProgramme.get(item.programme())));
    return answered;
  }
}
