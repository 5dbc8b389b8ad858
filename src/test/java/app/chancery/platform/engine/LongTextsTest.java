package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.Test;

class LongTextsTest {

  @Test
  void aTextLongerThanTheColumnTravelsAsBytesAndComesBackWhole() {
    String text = "Ж安".repeat(2001);

    Object stored = LongTexts.storable(Map.of("reason", text)).get("reason");

    assertThat(stored).isInstanceOf(TypedValue.class);
    assertThat(LongTexts.read(((TypedValue) stored).getValue())).isEqualTo(text);
  }

  @Test
  void aTypedTextIsTreatedAsAPlainOne() {
    Object stored =
        LongTexts.storable(Map.of("reason", Variables.stringValue("x".repeat(4001)))).get("reason");

    assertThat(LongTexts.read(((TypedValue) stored).getValue())).isEqualTo("x".repeat(4001));
  }

  @Test
  void everythingElseStaysAsItIs() {
    Map<String, Object> submitted = new HashMap<>();
    submitted.put("short", "x".repeat(4000));
    submitted.put("number", 7L);
    submitted.put("nothing", null);

    assertThat(LongTexts.storable(submitted)).isEqualTo(submitted);
    assertThat(LongTexts.read(7L)).isEqualTo(7L);
    assertThat(LongTexts.read(null)).isNull();
  }
}
