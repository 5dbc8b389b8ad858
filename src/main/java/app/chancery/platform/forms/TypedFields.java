package app.chancery.platform.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What fields hold, as a table keeps it. */
@Component
class TypedFields {

  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private final ObjectMapper json;

  TypedFields(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Without what no database keeps in a text, and no page could show: the character of number 0,
   * and halves of characters.
   */
  static String storable(String text) {
    StringBuilder storable = new StringBuilder(text.length());
    text.codePoints()
        .filter(each -> each != 0 && Character.getType(each) != Character.SURROGATE)
        .forEach(storable::appendCodePoint);
    return storable.toString();
  }

  private static Object storable(Object value) {
    return value instanceof String text ? storable(text) : value;
  }

  /** The same of all fields, by their names. */
  static Map<String, Object> storable(Map<String, Object> fields) {
    Map<String, Object> storable = new LinkedHashMap<>(fields);
    storable.replaceAll((name, value) -> storable(value));
    return storable;
  }

  String written(Map<String, Object> fields) {
    try {
      return json.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was typed cannot be written as JSON", e);
    }
  }

  /**
   * Tells the same texts from others, and not what they are: the place has a part in it, so that
   * the same text of two places does not look the same.
   */
  String digest(FormPlace place, Map<String, String> texts) {
    try {
      byte[] bytes =
          (place.address() + "\n" + json.writeValueAsString(new TreeMap<>(texts)))
              .getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("What was typed cannot be told from something else", e);
    }
  }

  Map<String, Object> read(String fields) {
    try {
      return json.readValue(fields, FIELDS);
    } catch (JsonProcessingException e) {
      // Without the cause: it repeats what was read, and what people type is in no log.
      throw new IllegalStateException("What was typed cannot be read");
    }
  }
}
