package app.chancery.platform.engine;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * What is looked up once in a command of the engine: one that opens 32 tasks asks once, not for
 * each. Outside of a command nothing is kept.
 */
class PerCommand<T> {

  private final Map<CommandContext, T> kept = Collections.synchronizedMap(new WeakHashMap<>());

  T get(Supplier<T> lookup) {
    CommandContext command = Context.getCommandContext();
    T known = command == null ? null : kept.get(command);
    if (known == null) {
      known = lookup.get();
      if (command != null) {
        kept.put(command, known);
      }
    }
    return known;
  }
}
