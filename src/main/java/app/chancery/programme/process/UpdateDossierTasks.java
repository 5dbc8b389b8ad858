package app.chancery.programme.process;

import app.chancery.platform.engine.FormInput;
import app.chancery.platform.refusal.Faults;
import app.chancery.programme.DossierUpdates;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.records.dossier.DossierReader;
import app.chancery.records.dossier.Indicator;
import java.util.Collection;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code update-dossier.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class UpdateDossierTasks {

  /** Takes new values from the form; bad ones are refused and nothing is recorded. */
  @Bean
  JavaDelegate updateDossierDelegate(
      DossierReader reader, DossierUpdates updates, Programmes programmes) {
    return execution -> {
      FormInput input = FormInput.of(execution);
      Optional<Programme> meant =
          input.meant(
              UpdateDossierModel.PROGRAMME,
              named -> programmes.meant(named, UpdateDossierModel.PROGRAMME));
      Faults faults = new Faults();
      Collection<Indicator> values =
          reader.readUpdate(FormInput.values(execution), faults).values();
      input.checkAll(faults).accept();
      String programme = meant.orElseThrow().key();
      updates.record(programme, values);
      execution.setProcessBusinessKey(programme);
      execution.removeVariables(execution.getVariableNames());
    };
  }
}
