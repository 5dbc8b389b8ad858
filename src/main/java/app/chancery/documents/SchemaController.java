package app.chancery.documents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The schemas of the data that others keep. */
@RestController
@Tag(name = "Deliverables")
class SchemaController {

  static final String DOCUMENT = "/api/v1/schemas/document.json";

  @Operation(summary = "The JSON schema of documents")
  @GetMapping(path = DOCUMENT, produces = "application/schema+json")
  Resource document() {
    return new ClassPathResource("schemas/document.json");
  }
}
