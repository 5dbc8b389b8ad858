package app.chancery.integration.process;

import app.chancery.integration.ExerciseSchedule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the joint exercises of every phase. */
@Component
class ScheduleExercisesDelegate implements JavaDelegate {

  private final ExerciseSchedule schedule;

  ScheduleExercisesDelegate(ExerciseSchedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public void execute(DelegateExecution execution) {
    schedule.plan(execution.getProcessBusinessKey());
  }
}
