package app.chancery.integration.process;

import app.chancery.engine.FormInput;
import app.chancery.integration.PhaseEntry;
import app.chancery.integration.PhaseWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records one activity, one milestone, or that the phase is complete. */
@Component
class RecordPhaseProgressDelegate implements JavaDelegate {

  private final PhaseWork work;

  RecordPhaseProgressDelegate(PhaseWork work) {
    this.work = work;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    PhaseEntry entry = PhaseForm.read(form);
    form.accept();
    ConductPhaseModel.PHASE_COMPLETE.set(
        execution,
        work.record(
            execution.getProcessBusinessKey(), ConductPhaseModel.PHASE_ID.from(execution), entry));
  }
}
