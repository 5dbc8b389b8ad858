package app.chancery.prerequisites.process;

import app.chancery.prerequisites.Area;
import app.chancery.prerequisites.Prerequisites;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds out whether the area of this process is to be examined now. */
@Component
class CheckAreaOpenDelegate implements JavaDelegate {

  private final Prerequisites prerequisites;

  CheckAreaOpenDelegate(Prerequisites prerequisites) {
    this.prerequisites = prerequisites;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Area area = Area.valueOf(EstablishPrerequisitesModel.AREA.from(execution));
    EstablishPrerequisitesModel.AREA_OPEN.set(
        execution, prerequisites.isOpen(execution.getProcessBusinessKey(), area));
  }
}
