package app.chancery.integration.process;

import app.chancery.integration.AssuranceTerm;
import app.chancery.integration.Integration;
import app.chancery.integration.PhaseEntry;
import app.chancery.integration.PhaseWork;
import app.chancery.integration.SecurityGap;
import app.chancery.platform.engine.FormInput;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code conduct-phase.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class ConductPhaseTasks {

  /** Records one activity, one milestone, or that the phase is complete. */
  @Bean
  JavaDelegate recordPhaseProgressDelegate(PhaseWork work) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      PhaseEntry entry = PhaseForm.read(form);
      form.accept();
      ConductPhaseModel.PHASE_COMPLETE.set(
          execution,
          work.record(
              execution.getProcessBusinessKey(),
              ConductPhaseModel.PHASE_ID.from(execution),
              entry));
    };
  }

  /** Are the assurances of the next phase in force (rule 7)? */
  @Bean
  JavaDelegate checkAssurancesDelegate(SecurityGap gap) {
    return execution ->
        ConductPhaseModel.NEXT_ASSURANCES_IN_FORCE.set(
            execution, gap.isClosedBehind(ConductPhaseModel.PHASE_ID.from(execution)));
  }

  /** Brings the next assurances into force, or extends those of the phase. */
  @Bean
  JavaDelegate recordAssurancesDelegate(SecurityGap gap) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      SecurityGap.Answer answer = form.choice("gapAnswer", SecurityGap.Answer.class);
      AssuranceTerm term = PhaseForm.assuranceTerm(form);
      form.accept();
      ConductPhaseModel.PHASE_PROLONGED.set(
          execution, gap.answer(ConductPhaseModel.PHASE_ID.from(execution), answer, term));
    };
  }

  /** Reminds those who work on the phase that its planned end has come. */
  @Bean
  JavaDelegate remindOfPlannedEndDelegate(Integration integration) {
    return execution ->
        integration.remindOfPlannedEnd(
            execution.getProcessBusinessKey(), ConductPhaseModel.PHASE_ID.from(execution));
  }
}
