package app.chancery.desk.portfolio;

import app.chancery.platform.export.Table;
import app.chancery.programme.Opening;
import app.chancery.programme.Programme;
import app.chancery.records.dossier.DossierReader;
import app.chancery.records.dossier.Regions;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
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
  private final Glances glances;
  private final Regions regions;

  ProgrammesController(
      DossierReader reader,
      Opening opening,
      Portfolio portfolio,
      ProgrammeViews views,
      DossierImport dossiers,
      Glances glances,
      Regions regions) {
    this.reader = reader;
    this.opening = opening;
    this.portfolio = portfolio;
    this.views = views;
    this.dossiers = dossiers;
    this.glances = glances;
    this.regions = regions;
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
  @Operation(
      summary = "The portfolio",
      description =
          "Newest first. Deadlines and ratings are those of the page /programmes; ratings are for staff, and null for everybody else.")
  PageView list(
      @Parameter(description = "open (not ended), active, suspended or ended")
          @RequestParam(required = false)
          String status,
      @RequestParam(required = false) String step,
      @RequestParam(required = false) String tier,
      @Parameter(description = "A part of the candidate's name or of the key")
          @RequestParam(required = false)
          String text,
      @RequestParam(required = false) String region,
      @Parameter(
              description =
                  "What is waited for: overdue (work), round (under silence), review (open), late-review")
          @RequestParam(required = false)
          String pending,
      @Parameter(description = "A dimension of the newest review, together with colour or change")
          @RequestParam(required = false)
          String dimension,
      @Parameter(description = "green, amber or red, in the dimension or in any; for staff")
          @RequestParam(required = false)
          String colour,
      @Parameter(
              description =
                  "better, same or worse than in the quarterly review before, in the dimension or in any; for staff")
          @RequestParam(required = false)
          String change,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size,
      @Parameter(hidden = true) Authentication reader) {
    boolean rated = PortfolioPages.seesRatings(reader);
    Filter filter =
        Filter.of(
            status, step, tier, text, region, pending, dimension, colour, change, regions, rated);
    Portfolio.Page found = portfolio.newestFirst(filter, page, size);
    return new PageView(
        summaries(found.programmes(), rated), found.page(), found.size(), found.total());
  }

  /** All that match, on whichever page. */
  @GetMapping(produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table file(
      @RequestParam(required = false) String status,
      @RequestParam(required = false) String step,
      @RequestParam(required = false) String tier,
      @RequestParam(required = false) String text,
      @RequestParam(required = false) String region,
      @RequestParam(required = false) String pending,
      @RequestParam(required = false) String dimension,
      @RequestParam(required = false) String colour,
      @RequestParam(required = false) String change,
      Authentication reader) {
    boolean rated = PortfolioPages.seesRatings(reader);
    Filter filter =
        Filter.of(
            status, step, tier, text, region, pending, dimension, colour, change, regions, rated);
    return Table.of("programmes", ProgrammeSummary.class, summaries(portfolio.all(filter), rated));
  }

  private List<ProgrammeSummary> summaries(List<Programme> found, boolean rated) {
    List<ProgrammeSummary> summaries = new ArrayList<>();
    for (int from = 0; from < found.size(); from += Portfolio.LARGEST_PAGE) {
      List<Programme> some =
          found.subList(from, Math.min(found.size(), from + Portfolio.LARGEST_PAGE));
      Map<String, Glance> seen = glances.of(some.stream().map(Programme::key).toList(), rated);
      some.forEach(each -> summaries.add(ProgrammeSummary.of(each, seen.get(each.key()), rated)));
    }
    return summaries;
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
