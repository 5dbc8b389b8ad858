package app.chancery.stakeholders.process;

import app.chancery.platform.engine.FormInput;
import app.chancery.platform.engine.LateTasks;
import app.chancery.platform.words.Words;
import app.chancery.stakeholders.MapDecision;
import app.chancery.stakeholders.Stakeholders;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What {@code map-stakeholder-interests.bpmn} has done by the office, in the order of the diagram.
 */
@Configuration(proxyBeanMethods = false)
class MapStakeholderInterestsTasks {

  /** Takes the list of those to interview from the form. */
  @Bean
  JavaDelegate recordStakeholdersDelegate(Stakeholders stakeholders) {
    return execution -> {
      FormInput input = FormInput.of(execution);
      List<String> lines = input.lines("stakeholders");
      input.accept();
      MapStakeholderInterestsModel.STAKEHOLDERS.set(
          execution, stakeholders.add(execution.getProcessBusinessKey(), "stakeholders", lines));
    };
  }

  /** Takes further stakeholders from the form, each of whom is interviewed too. */
  @Bean
  JavaDelegate recordFurtherStakeholdersDelegate(Stakeholders stakeholders) {
    return execution -> {
      FormInput input = FormInput.of(execution);
      List<String> lines = input.lines("furtherStakeholders");
      boolean close = input.yes("closeList");
      input.check(
          close || !lines.isEmpty(),
          "furtherStakeholders",
          Words.of("mapStakeholderInterestsTasks.mustNameSomebodyUnlessTheList"));
      input.accept();
      stakeholders.addFurther(execution.getProcessBusinessKey(), "furtherStakeholders", lines);
      MapStakeholderInterestsModel.LIST_CLOSED.set(execution, close);
    };
  }

  /** Drafts the stakeholder map for the envoys. */
  @Bean
  JavaDelegate compileMapDelegate(Stakeholders stakeholders) {
    return execution -> stakeholders.compileMap(execution.getProcessBusinessKey());
  }

  /** Takes the decision of the envoys on the map from the form. */
  @Bean
  JavaDelegate recordMapApprovalDelegate(Stakeholders stakeholders) {
    return execution -> {
      FormInput input = FormInput.of(execution);
      MapDecision decision =
          new MapDecision(
              input.choice("mapDecision", MapDecision.Choice.class),
              input.optionalText("releasableSummary").orElse(null),
              input.optionalNumber("stakeholderToRevisit", 1, Long.MAX_VALUE).orElse(null),
              input.optionalText("confidential_question").orElse(null));
      input.accept();
      List<Long> again = stakeholders.decideOnMap(execution.getProcessBusinessKey(), decision);
      MapStakeholderInterestsModel.STAKEHOLDERS.set(execution, again);
      MapStakeholderInterestsModel.MAP_APPROVED.set(execution, again.isEmpty());
    };
  }

  /** Tells the managers that something is overdue. */
  @Bean
  JavaDelegate escalateMappingDelegate(Stakeholders stakeholders) {
    return execution -> stakeholders.escalate(LateTasks.before(execution));
  }
}
