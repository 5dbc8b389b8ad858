package app.chancery.oversight;

import app.chancery.platform.export.Table;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The consolidated oversight reports. */
@RestController
@RequestMapping("/api/v1/oversight-reports")
@Tag(name = "outcomes")
class QuarterReportController {

  private final QuarterReports reports;

  QuarterReportController(QuarterReports reports) {
    this.reports = reports;
  }

  @GetMapping
  @Operation(
      summary = "The consolidated oversight reports, one a quarter, the newest first",
      description =
          "'href' is the page of the report; below /api/v1 the same path gives it as PDF, HTML or"
              + " JSON.")
  List<QuarterReports.Made> list() {
    return reports.made();
  }

  @GetMapping(produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table file() {
    return Table.of("oversight-reports", QuarterReports.Made.class, reports.made());
  }
}
