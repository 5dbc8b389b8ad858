package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine notes of an execution when it finds less there than it thought. */
@OfficeTest
class ReadersWriteNothingTest {

  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired JdbcClient db;

  private String deployment;
  private String process;

  /** As it looks to somebody who has read the process before a colleague ended its variables. */
  @BeforeEach
  void aVariableVanishes() {
    deployment =
        repository
            .createDeployment()
            .addModelInstance(
                "waiting.bpmn",
                Bpmn.createExecutableProcess("waiting")
                    .camundaHistoryTimeToLiveString("P1D")
                    .startEvent()
                    .intermediateCatchEvent()
                    .message("goOn")
                    .endEvent()
                    .done())
            .deploy()
            .getId();
    process = runtime.startProcessInstanceByKey("waiting", Map.of("gone", "soon")).getId();
    db.sql("delete from act_ru_variable where proc_inst_id_ = ?").param(process).update();
  }

  @AfterEach
  void forget() {
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void readingDoesNotCorrectWhatTheEngineThought() {
    int before = revision();

    assertThat(runtime.getVariables(process)).isEmpty();

    assertThat(revision()).isEqualTo(before);
  }

  @Test
  void writingDoes() {
    runtime.setVariable(process, "new", "one");
    int before = revision();

    runtime.removeVariable(process, "new");

    assertThat(revision()).isGreaterThan(before);
  }

  private int revision() {
    return db.sql("select rev_ from act_ru_execution where id_ = ?")
        .param(process)
        .query(Integer.class)
        .single();
  }
}
