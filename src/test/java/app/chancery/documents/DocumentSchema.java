package app.chancery.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** The published schema of documents, as somebody uses it who programs against it. */
public final class DocumentSchema {

  private final JsonSchema schema;

  public DocumentSchema(String published) {
    schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                published, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }

  public List<String> faults(JsonNode document) {
    return schema.validate(document).stream().map(ValidationMessage::getMessage).toList();
  }
}
