package app.chancery.desk.talk;

import app.chancery.desk.talk.TaskGrounds.Ground;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.security.Author;
import app.chancery.platform.security.Groups;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.records.talk.Audience;
import app.chancery.records.talk.TalkPlace;
import app.chancery.records.talk.TalkedTask;
import app.chancery.records.talk.TalkedTasks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Who may talk where. What hangs on a programme is for everybody who may open its page. What hangs
 * on a task is for whoever may see the task; when it has ended, for the groups that could do it,
 * and for those who watch all work.
 */
@Service
class Grounds {

  /** They may read every task and its history. */
  private static final Set<String> WATCHERS = Set.of(Groups.MANAGERS, Groups.ADMINISTRATORS);

  private final Programmes programmes;
  private final TaskGrounds tasks;
  private final TalkedTasks talked;
  private final Author author;

  Grounds(Programmes programmes, TaskGrounds tasks, TalkedTasks talked, Author author) {
    this.programmes = programmes;
    this.tasks = tasks;
    this.talked = talked;
    this.author = author;
  }

  /**
   * Where one may read.
   *
   * @param heading what the place is called
   * @param isOpen whether more may be said there
   */
  record Open(TalkPlace place, String heading, boolean isOpen) {}

  /**
   * @throws NotFound if there is no such programme
   */
  Open programme(String key) {
    return new Open(TalkPlace.programme(key), programmes.get(key).called(), true);
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
      return Optional.of(new Open(TalkPlace.task(id, ground.programme()), ground.what(), true));
    }
    return talked
        .find(id)
        .filter(this::isForReader)
        .map(ended -> new Open(TalkPlace.task(id, ended.programme()), ended.what(), false));
  }

  /**
   * @throws NotFound if the place is not there for the person who acts
   */
  Open of(TalkPlace place) {
    return place.isTask()
        ? task(place.task()).orElseThrow(() -> new NotFound(Words.of("talk.none")))
        : programme(place.programme());
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
    talked.note(new TalkedTask(task, ground.programme(), ground.what(), ground.groups()));
    return TalkPlace.task(task, ground.programme());
  }

  /**
   * Of a programme the tasks on which something was said, as far as the person who acts may read.
   */
  List<TalkedTask> talkedTasks(String programme) {
    return talked.of(programme).stream().filter(this::isForReader).toList();
  }

  /** Everybody has the page of a programme. */
  Audience audience(TalkPlace place) {
    return place.isTask() ? person -> tasks.isSeenBy(place.task(), person) : person -> true;
  }

  private boolean isForReader(TalkedTask task) {
    return author.isOneOf(WATCHERS) || author.isOneOf(Set.copyOf(task.readers()));
  }
}
