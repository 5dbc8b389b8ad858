package app.chancery.platform.engine;

import java.lang.reflect.Field;
import org.springframework.util.ReflectionUtils;

/** What the engine keeps to itself and our guards have to see. */
public final class InnerField {

  private InnerField() {}

  /**
   * The field, readable.
   *
   * @throws IllegalStateException if this engine does not have it; whatever reads it has to be
   *     mended then
   */
  public static Field of(Class<?> owner, String name) {
    Field field = ReflectionUtils.findField(owner, name);
    if (field == null) {
      throw new IllegalStateException(
          "This engine has no field '%s' in %s; mend what reads it"
              .formatted(name, owner.getSimpleName()));
    }
    field.setAccessible(true);
    return field;
  }
}
