package app.chancery.engagement.process;

import app.chancery.engagement.Offer;
import app.chancery.engagement.PackageDesign;
import app.chancery.platform.engine.FormInput;
import app.chancery.platform.engine.ProcessVariable;
import app.chancery.readiness.Tier;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What {@code design-engagement-package.bpmn} has done by the office, in the order of the diagram.
 */
@Configuration(proxyBeanMethods = false)
class DesignEngagementPackageTasks {

  /** Scores the dossier and assigns the tier. */
  @Bean
  JavaDelegate scoreReadinessDelegate(PackageDesign design) {
    return execution -> design.assess(execution.getProcessBusinessKey());
  }

  /** Takes the planner's offer from the form. */
  @Bean
  JavaDelegate recordOfferDelegate(PackageDesign design) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      Offer offer =
          new Offer(
              form.choice("tier", Tier.class),
              form.optionalText("tierReason").orElse(""),
              form.yes("templateRows")
                  || !form.isAnySent(
                      "securityAssurances", "economicCooperation", "jointTraining", "milestones"),
              form.lines("securityAssurances"),
              form.lines("economicCooperation"),
              form.lines("jointTraining"),
              form.lines("milestones"),
              form.text("justification"));
      form.accept();
      DesignEngagementPackageModel.TIER_RAISED.set(
          execution, design.recordOffer(execution.getProcessBusinessKey(), offer));
    };
  }

  /** Takes the executives' decision on a tier above the proposed one. */
  @Bean
  JavaDelegate recordRaiseDecisionDelegate(PackageDesign design) {
    return yesOrNo(
        "raiseDecision",
        "raiseReason",
        design::decideRaise,
        DesignEngagementPackageModel.RAISE_APPROVED);
  }

  /** Puts the instruments of the tier into the package, with dates. */
  @Bean
  JavaDelegate matchInstrumentsDelegate(PackageDesign design) {
    return execution -> design.matchInstruments(execution.getProcessBusinessKey());
  }

  /** Checks the cost of the package against the alliance's capacity. */
  @Bean
  JavaDelegate checkCapacityDelegate(PackageDesign design) {
    return execution ->
        DesignEngagementPackageModel.WITHIN_CAPACITY.set(
            execution, design.isWithinCapacity(execution.getProcessBusinessKey()));
  }

  /** Takes the executives' decision on going beyond the alliance's capacity. */
  @Bean
  JavaDelegate recordOverstretchDecisionDelegate(PackageDesign design) {
    return yesOrNo(
        "overstretchDecision",
        "overstretchReason",
        design::decideOverstretch,
        DesignEngagementPackageModel.OVERSTRETCH_AUTHORISED);
  }

  /** Compiles the diplomatic package as a draft. */
  @Bean
  JavaDelegate compilePackageDelegate(PackageDesign design) {
    return execution -> design.compile(execution.getProcessBusinessKey());
  }

  /** Takes the executives' decision on the diplomatic package. */
  @Bean
  JavaDelegate recordPackageDecisionDelegate(PackageDesign design) {
    return yesOrNo(
        "packageDecision",
        "packageReason",
        design::decidePackage,
        DesignEngagementPackageModel.PACKAGE_APPROVED);
  }

  /** Puts the tier on the programme's record and tells all Allies. */
  @Bean
  JavaDelegate settleTierDelegate(PackageDesign design) {
    return execution -> design.settleTier(execution.getProcessBusinessKey());
  }

  /** The executives' yes or no to something, with its reason; the process goes on by it. */
  private static JavaDelegate yesOrNo(
      String field, String reasonField, Decision decision, ProcessVariable<Boolean> answer) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      boolean approved = form.yesOrNo(field);
      String reason = form.text(reasonField);
      form.accept();
      decision.taken(execution.getProcessBusinessKey(), approved, reason);
      answer.set(execution, approved);
    };
  }

  @FunctionalInterface
  private interface Decision {
    void taken(String programme, boolean approved, String reason);
  }
}
