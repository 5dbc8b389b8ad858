package app.chancery.desk.outcomes;

import app.chancery.oversight.Quarter;
import app.chancery.platform.export.Table;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the programme achieves, for other people's tools. */
@RestController
@RequestMapping("/api/v1/outcomes")
@Tag(name = "outcomes")
class OutcomesController {

  private static final int QUARTERS = 12;

  private final Outcomes outcomes;

  OutcomesController(Outcomes outcomes) {
    this.outcomes = outcomes;
  }

  @GetMapping
  @Operation(
      summary = "The measures of success, per quarter and per tier",
      description =
          "Counted from recorded facts, for the whole portfolio about every minute (asOf); the policy document defines each measure. For"
              + " staff, not for delegations.")
  OutcomesReport outcomes(
      @Parameter(
              description =
                  "The first quarter, such as 2026-Q1; eleven before the last if left out")
          @RequestParam(required = false)
          String from,
      @Parameter(description = "The last quarter; the current one if left out")
          @RequestParam(required = false)
          String to,
      @Parameter(description = "Only programmes that have this tier today")
          @RequestParam(required = false)
          String tier,
      @Parameter(description = "Only the programme of this key") @RequestParam(required = false)
          String programme) {
    return report(from, to, tier, programme);
  }

  @GetMapping(produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table file(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String tier,
      @RequestParam(required = false) String programme) {
    return Table.of(
        "outcomes",
        Row.class,
        report(from, to, tier, programme).quarters().stream()
            .flatMap(
                quarter ->
                    Stream.concat(
                        Stream.of(new Row(quarter.quarter(), null, quarter.all())),
                        quarter.tiers().entrySet().stream()
                            .map(
                                each ->
                                    new Row(quarter.quarter(), each.getKey(), each.getValue()))))
            .toList());
  }

  private OutcomesReport report(String from, String to, String tier, String programme) {
    return outcomes.report(
        OutcomesQuery.of(from, to, tier, programme, outcomes.current(), QUARTERS));
  }

  /**
   * @param tier null for all
   */
  private record Row(Quarter quarter, String tier, @JsonUnwrapped Measures measures) {}
}
