package app.chancery.platform.engine;

import app.chancery.platform.people.Signatures;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.Moments;
import app.chancery.platform.words.Words;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** What is said of a task that has ended to whoever could see it open: who did it, and when. */
@Component
class EndedTasks {

  private final Signatures signatures;
  private final Days days;

  EndedTasks(Signatures signatures, Days days) {
    this.signatures = signatures;
    this.days = days;
  }

  String inWords(HistoricTaskInstance ended) {
    String at = Moments.inShort(ended.getEndTime().toInstant(), days.zone());
    if (!TaskEntity.DELETE_REASON_COMPLETED.equals(ended.getDeleteReason())) {
      return Words.of("task.ended").formatted(at);
    }
    return ended.getAssignee() == null
        ? Words.of("task.ended.completed").formatted(at)
        : Words.of("task.ended.by")
            .formatted(signatures.ofHolder(ended.getAssignee(), ended.getOwner()), at);
  }
}
