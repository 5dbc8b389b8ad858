package app.chancery.programme.process;

import app.chancery.platform.engine.FormInput;
import app.chancery.programme.Closing;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.DossierReader;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code enlargement-programme.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class EnlargementProgrammeTasks {

  /** Takes the dossier from the start form; a bad one is refused and nothing starts. */
  @Bean
  JavaDelegate registerProgrammeDelegate(DossierReader reader, Programmes programmes) {
    return execution -> {
      Dossier dossier = reader.read(FormInput.values(execution));
      execution.setProcessBusinessKey(programmes.register(dossier));
      execution.removeVariables(execution.getVariableNames());
    };
  }

  /** Notes in the register that the step of a call activity begins. */
  @Bean
  ExecutionListener enterStepListener(Programmes programmes) {
    return execution ->
        programmes.enterStep(
            execution.getProcessBusinessKey(), Step.ofActivity(execution.getCurrentActivityId()));
  }

  /** Notes in the register that the step of a call activity has ended, however it did. */
  @Bean
  ExecutionListener leaveStepListener(Programmes programmes) {
    return execution ->
        programmes.leaveStep(
            execution.getProcessBusinessKey(), Step.ofActivity(execution.getCurrentActivityId()));
  }

  /** Ends the programme in the register, with the outcome that the model gives. */
  @Bean
  JavaDelegate closeProgrammeDelegate(Closing closing) {
    return execution ->
        closing.close(
            execution.getProcessBusinessKey(),
            Outcome.valueOf(EnlargementProgrammeModel.OUTCOME.from(execution)));
  }
}
