package app.chancery.stakeholders;

import app.chancery.platform.words.Coded;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was said in an interview, as it is written before it is sealed. */
@Component
class SaidAsJson {

  private final ObjectMapper json;

  SaidAsJson(ObjectMapper json) {
    this.json = json;
  }

  String written(InterviewAnswers answers) {
    try {
      return json.writeValueAsString(
          new Said(
              answers.held(),
              answers.power(),
              answers.interest(),
              answers.currentStance().code(),
              answers.desiredStance().code(),
              answers.redLines().stream().map(RedLine::stored).toList(),
              answers.leveragePoints(),
              answers.notes()));
    } catch (JsonProcessingException e) {
      // Without the cause, which may repeat what was said.
      throw new IllegalStateException("An interview cannot be written as JSON");
    }
  }

  InterviewAnswers read(String written) {
    try {
      Said said = json.readValue(written, Said.class);
      return new InterviewAnswers(
          said.held(),
          said.power(),
          said.interest(),
          Coded.of(Stance.class, said.currentStance()),
          Coded.of(Stance.class, said.desiredStance()),
          said.redLines().stream().map(RedLine::ofStored).toList(),
          said.leveragePoints(),
          said.notes());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An interview cannot be read");
    }
  }

  /** In codes. */
  private record Said(
      boolean held,
      int power,
      int interest,
      String currentStance,
      String desiredStance,
      List<String> redLines,
      List<String> leveragePoints,
      String notes) {}
}
