package app.chancery.integration.process;

import app.chancery.integration.ExerciseSchedule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Files the schedule as a draft, for the military staff to confirm. */
@Component
class CompileExerciseScheduleDelegate implements JavaDelegate {

  private final ExerciseSchedule schedule;

  CompileExerciseScheduleDelegate(ExerciseSchedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public void execute(DelegateExecution execution) {
    schedule.compile(execution.getProcessBusinessKey());
  }
}
