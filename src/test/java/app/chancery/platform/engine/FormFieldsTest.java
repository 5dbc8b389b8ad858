package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.forms.FormPart;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  /** Of every form that there is, whichever door it is handed in by. */
  @Test
  void noFieldOfOneLineAndNoRowTakesWhatNobodySees() throws Exception {
    int lines = 0;
    int rows = 0;
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".form")).toList()) {
        FormFields form = FormFields.of(new ObjectMapper().readTree(file.toFile()));
        for (FormPart part : form.parts().values()) {
          if (part.type().equals("textfield")) {
            lines++;
            assertRefuses(form, part, "Al\u200Bpha", "nobody sees (U+200B, character 3)");
            assertRefuses(form, part, "One\nTwo", "must be one line");
            form.refuseUnseen(Map.of(part.key(), "\u0645\u06CC\u200C\u062E"));
          } else if (!part.lines().isEmpty()) {
            rows++;
            assertRefuses(form, part, "Alpha | One\nAl\uE000pha", "nobody sees (U+E000");
            form.refuseUnseen(Map.of(part.key(), "Alpha | One\nBeta | Two"));
          }
        }
      }
    }
    assertThat(lines).isGreaterThan(50);
    assertThat(rows).isGreaterThan(5);
  }

  private static void assertRefuses(FormFields form, FormPart part, String text, String because) {
    assertThatThrownBy(() -> form.refuseUnseen(Map.of(part.key(), text)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.faults())
                  .extracting(fault -> fault.field())
                  .containsExactly(part.key());
              assertThat(refused.faults().get(0).message()).contains(because);
            });
  }
}
