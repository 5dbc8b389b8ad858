package app.chancery.programme;

import app.chancery.platform.briefing.Assignment;
import app.chancery.platform.briefing.TakenAway;
import app.chancery.platform.people.Signatures;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever is given a task by somebody else, and from whom a head takes one. */
@Component
class Assignments {

  private final Programmes programmes;
  private final Signatures signatures;
  private final Notices notices;

  Assignments(Programmes programmes, Signatures signatures, Notices notices) {
    this.programmes = programmes;
    this.signatures = signatures;
    this.notices = notices;
  }

  /**
   * A process that an administrator made may have tasks of no programme; nothing is told of them.
   */
  @EventListener
  void assigned(Assignment given) {
    tell(
        NoticeKind.TASK_HANDED_OVER,
        given.programme(),
        given.task(),
        given.name(),
        given.by(),
        given.account());
  }

  @EventListener
  void takenAway(TakenAway taken) {
    tell(
        NoticeKind.TASK_TAKEN_AWAY,
        taken.programme(),
        taken.task(),
        taken.name(),
        taken.by(),
        taken.account());
  }

  private void tell(
      NoticeKind kind, String key, String task, String name, String by, String account) {
    programmes
        .find(key)
        .ifPresent(
            programme ->
                notices.tellPersons(
                    Message.of(
                        kind,
                        programme.key(),
                        programme.step().folder(),
                        NoticePlace.task(task),
                        name,
                        signatures.ofHolder(by)),
                    List.of(account)));
  }
}
