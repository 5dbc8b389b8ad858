package app.chancery.integration.process;

import app.chancery.engine.FormInput;
import app.chancery.integration.AssuranceTerm;
import app.chancery.integration.SecurityGap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings the next assurances into force, or extends those of the phase. */
@Component
class RecordAssurancesDelegate implements JavaDelegate {

  private final SecurityGap gap;

  RecordAssurancesDelegate(SecurityGap gap) {
    this.gap = gap;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    SecurityGap.Answer answer = form.choice("gapAnswer", SecurityGap.Answer.class);
    AssuranceTerm term =
        new AssuranceTerm(
            form.optionalDate("inForceFrom").orElse(null),
            form.optionalDate("inForceUntil").orElse(null),
            form.optionalText("assuranceSource").orElse(null));
    form.accept();
    ConductPhaseModel.PHASE_PROLONGED.set(
        execution, gap.answer(ConductPhaseModel.PHASE_ID.from(execution), answer, term));
  }
}
