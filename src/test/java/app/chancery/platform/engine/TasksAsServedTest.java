package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.WorkList;
import app.chancery.platform.words.FormWords;
import app.chancery.programme.Opening;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ListResourceBundle;
import java.util.ResourceBundle;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How the engine's interface serves the names of tasks and their forms. */
@WebOfficeTest
class TasksAsServedTest {

  private static final String TASK = "userTask_assessPoliticalBandwidth";
  private static final String API = "/camunda/api/engine/engine/default";

  @LocalServerPort int port;
  @Autowired Opening opening;
  @Autowired TaskService tasks;
  @Autowired WorkList work;

  @ParameterizedTest
  @CsvSource({
    "Dorelia, Assess political bandwidth · Dorelia (XR-",
    "North · South, Assess political bandwidth · North South (XR-"
  })
  void aTaskIsCalledByItsCandidateAndTheKeyOfTheProgramme(String candidate, String name) {
    String key = opening.open(SampleDossiers.of("XR", candidate));

    assertThat(task(key).getName()).isEqualTo(name + key.substring(3) + ")");
    assertThat(work.task(TASK).name()).isEqualTo("Assess political bandwidth");
  }

  @Test
  void theNameOfATaskHasRoomForTheLongestName() {
    String key = opening.open(SampleDossiers.of("XR", "R".repeat(200)));

    assertThat(task(key).getName()).endsWith("R… (" + key + ")").hasSizeLessThan(256);
    assertThat(work.task(TASK).name()).isEqualTo("Assess political bandwidth");
  }

  @Test
  void aFormIsServedInTheWordsOfTheOfficeAndSaysWhereItsDraftIs() {
    String key = opening.open(SampleDossiers.of("XR", "Dorelia"));
    String task = task(key).getId();
    FormWords.speak(french());
    try {
      Visitor analyst = Visitor.person(port, "analyst");

      JsonNode form = analyst.json(API + "/task/" + task + "/deployed-form");
      JsonNode start =
          analyst.json(API + "/process-definition/key/update-dossier/deployed-start-form");

      assertThat(form.findValuesAsText("label")).contains("Sièges");
      assertThat(form.at("/chancery/place").asText()).isEqualTo("/tasks/" + task);
      assertThat(form.at("/chancery/programme").asText()).isEqualTo(key);
      assertThat(start.findValuesAsText("label")).contains("Programme à mettre à jour");
      assertThat(start.at("/chancery/place").asText()).isEqualTo("/start/update-dossier");
    } finally {
      FormWords.speak(nothing());
    }
  }

  private static ResourceBundle french() {
    return bundle(
        new Object[][] {
          {"assess-political-bandwidth.number_seatsInParliament.label", "Sièges"},
          {"update-dossier.textfield_programme.label", "Programme à mettre à jour"}
        });
  }

  private static ResourceBundle nothing() {
    return bundle(new Object[0][]);
  }

  private static ResourceBundle bundle(Object[][] words) {
    return new ListResourceBundle() {
      @Override
      protected Object[][] getContents() {
        return words;
      }
    };
  }

  private Task task(String programme) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .taskDefinitionKey(TASK)
        .singleResult();
  }
}
