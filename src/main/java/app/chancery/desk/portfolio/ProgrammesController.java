package app.chancery.desk.portfolio;

import app.chancery.platform.export.Table;
import app.chancery.programme.Opening;
import app.chancery.records.dossier.DossierReader;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Programmes for other people's tools. */
@RestController
@RequestMapping("/api/v1/programmes")
class ProgrammesController {

  private final DossierReader reader;
  private final Opening opening;
  private final Portfolio portfolio;
  private final ProgrammeViews views;
  private final DossierImport dossiers;

  ProgrammesController(
      DossierReader reader,
      Opening opening,
      Portfolio portfolio,
      ProgrammeViews views,
      DossierImport dossiers) {
    this.reader = reader;
    this.opening = opening;
    this.portfolio = portfolio;
    this.views = views;
    this.dossiers = dossiers;
  }

  @PostMapping
  ResponseEntity<Map<String, String>> open(@RequestBody JsonNode dossier) {
    String key = opening.open(reader.read(dossier));
    return ResponseEntity.created(URI.create("/api/v1/programmes/" + key)).body(Map.of("key", key));
  }

  @PostMapping(
      path = "/import",
      consumes = {"text/csv", "text/plain"})
  ResponseEntity<Map<String, List<String>>> importAll(
      @RequestBody @Schema(type = "string") byte[] csv) {
    return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("keys", dossiers.open(csv)));
  }

  @GetMapping
  PageView list(
      @RequestParam(required = false) String status,
      @RequestParam(required = false) String step,
      @RequestParam(required = false) String tier,
      @RequestParam(required = false) String text,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    Portfolio.Page found = portfolio.newestFirst(Filter.of(status, step, tier, text), page, size);
    return new PageView(
        found.programmes().stream().map(ProgrammeSummary::of).toList(),
        found.page(),
        found.size(),
        found.total());
  }

  /** All that match, on whichever page. */
  @GetMapping(produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table file(
      @RequestParam(required = false) String status,
      @RequestParam(required = false) String step,
      @RequestParam(required = false) String tier,
      @RequestParam(required = false) String text) {
    return Table.of(
        "programmes",
        ProgrammeSummary.class,
        portfolio.all(Filter.of(status, step, tier, text)).stream()
            .map(ProgrammeSummary::of)
            .toList());
  }

  @GetMapping("/{key}")
  ProgrammeView get(@PathVariable String key) {
    return views.of(key);
  }

  /**
   * @param page counts from 0
   * @param total how many programmes match in all
   */
  record PageView(List<ProgrammeSummary> programmes, int page, int size, long total) {}
}
