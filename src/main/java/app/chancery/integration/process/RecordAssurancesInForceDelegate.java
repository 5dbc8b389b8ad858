package app.chancery.integration.process;

import app.chancery.engine.FormInput;
import app.chancery.integration.AssuranceTerm;
import app.chancery.integration.SecurityGap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings the assurances of the accession phase into force. */
@Component
class RecordAssurancesInForceDelegate implements JavaDelegate {

  private final SecurityGap gap;

  RecordAssurancesInForceDelegate(SecurityGap gap) {
    this.gap = gap;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    AssuranceTerm term =
        new AssuranceTerm(
            form.optionalDate("inForceFrom").orElse(null),
            form.optionalDate("inForceUntil").orElse(null),
            form.optionalText("assuranceSource").orElse(null));
    form.accept();
    gap.bringIntoForce(ClearAccessionGateModel.PHASE_ID.from(execution), term);
  }
}
