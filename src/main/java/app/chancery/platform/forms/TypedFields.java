package app.chancery.platform.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What fields hold, as a table keeps it. */
@Component
class TypedFields {

  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private final ObjectMapper json;

  TypedFields(ObjectMapper json) {
    this.json = json;
  }

  String written(Map<String, Object> fields) {
    try {
      return json.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was typed cannot be written as JSON", e);
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
