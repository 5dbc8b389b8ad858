package app.chancery.platform.security;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.rest.mapper.MultipartFormData;

/** All calls of the engine's REST interface, read from the classes that answer them. */
public final class EngineRoutes {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The engines are under this; each has the same calls. */
  private static final String ENGINE = "/engine/{name}";

  /**
   * @param path below the address of the engine, such as {@code /task/{id}/claim}
   */
  public record Route(String method, String path, Method answeredBy) {

    /** With something in the place of each parameter. */
    String filled(Map<String, String> values) {
      String filled = path;
      for (Map.Entry<String, String> value : values.entrySet()) {
        filled = filled.replace("{" + value.getKey() + "}", value.getValue());
      }
      return filled.replaceAll("\\{[^}]*}", "anything");
    }

    boolean takesFiles() {
      return Arrays.asList(answeredBy.getParameterTypes()).contains(MultipartFormData.class);
    }

    /** A body that has this value wherever the call takes the value of a variable. */
    Optional<Object> bodyWith(Map<String, Object> value) {
      return body()
          .map(type -> JSON.getTypeFactory().constructType(type.getParameterizedType()))
          .map(type -> with(value, type, new HashSet<>()));
    }

    private Optional<Parameter> body() {
      return Arrays.stream(answeredBy.getParameters())
          .filter(parameter -> parameter.getAnnotations().length == 0)
          .findFirst();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private EngineRoutes() {}

  public static List<Route> all() {
    List<Route> routes = new ArrayList<>();
    Class<?> root = NamedProcessEngineRestServiceImpl.class;
    collect(root, path(root.getAnnotation(Path.class)), routes, new HashSet<>());
    return routes.stream()
        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
        .toList();
  }

  private static void collect(Class<?> type, String above, List<Route> routes, Set<String> seen) {
    for (Method method : type.getMethods()) {
      Path place = annotation(method, Path.class).orElse(null);
      String path = above + path(place);
      Optional<String> call = call(method);
      if (call.isPresent()) {
        String below = path.startsWith(ENGINE) ? path.substring(ENGINE.length()) : path;
        if (seen.add(call.get() + " " + below)) {
          routes.add(new Route(call.get(), below.isEmpty() ? "/" : below, method));
        }
      } else if (place != null && seen.add("under " + path)) {
        collect(method.getReturnType(), path, routes, seen);
      }
    }
  }

  private static Optional<String> call(Method method) {
    return declarations(method)
        .flatMap(each -> Arrays.stream(each.getAnnotations()))
        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
        .filter(java.util.Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> type) {
    return declarations(method)
        .map(each -> each.getAnnotation(type))
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  /** The method, and what it was declared as further up. */
  private static Stream<Method> declarations(Method method) {
    Class<?> type = method.getDeclaringClass();
    return Stream.concat(
        Stream.of(method),
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
            .flatMap(
                above ->
                    Arrays.stream(above.getMethods())
                        .filter(
                            other ->
                                other.getName().equals(method.getName())
                                    && Arrays.equals(
                                        other.getParameterTypes(), method.getParameterTypes()))));
  }

  private static String path(Path path) {
    String place = path == null ? "" : path.value().replaceAll("^/|/$", "");
    return place.isEmpty() ? "" : "/" + place;
  }

  /** Null if no value of a variable can stand in there. */
  private static Object with(Map<String, Object> value, JavaType type, Set<Class<?>> above) {
    if (VariableValueDto.class.isAssignableFrom(type.getRawClass())) {
      return value;
    }
    if (type.isContainerType()) {
      Object content = with(value, type.getContentType(), above);
      if (content == null) {
        return null;
      }
      return type.isMapLikeType() ? Map.of("variable", content) : List.of(content);
    }
    if (!type.getRawClass().getName().startsWith("org.camunda.bpm.engine.rest.dto.")
        || type.isEnumType()
        || !above.add(type.getRawClass())) {
      return null;
    }
    Map<String, Object> parts = new LinkedHashMap<>();
    BeanDescription description =
        JSON.getDeserializationConfig()
            .getClassIntrospector()
            .forDeserialization(
                JSON.getDeserializationConfig(), type, JSON.getDeserializationConfig());
    for (BeanPropertyDefinition part : description.findProperties()) {
      Object content = part.couldDeserialize() ? with(value, part.getPrimaryType(), above) : null;
      if (content != null) {
        parts.put(part.getName(), content);
      }
    }
    above.remove(type.getRawClass());
    return parts.isEmpty() ? null : parts;
  }
}
