package app.chancery.integration.process;

import app.chancery.integration.AssuranceTerm;
import app.chancery.integration.SecurityGap;
import app.chancery.platform.engine.FormInput;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code prolong-assurances.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class ProlongAssurancesTasks {

  /**
   * Extends the assurances of the phase under way; what is wrong is refused and nothing is kept.
   */
  @Bean
  JavaDelegate recordAssuranceExtensionDelegate(SecurityGap gap, Programmes programmes) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      Optional<Programme> meant =
          form.meant("programme", named -> programmes.meant(named, "programme"));
      AssuranceTerm term = PhaseForm.assuranceTerm(form);
      form.checkAll(gap.faults(term)).accept();
      String programme = meant.orElseThrow().key();
      gap.prolong(programme, term);
      execution.setProcessBusinessKey(programme);
    };
  }
}
