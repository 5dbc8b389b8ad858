package app.chancery.integration.process;

import app.chancery.integration.AccessionGate;
import app.chancery.integration.AssuranceTerm;
import app.chancery.integration.GateFinding;
import app.chancery.integration.OppositionChecks;
import app.chancery.integration.OppositionFinding;
import app.chancery.integration.PhaseEntry;
import app.chancery.integration.PhaseWork;
import app.chancery.integration.SecurityGap;
import app.chancery.platform.engine.FormInput;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code clear-accession-gate.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class ClearAccessionGateTasks {

  /** What blocks accession talks (rules 5 and 7)? */
  @Bean
  JavaDelegate checkAccessionGateDelegate(AccessionGate gate) {
    return execution -> {
      GateFinding finding = gate.check(execution.getProcessBusinessKey());
      ClearAccessionGateModel.INTEROPERABILITY_MET.set(execution, finding.interoperabilityMet());
      ClearAccessionGateModel.OPPOSITION_CHECKED.set(execution, finding.oppositionChecked());
      ClearAccessionGateModel.ACCESSION_ASSURANCES_IN_FORCE.set(
          execution, finding.assurancesInForce());
    };
  }

  /** Records that the interoperability milestone is met. */
  @Bean
  JavaDelegate recordInteroperabilityDelegate(PhaseWork work) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      PhaseEntry.Met met =
          new PhaseEntry.Met(
              form.optionalNumber("milestone", 1, Long.MAX_VALUE)
                  .map(Double::longValue)
                  .orElse(null),
              form.date("metOn"),
              form.text("evidence"));
      form.accept();
      work.meet(execution.getProcessBusinessKey(), met);
    };
  }

  /** Records what the check of domestic opposition found. */
  @Bean
  JavaDelegate recordOppositionCheckDelegate(OppositionChecks checks) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      OppositionFinding finding = form.choice("finding", OppositionFinding.class);
      String detail = form.text("findingDetail");
      String source = form.text("findingSource");
      form.accept();
      checks.record(execution.getProcessBusinessKey(), finding, detail, source);
    };
  }

  /** Brings the assurances of the accession phase into force. */
  @Bean
  JavaDelegate recordAssurancesInForceDelegate(SecurityGap gap) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      AssuranceTerm term = PhaseForm.assuranceTerm(form);
      form.accept();
      gap.bringIntoForce(ClearAccessionGateModel.PHASE_ID.from(execution), term);
    };
  }
}
