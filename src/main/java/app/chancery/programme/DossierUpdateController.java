package app.chancery.programme;

import app.chancery.platform.export.Table;
import app.chancery.records.dossier.DossierReader;
import app.chancery.records.dossier.RecordedIndicator;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The series of indicator values of a programme. */
@RestController
@RequestMapping("/api/v1/programmes/{key}/dossier-updates")
@Tag(name = "programmes")
class DossierUpdateController {

  private final DossierReader reader;
  private final DossierUpdates updates;

  DossierUpdateController(DossierReader reader, DossierUpdates updates) {
    this.reader = reader;
    this.updates = updates;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Adds new indicator values to the dossier",
      description =
          "For analysts. The values join the series and move no tier; the next review tells the"
              + " committee what is new and which tier it would give. The answer is the whole"
              + " series.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              examples =
                  @ExampleObject(
                      """
                      {"indicators": {"publicSupportPct":
                        {"value": 71, "asOf": "2026-10-15", "source": "Survey of October 2026"}}}
                      """)))
  List<RecordedIndicator> update(@PathVariable String key, @RequestBody JsonNode update) {
    updates.record(key, reader.readUpdate(update).values());
    return updates.of(key);
  }

  @GetMapping
  @Operation(summary = "Every indicator value recorded, in the order of the recording")
  List<RecordedIndicator> list(@PathVariable String key) {
    return updates.of(key);
  }

  @GetMapping(produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table file(@PathVariable String key) {
    return Table.of("dossier-updates", RecordedIndicator.class, updates.of(key));
  }
}
