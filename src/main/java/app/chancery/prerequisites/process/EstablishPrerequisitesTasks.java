package app.chancery.prerequisites.process;

import app.chancery.platform.engine.FormInput;
import app.chancery.platform.engine.LateTasks;
import app.chancery.prerequisites.Area;
import app.chancery.prerequisites.EndorsementChoice;
import app.chancery.prerequisites.Intelligence;
import app.chancery.prerequisites.Prerequisites;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What {@code establish-prerequisites.bpmn} has done by the office, in the order of the diagram.
 */
@Configuration(proxyBeanMethods = false)
class EstablishPrerequisitesTasks {

  /** The examination begins: every area is open. */
  @Bean
  JavaDelegate openAreasDelegate(Prerequisites prerequisites) {
    return execution -> prerequisites.openAll(execution.getProcessBusinessKey());
  }

  /** Tells the executives of an intelligence gap. */
  @Bean
  JavaDelegate informOfGapDelegate(Intelligence intelligence) {
    return execution -> intelligence.informOfGap(execution.getProcessBusinessKey());
  }

  /** Drafts the readiness baseline for the executives. */
  @Bean
  JavaDelegate compileBaselineDelegate(Prerequisites prerequisites) {
    return execution -> prerequisites.compileBaseline(execution.getProcessBusinessKey());
  }

  /** Takes the decision of the executives from the form. */
  @Bean
  JavaDelegate recordEndorsementDelegate(Prerequisites prerequisites) {
    return execution -> {
      FormInput input = FormInput.of(execution);
      EndorsementChoice choice = input.choice("endorsement", EndorsementChoice.class);
      Area sentBack = input.optionalChoice("areaSentBack", Area.class).orElse(null);
      String why = input.text("endorsementWhy");
      input.confirmed();
      input.accept();
      prerequisites.decide(execution.getProcessBusinessKey(), choice, sentBack, why);
      EstablishPrerequisitesModel.PREREQUISITES_MET.set(execution, choice.isEndorsed());
      EstablishPrerequisitesModel.SHELVED.set(execution, choice.isShelved());
    };
  }

  /** Tells managers and executives that something is overdue. */
  @Bean
  JavaDelegate escalatePrerequisitesDelegate(Prerequisites prerequisites) {
    return execution -> prerequisites.escalate(LateTasks.before(execution));
  }

  /** Finds out whether the area of this process is to be examined now. */
  @Bean
  JavaDelegate checkAreaOpenDelegate(Prerequisites prerequisites) {
    return execution -> {
      Area area = Area.valueOf(EstablishPrerequisitesModel.AREA.from(execution));
      EstablishPrerequisitesModel.AREA_OPEN.set(
          execution, prerequisites.isOpen(execution.getProcessBusinessKey(), area));
    };
  }
}
