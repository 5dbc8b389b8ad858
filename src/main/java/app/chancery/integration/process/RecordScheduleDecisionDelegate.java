package app.chancery.integration.process;

import app.chancery.engine.FormInput;
import app.chancery.integration.ExerciseSchedule;
import app.chancery.integration.ScheduleDecision;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Carries out what the military staff decided about the schedule. */
@Component
class RecordScheduleDecisionDelegate implements JavaDelegate {

  private final ExerciseSchedule schedule;

  RecordScheduleDecisionDelegate(ExerciseSchedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    ScheduleDecision decision =
        new ScheduleDecision(
            form.choice("scheduleAnswer", ScheduleDecision.Answer.class),
            form.optionalNumber("exercise", 1, Long.MAX_VALUE).map(Double::longValue).orElse(null),
            form.optionalDate("exerciseDate").orElse(null),
            form.optionalText("exerciseName").orElse(null),
            form.optionalText("exerciseStandard").orElse(null),
            form.optionalText("exerciseParticipants").orElse(null),
            form.optionalText("reason").orElse(null));
    form.accept();
    IntegrateIncrementallyModel.SCHEDULE_CONFIRMED.set(
        execution, schedule.decide(execution.getProcessBusinessKey(), decision));
  }
}
