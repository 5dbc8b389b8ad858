package app.chancery.platform.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFunctionsTest {

  private static final String CELL = "cellInput";

  private final FeelEngine usual = new ScalaFeelEngineFactory().createInstance();
  private final FeelEngine known = new KnownFunctions().createInstance();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12",
        "< 12",
        ">= 12",
        "[10..14]",
        "not(12)",
        "1, 12",
        "even(cellInput)",
        "cellInput > max(other, 3)",
        "list contains([10, other], 12)",
        "> count(nobody)",
        "unknown",
        "\"twelve\""
      })
  void aCellIsAnsweredAsByTheLibraryItself(String test) {
    assertThat(known.evaluateSimpleUnaryTests(test, CELL, variables()))
        .isEqualTo(usual.evaluateSimpleUnaryTests(test, CELL, variables()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cellInput + other",
        "upper case(\"a\") + string(cellInput)",
        "if odd(other) then 1 else 2",
        "sum([cellInput, other])",
        "nothing"
      })
  void anExpressionHasTheValueThatItHasInTheLibrary(String expression) {
    assertThat(known.<Object>evaluateSimpleExpression(expression, variables()))
        .isEqualTo(usual.<Object>evaluateSimpleExpression(expression, variables()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(1 +", "assert(cellInput, false)"})
  void whatIsWrongIsSaidInTheSameWords(String expression) {
    Throwable expected =
        catchThrowable(() -> usual.evaluateSimpleExpression(expression, variables()));
    assertThat(expected).isNotNull();
    assertThat(catchThrowable(() -> known.evaluateSimpleExpression(expression, variables())))
        .hasSameClassAs(expected)
        .hasMessage(expected.getMessage());
  }

  @Test
  void theNextAnswerIsOfTheNextInput() {
    assertThat(known.evaluateSimpleUnaryTests("> 11", CELL, of(12))).isTrue();
    assertThat(known.evaluateSimpleUnaryTests("> 11", CELL, of(10))).isFalse();
  }

  private static VariableContext variables() {
    return of(12);
  }

  private static VariableContext of(int value) {
    return Variables.createVariables()
        .putValue(CELL, value)
        .putValue("other", 5)
        .asVariableContext();
  }
}
