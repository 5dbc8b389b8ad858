package app.chancery.platform.engine;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.mapper.MultipartFormData;
import org.camunda.bpm.engine.rest.sub.VariableResource;
import org.springframework.util.ReflectionUtils;

/**
 * Whatever a caller of the engine's interfaces sends as the value of a variable is a text, a
 * number, yes or no, a date or a JSON text; wherever in a request it stands, and whoever sends it.
 * The engine takes objects of any class too: with one, a caller chooses what is built in this
 * server and which of its methods are called.
 */
class PlainValues implements ReaderInterceptor {

  private static final String JSON = "json";

  /** As the engine calls them. */
  private static final Set<String> TYPES =
      Set.of("boolean", "short", "integer", "long", "double", "string", "date", "null", JSON);

  /** The engine's classes for what is in a request. */
  private static final String REQUESTS = "org.camunda.bpm.engine.rest.dto.";

  private static final ObjectMapper READER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @Context private ResourceInfo route;

  /**
   * @throws Refused naming every variable whose value is something else
   */
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext request) throws IOException {
    Object body = request.proceed();
    Faults faults = new Faults();
    if (body instanceof MultipartFormData
        && VariableResource.class.isAssignableFrom(route.getResourceClass())) {
      faults.add("", Words.of("plainValues.theValueOfAVariableIs"));
    }
    check("", body, faults);
    faults.refuseIfAny();
    return body;
  }

  private static void check(String name, Object part, Faults faults) {
    if (part instanceof VariableValueDto variable) {
      check(name, variable, faults);
    } else if (part instanceof Map<?, ?> parts) {
      parts.forEach((key, value) -> check(String.valueOf(key), value, faults));
    } else if (part instanceof Collection<?> parts) {
      parts.forEach(each -> check(name, each, faults));
    } else if (part != null && part.getClass().getName().startsWith(REQUESTS)) {
      ReflectionUtils.doWithFields(
          part.getClass(),
          field -> {
            field.setAccessible(true);
            check(field.getName(), field.get(part), faults);
          },
          field ->
              !Modifier.isStatic(field.getModifiers())
                  && field.getDeclaringClass().getName().startsWith(REQUESTS));
    }
  }

  private static void check(String name, VariableValueDto variable, Faults faults) {
    String type = variable.getType();
    Object value = variable.getValue();
    if (type != null && (type.isEmpty() || !TYPES.contains(engineName(type)))) {
      faults.add(name, Words.of("plainValues.aValueOfThisTypeIs"));
    } else if (type != null && engineName(type).equals(JSON)) {
      faults.check(value == null || isJson(value), name, Words.of("plainValues.isNotAJsonText"));
    } else {
      faults.check(
          value == null
              || value instanceof String
              || value instanceof Number
              || value instanceof Boolean,
          name,
          Words.of("plainValues.mustBeATextANumber"));
    }
  }

  private static String engineName(String type) {
    return VariableValueDto.fromRestApiTypeName(type);
  }

  private static boolean isJson(Object value) {
    try {
      return value instanceof String text && !READER.readTree(text).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
