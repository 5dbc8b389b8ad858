package app.chancery.platform.engine.fast;

import camundajar.impl.scala.util.Either;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.FunctionProvider.CompositeFunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * Makes the functions of FEEL once. The library makes its hundred functions anew, with the tables
 * in which they are found, for each cell of a decision table that is asked: half of the time of an
 * answer.
 */
class KnownFunctions extends ScalaFeelEngineFactory {

  KnownFunctions() {}

  /** Of the tables that this engine asks. */
  static void areUsed(ProcessEngineConfigurationImpl engine) {
    DefaultDmnEngineConfiguration tables =
        engine.getDmnEngineConfiguration() == null
            ? (DefaultDmnEngineConfiguration)
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration()
            : engine.getDmnEngineConfiguration();
    tables.setFeelEngineFactory(new KnownFunctions());
    engine.setDmnEngineConfiguration(tables);
  }

  @Override
  public FeelEngine createInstance() {
    return new ScalaFeelEngine(getCustomFunctionProviders()) {
      @Override
      protected org.camunda.feel.FeelEngine buildFeelEngine(
          CustomFunctionTransformer functions, CompositeValueMapper values) {
        org.camunda.feel.FeelEngine usual = super.buildFeelEngine(functions, values);
        return new Evaluation(
            usual,
            new CompositeFunctionProvider(
                toScalaList(
                    new BuiltinFunctions(usual.clock(), usual.valueMapper()),
                    usual.functionProvider())));
      }
    };
  }

  /**
   * What the engine asks goes by this method, though the library has others for callers of today.
   */
  @SuppressWarnings("deprecation")
  private static final class Evaluation extends org.camunda.feel.FeelEngine {

    private static final MethodHandle VALIDATE =
        its("validate", MethodType.methodType(Either.class, ParsedExpression.class));

    private static final MethodHandle EVALUATE =
        its(
            "eval",
            MethodType.methodType(
                EvaluationResult.class, ParsedExpression.class, EvalContext.class));

    private final FunctionProvider functions;

    Evaluation(org.camunda.feel.FeelEngine usual, FunctionProvider functions) {
      super(usual.functionProvider(), usual.valueMapper(), usual.configuration(), usual.clock());
      this.functions = functions;
    }

    /** As the library does it, which says what is wrong where something is. */
    @Override
    public EvaluationResult evaluate(ParsedExpression expression, Context context) {
      try {
        return isValid(expression)
            ? (EvaluationResult)
                EVALUATE.invoke(
                    this, expression, EvalContext.create(valueMapper(), functions).merge(context))
            : super.evaluate(expression, context);
      } catch (Error e) {
        throw e;
      } catch (Throwable e) {
        return super.evaluate(expression, context);
      }
    }

    private boolean isValid(ParsedExpression expression) throws Throwable {
      return ((Either<?, ?>) VALIDATE.invoke(this, expression)).isRight();
    }

    private static MethodHandle its(String method, MethodType type) {
      try {
        return MethodHandles.privateLookupIn(
                org.camunda.feel.FeelEngine.class, MethodHandles.lookup())
            .findVirtual(org.camunda.feel.FeelEngine.class, method, type);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("The library of FEEL is another one than expected", e);
      }
    }
  }
}
