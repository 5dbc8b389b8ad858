package app.chancery.platform.start;

import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;

/**
 * Says which setting of Chancery cannot be what it was given, and why. The value is not repeated:
 * it may be a secret.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SettingNotTaken extends AbstractFailureAnalyzer<ConfigurationPropertiesBindException> {

  private static final String OURS = "chancery";

  @Override
  protected FailureAnalysis analyze(Throwable root, ConfigurationPropertiesBindException cause) {
    BindException setting = innermost(cause);
    if (setting == null || !setting.getName().toString().startsWith(OURS)) {
      return null;
    }
    String name = setting.getName().toString();
    String why = why(setting);
    return new FailureAnalysis(
        setting.getProperty() == null
            ? "The settings below '%s' are not taken: %s".formatted(name, why)
            : "The setting '%s' is not taken: %s".formatted(name, why),
        "Correct it and start again: in the environment it is %s%s, in a file of settings or behind"
                .formatted(
                    KnownSettings.variable(name.replaceAll("\\[(\\d+)]", "_$1")),
                    setting.getProperty() == null ? "_…" : "")
            + " the command it has the name above.",
        cause);
  }

  private static BindException innermost(Throwable failure) {
    BindException innermost = null;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof BindException bind) {
        innermost = bind;
      }
    }
    return innermost;
  }

  /** In a line, without the value: that of our own rules, or of whoever could not read it. */
  private static String why(BindException setting) {
    Throwable told = setting;
    String value = "";
    for (Throwable each = setting; each != null; each = each.getCause()) {
      if (!(told instanceof IllegalArgumentException)) {
        told = each;
      }
      if (each instanceof ConversionFailedException conversion) {
        value = String.valueOf(conversion.getValue());
      }
    }
    String line = String.valueOf(told.getMessage()).lines().findFirst().orElse("").strip();
    return value.isEmpty() ? line : line.replace(value, "…");
  }
}
