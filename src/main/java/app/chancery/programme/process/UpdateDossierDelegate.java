package app.chancery.programme.process;

import app.chancery.dossier.DossierReader;
import app.chancery.dossier.Indicator;
import app.chancery.engine.FormInput;
import app.chancery.programme.DossierUpdates;
import app.chancery.refusal.Faults;
import java.util.Collection;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes new values from the form (or REST); bad ones are refused and nothing is recorded. */
@Component
class UpdateDossierDelegate implements JavaDelegate {

  private final DossierReader reader;
  private final DossierUpdates updates;

  UpdateDossierDelegate(DossierReader reader, DossierUpdates updates) {
    this.reader = reader;
    this.updates = updates;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput input = FormInput.of(execution);
    String programme = input.text(UpdateDossierModel.PROGRAMME);
    Faults faults = new Faults();
    Collection<Indicator> values = reader.readUpdate(FormInput.values(execution), faults).values();
    input.checkAll(faults).accept();
    updates.record(programme, values);
    execution.setProcessBusinessKey(programme);
    execution.removeVariables(execution.getVariableNames());
  }
}
