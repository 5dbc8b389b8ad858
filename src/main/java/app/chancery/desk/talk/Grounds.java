package app.chancery.desk.talk;

import app.chancery.desk.talk.TaskGrounds.Ground;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.GroupNames;
import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.records.talk.Audience;
import app.chancery.records.talk.TalkPlace;
import app.chancery.records.talk.TalkedTask;
import app.chancery.records.talk.TalkedTasks;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Who may talk where. What hangs on a programme is for everybody who may open its page. What hangs
 * on a task is for whoever may see the task; when it has ended, for the groups that could do it,
 * and for those who watch all work. What a delegation says on a task of its own is for nobody else.
 */
@Service
class Grounds {

  /** They may read every task and its history. */
  private static final Set<String> WATCHERS = Set.of(Groups.MANAGERS, Groups.ADMINISTRATORS);

  private final Programmes programmes;
  private final TaskGrounds tasks;
  private final TalkedTasks talked;
  private final Author author;
  private final GroupNames names;

  Grounds(
      Programmes programmes,
      TaskGrounds tasks,
      TalkedTasks talked,
      Author author,
      GroupNames names) {
    this.programmes = programmes;
    this.tasks = tasks;
    this.talked = talked;
    this.author = author;
    this.names = names;
  }

  /**
   * Where one may read.
   *
   * @param heading what the place is called
   * @param isOpen whether more may be said there
   * @param readers the name of the delegation for which alone it is; null if it is for others too
   */
  record Open(TalkPlace place, String heading, boolean isOpen, String readers) {}

  /**
   * @throws NotFound if there is no such programme
   */
  Open programme(String key) {
    return new Open(TalkPlace.programme(key), programmes.get(key).called(), true, null);
  }

  /**
   * @return empty if nobody talks on this task, or not with the person who acts
   * @throws NotFound if there is no such task for that person
   */
  Optional<Open> task(String id) {
    Ground ground = tasks.find(id);
    if (ground.isQuiet()) {
      return Optional.empty();
    }
    if (ground.isOpen()) {
      return isForReader(ground.groups())
          ? Optional.of(
              new Open(
                  TalkPlace.task(id, ground.programme()),
                  ground.what(),
                  true,
                  readers(ground.groups())))
          : Optional.empty();
    }
    return talked
        .find(id)
        .filter(this::isForReaderOfEnded)
        .map(
            ended ->
                new Open(
                    TalkPlace.task(id, ended.programme()),
                    ended.what(),
                    false,
                    readers(ended.readers())));
  }

  /**
   * @throws NotFound if the place is not there for the person who acts
   */
  Open of(TalkPlace place) {
    return place.isTask()
        ? task(place.task()).orElseThrow(() -> new NotFound(Words.of("talk.none")))
        : programme(place.programme());
  }

  /** Whether the person who acts, who sees the place, reads what is said there. */
  boolean reads(TalkPlace place) {
    return !place.isTask() || task(place.task()).isPresent();
  }

  /** Why there is no talk on a task for the person who acts, who sees the task. */
  String whyNot(String task) {
    Ground ground = tasks.find(task);
    return Words.of(
        ground.isQuiet() || isForReader(ground.groups()) ? "talk.confidential" : "talk.delegation");
  }

  /**
   * For an administrator, who clears away what nobody may keep here, and need not read it.
   *
   * @throws NotFound if the programme or the task is not there for the person who acts
   */
  void checkSight(TalkPlace place) {
    if (place.isTask()) {
      tasks.find(place.task());
    } else {
      programmes.get(place.programme());
    }
  }

  /**
   * The place of a task, for somebody who wants to say something there.
   *
   * @throws NotFound if there is no such task for the person who acts
   * @throws Refused if nobody talks on it, or it has ended
   */
  TalkPlace toTalkOn(String task) {
    Ground ground = tasks.find(task);
    if (ground.isQuiet()) {
      throw new Refused("", Words.of("talk.confidential"));
    }
    if (!ground.isOpen()) {
      throw new Conflict("", Words.of("talk.ended"));
    }
    if (!isForReader(ground.groups())) {
      throw new Refused("", Words.of("talk.delegation"));
    }
    talked.note(new TalkedTask(task, ground.programme(), ground.what(), ground.groups()));
    return TalkPlace.task(task, ground.programme());
  }

  /**
   * Of a programme the tasks on which something was said, as far as the person who acts may read.
   */
  List<TalkedTask> talkedTasks(String programme) {
    return talked.of(programme).stream().filter(this::isForReaderOfEnded).toList();
  }

  /** Everybody has the page of a programme. */
  Audience audience(TalkPlace place) {
    if (!place.isTask()) {
      return person -> true;
    }
    List<String> groups = tasks.find(place.task()).groups();
    return person ->
        tasks.isSeenBy(place.task(), person)
            && (!isOfDelegations(groups) || !Collections.disjoint(groups, person.groups()));
  }

  /** Of a task that is open whoever sees it reads, but what a delegation says is its own. */
  private boolean isForReader(List<String> groups) {
    return !isOfDelegations(groups) || author.isOneOf(Set.copyOf(groups));
  }

  private boolean isForReaderOfEnded(TalkedTask task) {
    return author.isOneOf(Set.copyOf(task.readers()))
        || !isOfDelegations(task.readers()) && author.isOneOf(WATCHERS);
  }

  private static boolean isOfDelegations(List<String> groups) {
    return !groups.isEmpty() && groups.stream().allMatch(Delegations::isOne);
  }

  private String readers(List<String> groups) {
    return isOfDelegations(groups)
        ? groups.stream().map(names::of).collect(Collectors.joining(", "))
        : null;
  }
}
