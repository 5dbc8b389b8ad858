package app.chancery.programme.process;

import app.chancery.dossier.Dossier;
import app.chancery.dossier.DossierReader;
import app.chancery.dossier.Indicator;
import app.chancery.programme.ProgrammeProcess;
import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CamundaProgrammeProcess implements ProgrammeProcess {

  private final RuntimeService runtime;
  private final DossierReader reader;

  CamundaProgrammeProcess(RuntimeService runtime, DossierReader reader) {
    this.runtime = runtime;
    this.reader = reader;
  }

  @Override
  @Transactional
  public String dossierSubmitted(Dossier dossier) {
    return runtime
        .startProcessInstanceByKey(EnlargementProgrammeModel.PROCESS_ID, reader.flat(dossier))
        .getBusinessKey();
  }

  @Override
  @Transactional
  public void dossierUpdated(String programme, Collection<Indicator> values) {
    Map<String, Object> fields = reader.flat(values);
    fields.put(UpdateDossierModel.PROGRAMME, programme);
    runtime.startProcessInstanceByKey(UpdateDossierModel.PROCESS_ID, fields);
  }
}
