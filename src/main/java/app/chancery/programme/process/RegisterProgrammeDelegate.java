package app.chancery.programme.process;

import app.chancery.dossier.Dossier;
import app.chancery.dossier.DossierReader;
import app.chancery.engine.FormInput;
import app.chancery.programme.Programmes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the dossier from the start form (or REST); a bad one is refused and nothing starts. */
@Component
class RegisterProgrammeDelegate implements JavaDelegate {

  private final DossierReader reader;
  private final Programmes programmes;

  RegisterProgrammeDelegate(DossierReader reader, Programmes programmes) {
    this.reader = reader;
    this.programmes = programmes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Dossier dossier = reader.read(FormInput.values(execution));
    execution.setProcessBusinessKey(programmes.register(dossier));
    execution.removeVariables(execution.getVariableNames());
  }
}
