package app.chancery.prerequisites.process;

import app.chancery.engine.FormInput;
import app.chancery.prerequisites.Area;
import app.chancery.prerequisites.EndorsementChoice;
import app.chancery.prerequisites.Prerequisites;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the decision of the executives from the form. */
@Component
class RecordEndorsementDelegate implements JavaDelegate {

  private final Prerequisites prerequisites;

  RecordEndorsementDelegate(Prerequisites prerequisites) {
    this.prerequisites = prerequisites;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput input = FormInput.of(execution);
    EndorsementChoice choice = input.choice("endorsement", EndorsementChoice.class);
    Area sentBack = input.optionalChoice("areaSentBack", Area.class).orElse(null);
    String why = input.text("endorsementWhy");
    input.accept();
    prerequisites.decide(execution.getProcessBusinessKey(), choice, sentBack, why);
    EstablishPrerequisitesModel.PREREQUISITES_MET.set(execution, choice.isEndorsed());
    EstablishPrerequisitesModel.SHELVED.set(execution, choice.isShelved());
  }
}
