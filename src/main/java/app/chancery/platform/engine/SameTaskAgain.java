package app.chancery.platform.engine;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * A task that was taken back has been open since it was opened first, and what its timers wait for
 * is counted from then. The engine takes the moment of a new task for granted; within the command
 * that made the task, before anything of it is written, it is put right.
 */
final class SameTaskAgain {

  private SameTaskAgain() {}

  /**
   * To be called in the command that has opened the task again.
   *
   * @param first the task as it was before it was done
   * @param come the element ids of those of its timers that have come already
   */
  static void asOpenedAt(HistoricTaskInstance first, Set<String> come) {
    DbEntityCache cache = Context.getCommandContext().getDbEntityManager().getDbEntityCache();
    Date opened = first.getStartTime();
    Duration since = Duration.between(opened.toInstant(), ClockUtil.getCurrentTime().toInstant());
    for (TaskEntity again : created(cache, TaskEntity.class)) {
      again.setCreateTime(opened);
    }
    for (HistoricTaskInstanceEventEntity again :
        created(cache, HistoricTaskInstanceEventEntity.class)) {
      again.setStartTime(opened);
    }
    for (TimerEntity timer : created(cache, TimerEntity.class)) {
      if (come.contains(timer.getActivityId())) {
        timer.delete();
      } else if (isOf(timer, first.getTaskDefinitionKey())) {
        timer.setDuedate(Date.from(timer.getDuedate().toInstant().minus(since)));
      }
    }
  }

  private static <T extends DbEntity> List<T> created(DbEntityCache cache, Class<T> type) {
    return cache.getCachedEntities().stream()
        .map(CachedDbEntity::getEntity)
        .filter(type::isInstance)
        .filter(cache::isTransient)
        .map(type::cast)
        .toList();
  }

  private static boolean isOf(TimerEntity timer, String task) {
    return timer.getJobDefinition() != null
        && Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(timer.getProcessDefinitionId())
                .findActivity(timer.getActivityId())
                .getEventScope()
            instanceof ActivityImpl scope
        && scope.getId().equals(task);
  }
}
