package app.chancery.platform.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its type. Declared once in the contract of a process; used by delegates
 * and tests alike.
 *
 * @param name as the models write it
 */
public record ProcessVariable<T>(String name, Class<T> type) {

  public static ProcessVariable<String> text(String name) {
    return new ProcessVariable<>(name, String.class);
  }

  public static ProcessVariable<Boolean> flag(String name) {
    return new ProcessVariable<>(name, Boolean.class);
  }

  public static ProcessVariable<Long> number(String name) {
    return new ProcessVariable<>(name, Long.class);
  }

  /**
   * @throws IllegalStateException if the variable is not there or of another type
   */
  public T from(VariableScope scope) {
    return find(scope)
        .orElseThrow(
            () -> new IllegalStateException("The process has no variable '%s'".formatted(name)));
  }

  public Optional<T> find(VariableScope scope) {
    Object value = scope.getVariable(name);
    if (value != null && !type.isInstance(value)) {
      throw new IllegalStateException(
          "The process variable '%s' is a %s, not a %s"
              .formatted(name, value.getClass().getSimpleName(), type.getSimpleName()));
    }
    return Optional.ofNullable(type.cast(value));
  }

  public void set(VariableScope scope, T value) {
    scope.setVariable(name, value);
  }

  public void setLocal(VariableScope scope, T value) {
    scope.setVariableLocal(name, value);
  }
}
