package app.chancery.desk.outcomes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
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
    return outcomes.report(
        OutcomesQuery.of(from, to, tier, programme, outcomes.current(), QUARTERS));
  }
}
