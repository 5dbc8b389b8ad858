package app.chancery.prerequisites.process;

import app.chancery.platform.engine.FormInput;
import app.chancery.platform.words.Words;
import app.chancery.prerequisites.Finding.Detail;
import app.chancery.prerequisites.Intelligence;
import app.chancery.prerequisites.Part;
import app.chancery.prerequisites.Prerequisites;
import app.chancery.prerequisites.Verdict;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What {@code examine-security-baseline.bpmn} has done by the office, in the order of the diagram.
 */
@Configuration(proxyBeanMethods = false)
class ExamineSecurityBaselineTasks {

  /** Takes intelligence briefs from the form, and a gap that the executives must hear of. */
  @Bean
  JavaDelegate recordIntelligenceBriefsDelegate(Intelligence intelligence) {
    return execution -> {
      FormInput input = FormInput.of(execution);
      List<String> briefs = input.lines("briefs");
      String gap = input.optionalText("intelligenceGap").orElse(null);
      boolean more = input.yes("moreBriefsToCome");
      input.accept();
      EstablishPrerequisitesModel.GAP_FOUND.set(
          execution,
          intelligence.fileBriefs(execution.getProcessBusinessKey(), "briefs", briefs, gap));
      EstablishPrerequisitesModel.BRIEFS_COMPLETE.set(execution, !more);
    };
  }

  /** Takes the verdict on the security baseline from the form. */
  @Bean
  JavaDelegate recordSecurityBaselineDelegate(Prerequisites prerequisites) {
    return execution -> {
      FormInput input = FormInput.of(execution);
      Verdict verdict = input.choice("securityVerdict", Verdict.class);
      String why = input.text("securityWhy");
      List<Detail> details =
          List.of(
              new Detail(Words.of("examineSecurityBaselineTasks.threats"), input.text("threats")),
              new Detail(
                  Words.of("examineSecurityBaselineTasks.bordersAndDisputes"),
                  input.text("borderSituation")));
      input.accept();
      prerequisites.find(
          execution.getProcessBusinessKey(), Part.SECURITY_BASELINE, verdict, why, details);
    };
  }
}
