package app.chancery.rehearsal.replay.process;

import app.chancery.rehearsal.replay.ReplayProcess;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the very processes that a programme calls. */
@Component
class CamundaReplayProcess implements ReplayProcess {

  private static final String COUNCIL = "secure-alliance-consensus";
  private static final String ACCESSION = "ratify-accession";

  private static final Set<String> BEGUN_HERE = Set.of(COUNCIL, ACCESSION);

  private final RuntimeService runtime;

  CamundaReplayProcess(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void packageReady(String programme) {
    runtime.startProcessInstanceByKey(COUNCIL, programme);
  }

  @Override
  public void programmeEnded(String programme) {
    runtime.createProcessInstanceQuery().processInstanceBusinessKey(programme).list().stream()
        .filter(process -> BEGUN_HERE.contains(process.getProcessDefinitionKey()))
        .forEach(
            process -> runtime.deleteProcessInstance(process.getId(), "the programme has ended"));
  }

  @Override
  public void accessionOpened(String programme, long phase) {
    runtime.startProcessInstanceByKey(ACCESSION, programme, Map.of("phaseId", phase));
  }
}
