package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;

class FormFieldsTest {

  @Test
  void aRefusalNamesFieldsAsTheFormDoes() throws Exception {
    FormFields form =
        FormFields.of(
            new ObjectMapper()
                .readTree(
                    """
                    {"components": [
                      {"key": "occStage", "label": "OCC stage"},
                      {"key": "occStageAsOf", "dateLabel": "As of"},
                      {"components": [
                        {"key": "tradeSharePct", "label": "Trade share"},
                        {"key": "tradeSharePctAsOf", "dateLabel": "As of"}]},
                      {"key": "baseline1", "label": "Baseline"},
                      {"key": "baseline2", "label": "Baseline"},
                      {"key": "channel1Ready", "label": "=channel1Label"}]}
                    """));
    Faults faults = new Faults();
    faults
        .add("occStage", "is unknown")
        .add("occStageAsOf", "is required")
        .add("baseline2", "is required")
        .add("channel1Ready", "is required")
        .add("strange", "is not a field of this form")
        .add("", "Nothing was kept.");

    Refused inWords = form.inWords(new Refused(faults.list()));

    assertThat(inWords.getLocalizedMessage())
        .isEqualTo(
            "OCC stage: is unknown; OCC stage, as of: is required; Baseline 2: is required;"
                + " channel1Ready: is required; strange: is not a field of this form;"
                + " Nothing was kept.");
    assertThat(inWords.faults()).isEqualTo(faults.list());
  }

  @Test
  void whatNobodyCanEnterInAFieldIsRefused() throws Exception {
    FormFields form =
        FormFields.of(new ObjectMapper().readTree("{\"components\": [{\"key\": \"reason\"}]}"));
    Object object =
        Variables.serializedObjectValue("{}")
            .objectTypeName("java.lang.Thread")
            .serializationDataFormat("application/json")
            .create();

    for (Object value :
        new Object[] {
          object,
          Variables.fileValue("x.txt").create(),
          Variables.byteArrayValue(new byte[1]),
          SpinValues.jsonValue("[]").create(),
          List.of("a"),
          Map.of("a", 1),
          new byte[1]
        }) {
      assertThatThrownBy(() -> form.refuseForeign(Map.of("reason", value)))
          .isInstanceOf(Refused.class)
          .hasMessage("reason: is not what a field holds");
    }
    for (Object value :
        new Object[] {
          "text", 7L, 7.5, true, new Date(0), LocalDate.EPOCH, Variables.stringValue("text")
        }) {
      form.refuseForeign(Map.of("reason", value));
    }
    form.refuseForeign(Collections.singletonMap("reason", null));
    form.refuseForeign(Map.of("reason", Variables.untypedNullValue()));
  }
}
