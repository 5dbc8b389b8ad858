package app.chancery.forecast;

import app.chancery.platform.export.Table;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forecasts for other people's tools. */
@RestController
@RequestMapping("/api/v1/programmes/{key}/forecast")
@Tag(name = "forecast")
class ForecastController {

  private final Forecasts forecasts;

  ForecastController(Forecasts forecasts) {
    this.forecasts = forecasts;
  }

  @GetMapping
  @Operation(
      summary = "When the coming stages of a programme could be reached",
      description =
          "If every decision is favourable: the days by which 10, 50 and 90 per cent of like cases had"
              + " reached each coming stage, in order, with the number of these cases and which they are"
              + " (reference: deadline, office-same-tier, office, recent-accessions or all-accessions)."
              + " Empty when the programme has ended. No probability of membership, which is a decision.")
  ForecastAnswer forecast(@PathVariable String key) {
    return ForecastAnswer.of(forecasts.of(key));
  }

  @GetMapping(produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table file(@PathVariable String key) {
    return Table.of("forecast", ForecastAnswer.ComingStage.class, forecast(key).stages());
  }
}
