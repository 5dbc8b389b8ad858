package app.chancery.integration.process;

import app.chancery.integration.ExerciseSchedule;
import app.chancery.integration.Integration;
import app.chancery.integration.NextPhase;
import app.chancery.integration.ScheduleDecision;
import app.chancery.platform.engine.FormInput;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What {@code integrate-incrementally.bpmn} has done by the office, in the order of the diagram.
 */
@Configuration(proxyBeanMethods = false)
class IntegrateIncrementallyTasks {

  /** Sets up phases, milestones and assurances from the endorsed package. */
  @Bean
  JavaDelegate prepareIntegrationDelegate(Integration integration) {
    return execution -> integration.prepare(execution.getProcessBusinessKey());
  }

  /** Plans the joint exercises of every phase. */
  @Bean
  JavaDelegate scheduleExercisesDelegate(ExerciseSchedule schedule) {
    return execution -> schedule.plan(execution.getProcessBusinessKey());
  }

  /** Files the schedule as a draft, for the military staff to confirm. */
  @Bean
  JavaDelegate compileExerciseScheduleDelegate(ExerciseSchedule schedule) {
    return execution -> schedule.compile(execution.getProcessBusinessKey());
  }

  /** Carries out what the military staff decided about the schedule. */
  @Bean
  JavaDelegate recordScheduleDecisionDelegate(ExerciseSchedule schedule) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      ScheduleDecision decision =
          new ScheduleDecision(
              form.choice("scheduleAnswer", ScheduleDecision.Answer.class),
              form.optionalNumber("exercise", 1, Long.MAX_VALUE)
                  .map(Double::longValue)
                  .orElse(null),
              form.optionalDate("exerciseDate").orElse(null),
              form.optionalText("exerciseName").orElse(null),
              form.optionalText("exerciseStandard").orElse(null),
              form.optionalText("exerciseParticipants").orElse(null),
              form.optionalText("reason").orElse(null));
      form.accept();
      IntegrateIncrementallyModel.SCHEDULE_CONFIRMED.set(
          execution, schedule.decide(execution.getProcessBusinessKey(), decision));
    };
  }

  /** Begins the next phase of the package, if one is left. */
  @Bean
  JavaDelegate openNextPhaseDelegate(Integration integration) {
    return execution -> {
      NextPhase next = integration.openNextPhase(execution.getProcessBusinessKey());
      IntegrateIncrementallyModel.NEXT_INSTRUMENT.set(execution, next.instrument());
      IntegrateIncrementallyModel.PHASE_ID.set(execution, next.phaseId());
      IntegrateIncrementallyModel.PLANNED_END.set(execution, next.plannedEnd());
    };
  }

  /** Says how integration ended. */
  @Bean
  JavaDelegate concludeIntegrationDelegate(Integration integration) {
    return execution ->
        IntegrateIncrementallyModel.INTEGRATION_OUTCOME.set(
            execution, integration.conclude(execution.getProcessBusinessKey()));
  }

  /** Ends the open phase and tells all Allies. */
  @Bean
  JavaDelegate closePhaseDelegate(Integration integration) {
    return execution ->
        integration.closePhase(
            execution.getProcessBusinessKey(),
            IntegrateIncrementallyModel.PHASE_ID.from(execution));
  }
}
