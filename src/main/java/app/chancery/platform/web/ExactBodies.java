package app.chancery.platform.web;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.JsonPlace;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Collection;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.stereotype.Component;

/**
 * Reads bodies in JSON into what a route takes. What it does not take is refused, every field of it
 * by name: nothing is left out, nothing made into something else.
 */
@Component
class ExactBodies extends MappingJackson2HttpMessageConverter {

  private static final Object FAULTS = Faults.class;

  ExactBodies(ObjectMapper json) {
    super(exact(json));
  }

  private static ObjectMapper exact(ObjectMapper json) {
    ObjectMapper exact =
        json.copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .addHandler(new Collecting());
    exact
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    return exact;
  }

  /**
   * @throws Refused naming every field that is not taken
   */
  @Override
  public Object read(Type type, Class<?> context, HttpInputMessage message) throws IOException {
    Faults faults = new Faults();
    Object read = null;
    try {
      read =
          getObjectMapper()
              .readerFor(getJavaType(type, context))
              .withAttribute(FAULTS, faults)
              .readValue(message.getBody());
    } catch (JsonMappingException e) {
      faults.add(
          path(e),
          Words.of("exactBodies.isNotWhatIsTakenHere").formatted(JsonPlace.of(e.getLocation())));
    }
    faults.refuseIfAny();
    return read;
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference each : e.getPath()) {
      if (each.getFieldName() == null) {
        path.append('[').append(each.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(each.getFieldName());
      }
    }
    return path.toString();
  }

  private static final class Collecting extends DeserializationProblemHandler {

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        JsonDeserializer<?> deserializer,
        Object beanOrClass,
        String name)
        throws IOException {
      Collection<Object> known = deserializer.getKnownPropertyNames();
      // Of what was read ahead the parser does not know any more where it stood.
      return refuse(
          context,
          parser,
          PlainText.shown(name),
          Words.of("exactBodies.isNotAFieldHere")
              .formatted((known == null ? "" : Words.of("exactBodies.knownAre").formatted(known))));
    }

    @Override
    public Object handleUnexpectedToken(
        DeserializationContext context,
        JavaType type,
        JsonToken token,
        JsonParser parser,
        String message)
        throws IOException {
      JsonStreamContext here = parser.getParsingContext();
      String field = JsonPlace.field(token.isStructStart() ? here.getParent() : here);
      refuse(context, parser, field, Words.of("exactBodies.mustBe").formatted(what(type)));
      return null;
    }

    private static boolean refuse(
        DeserializationContext context, JsonParser parser, String field, String message)
        throws IOException {
      ((Faults) context.getAttribute(FAULTS)).add(field, message);
      parser.skipChildren();
      return true;
    }

    private static String what(JavaType type) {
      if (type.hasRawClass(String.class)) {
        return Words.of("exactBodies.aText");
      }
      if (type.isCollectionLikeType()) {
        return Words.of("exactBodies.aList");
      }
      return Number.class.isAssignableFrom(type.getRawClass())
          ? Words.of("exactBodies.aNumber")
          : Words.of("exactBodies.anObject");
    }
  }
}
