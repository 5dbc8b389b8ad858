package app.chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.refusal.Faults;
import app.chancery.refusal.Refused;
import com.fasterxml.jackson.databind.ObjectMapper;
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
}
