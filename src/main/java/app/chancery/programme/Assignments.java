package app.chancery.programme;

import app.chancery.platform.briefing.Assignment;
import app.chancery.platform.security.Signatures;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever is given a task by somebody else. */
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
  void assigned(Assignment assignment) {
    programmes
        .find(assignment.programme())
        .ifPresent(
            programme ->
                notices.tellPersons(
                    Message.of(
                        NoticeKind.TASK_HANDED_OVER,
                        programme.key(),
                        programme.step().folder(),
                        NoticePlace.task(assignment.task()),
                        assignment.name(),
                        signatures.of(assignment.by())),
                    List.of(assignment.account())));
  }
}
