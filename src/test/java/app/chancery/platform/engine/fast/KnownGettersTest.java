package app.chancery.platform.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.ibatis.ognl.AbstractMemberAccess;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.Ognl;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every property is read as it would be without. */
class KnownGettersTest {

  private static final ObjectPropertyAccessor PLAIN = new ObjectPropertyAccessor();

  /** One for all, as in an application. */
  private static final KnownGetters KNOWN = new KnownGetters();

  static Stream<Object> asked() {
    return Stream.of(
        new TaskQueryImpl().taskName("Interview").withoutTenantId(),
        new HistoricTaskInstanceQueryImpl().tenantIdIn("one"),
        new JobQueryImpl().active().withoutTenantId(),
        new ProcessInstanceQueryImpl().processInstanceBusinessKey("FI-2022"),
        new ListQueryParameterObject("a parameter", 1, 10),
        new Odd());
  }

  @ParameterizedTest
  @MethodSource("asked")
  void aPropertyIsReadAsWithoutTheFirstTimeAndTheNext(Object query) {
    for (String name : names(query)) {
      String plain = read(PLAIN, query, name);
      assertThat(read(KNOWN, query, name)).as(name).isEqualTo(plain);
      assertThat(read(KNOWN, query, name)).as(name + " once more").isEqualTo(plain);
    }
  }

  @Test
  void anotherObjectOfTheClassIsReadForItself() {
    assertThat(read(KNOWN, new TaskQueryImpl().withoutTenantId(), "isTenantIdSet"))
        .isEqualTo("true");
    assertThat(read(KNOWN, new TaskQueryImpl(), "isTenantIdSet")).isEqualTo("false");
  }

  /** Of methods, of fields, and of nothing. */
  private static TreeSet<String> names(Object query) {
    TreeSet<String> names = new TreeSet<>(List.of("nothing", "isNothing", "secret"));
    for (Class<?> type = query.getClass(); type != null; type = type.getSuperclass()) {
      Arrays.stream(type.getDeclaredFields()).map(Member::getName).forEach(names::add);
    }
    for (Method method : query.getClass().getMethods()) {
      if (method.getParameterCount() == 0 && method.getName().matches("(is|get|has)[A-Z].*")) {
        names.add(method.getName());
        String bare = method.getName().replaceFirst("is|get|has", "");
        names.add(Character.toLowerCase(bare.charAt(0)) + bare.substring(1));
      }
    }
    return names;
  }

  private static String read(ObjectPropertyAccessor accessor, Object target, String name) {
    OgnlContext context = Ognl.createDefaultContext(target, new Everything());
    try {
      Object value = accessor.getPossibleProperty(context, target, name);
      return value == OgnlRuntime.NotFound ? "not found" : String.valueOf(value);
    } catch (OgnlException e) {
      return e.getClass() + ": " + e.getMessage() + " for " + e.getReason();
    }
  }

  /** As MyBatis has it. */
  private static final class Everything extends AbstractMemberAccess {

    @Override
    public boolean isAccessible(OgnlContext context, Object target, Member member, String name) {
      return true;
    }
  }

  /** Of what a query does not have. */
  public static final class Odd {

    public final String field = "of a field";

    public String hasNoGetter() {
      return "of a method";
    }

    public String isFailing() {
      throw new IllegalStateException("it fails");
    }
  }
}
