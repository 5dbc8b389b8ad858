package app.chancery.platform.engine.fast;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;

/**
 * Remembers by which method a condition of a statement reads a property that has no getter, such as
 * {@code isTenantIdSet} of a query: it is looked for among all methods of the class by how much
 * their names are alike, and a query has dozens of such conditions each time it is asked.
 */
class KnownGetters extends ObjectPropertyAccessor {

  private static final Object[] NOTHING = {};

  private final ClassValue<Map<String, Optional<Method>>> known =
      new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  /** Of all classes that have no accessor of their own, in this JVM. */
  static void areUsed() {
    OgnlRuntime.setPropertyAccessor(Object.class, new KnownGetters());
  }

  @Override
  public Object getPossibleProperty(OgnlContext context, Object target, String name)
      throws OgnlException {
    Class<?> type = target.getClass();
    Optional<Method> alike =
        known.get(type).computeIfAbsent(name, first -> Optional.ofNullable(alike(type, first)));
    if (alike.isEmpty()
        || !context.getMemberAccess().isAccessible(context, target, alike.get(), name)) {
      return super.getPossibleProperty(context, target, name);
    }
    try {
      return OgnlRuntime.invokeMethod(target, alike.get(), NOTHING);
    } catch (InvocationTargetException e) {
      throw new OgnlException(name, e.getTargetException());
    } catch (IllegalAccessException e) {
      throw new OgnlException(name, e);
    }
  }

  /** Null if there is a getter, which is remembered anyway, or nothing alike. */
  private static Method alike(Class<?> type, String name) {
    return OgnlRuntime.getGetMethod(type, name) == null
        ? OgnlRuntime.getReadMethod(type, name, null)
        : null;
  }
}
