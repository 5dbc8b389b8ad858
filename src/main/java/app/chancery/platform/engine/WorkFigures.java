package app.chancery.platform.engine;

import app.chancery.platform.watching.Figure;
import app.chancery.platform.watching.Figures;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What there is to do, for people and for the engine. The delegations are one group here: who
 * watches the machine does not learn which of them still has to answer.
 */
@Component
class WorkFigures implements Figures {

  private static final String TASKS =
      """
      select task_group, count(*) as number from (
        select distinct t.id_,
          case when l.group_id_ like 'delegation-%' then 'delegations' else l.group_id_ end
            as task_group
        from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_
        where l.type_ = 'candidate' and l.group_id_ is not null and t.suspension_state_ = 1
      """;

  /** Of those, by the index on the due day, that nothing keeps from being done. */
  private static final String DUE_JOBS =
      " from act_ru_job where retries_ > 0 and suspension_state_ = 1"
          + " and (duedate_ is null or duedate_ <= :engineNow)";

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "chancery_tasks_open",
            "Open tasks, by the group whose members do them",
            TASKS + ") open_tasks group by task_group"),
        new Figure(
            "chancery_tasks_overdue",
            "Open tasks whose due time has passed, by the group whose members do them",
            TASKS + " and t.due_date_ < :engineNow) overdue group by task_group"),
        new Figure(
            "chancery_incidents_open",
            "Incidents: what the engine has given up until somebody has it tried again",
            "select count(*) as number from act_ru_incident where id_ = root_cause_incident_id_"),
        new Figure(
            "chancery_jobs_due",
            "Jobs that are due and wait for the engine",
            "select count(*) as number" + DUE_JOBS),
        new Figure(
            "chancery_jobs_failed",
            "Jobs that have failed as often as they are tried",
            "select count(*) as number from act_ru_job where retries_ = 0"),
        new Figure(
            "chancery_jobs_oldest_due_timestamp_seconds",
            "Since when the oldest job that is due has been due, in seconds since 1970",
            "select extract(epoch from min(coalesce(duedate_, create_time_))) as number"
                + DUE_JOBS));
  }
}
