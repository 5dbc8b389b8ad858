package app.chancery.desk.audit;

import app.chancery.platform.audit.AuditRecord;
import app.chancery.platform.audit.AuditTrail;
import app.chancery.platform.export.Cells;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit, for auditors. It is sent as it is read, however long it is. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "audit")
class AuditController {

  private static final String LINES = "application/x-ndjson";
  private static final String CSV = "text/csv";

  /** How many records are not in what is sent; only if there are such. */
  private static final String WAITING = "Audit-Waiting";

  private final AuditTrail trail;
  private final AuditSearch search;

  AuditController(AuditTrail trail, AuditSearch search) {
    this.trail = trail;
    this.search = search;
  }

  @Operation(
      summary = "The audit, one JSON object a line",
      description =
          "For the group auditors. Who did what, when and why, in the order of the chain. Each"
              + " record has the hash of the one before; operations.md says how it is reckoned."
              + " As CSV too, by the Accept header or format=csv, where a text that a spreadsheet"
              + " would take for a formula has an apostrophe before it. The header Audit-Waiting says"
              + " how many records cannot be put into the chain and are not among them. What is"
              + " looked for by day, kind, person or programme is not the whole chain: its records"
              + " do not follow each other.")
  @GetMapping(produces = LINES)
  void lines(
      @Parameter(description = "Only records behind the one of this number")
          @RequestParam(defaultValue = "0")
          long after,
      @Parameter(description = "The first day, in the alliance's zone")
          @RequestParam(defaultValue = "")
          String from,
      @Parameter(description = "The last day, in the alliance's zone")
          @RequestParam(defaultValue = "")
          String until,
      @Parameter(description = "The code or word of a kind of act, as records have it")
          @RequestParam(defaultValue = "")
          String kind,
      @Parameter(description = "An account, or a part of what somebody is called")
          @RequestParam(defaultValue = "")
          String person,
      @Parameter(description = "A programme's key, or the code or name of its candidate")
          @RequestParam(defaultValue = "")
          String programme,
      HttpServletResponse response)
      throws IOException {
    // What was done up to now is in it, and who did it is found.
    long waiting = trail.close();
    AuditTrail.Wanted wanted = search.wanted(from, until, kind, person, programme);
    PrintWriter lines = begin(response, LINES, waiting);
    for (AuditRecord each : trail.behind(wanted, after)) {
      lines.print(each.line() + "\n");
    }
  }

  @GetMapping(produces = CSV)
  @Operation(hidden = true)
  void csv(
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String programme,
      HttpServletResponse response)
      throws IOException {
    // What was done up to now is in it, and who did it is found.
    long waiting = trail.close();
    AuditTrail.Wanted wanted = search.wanted(from, until, kind, person, programme);
    PrintWriter lines = begin(response, CSV, waiting);
    CSVPrinter table = new CSVPrinter(lines, CSVFormat.RFC4180);
    table.printRecord(AuditRecord.fieldNames());
    for (AuditRecord each : trail.behind(wanted, after)) {
      table.printRecord(
          each.number(),
          each.at(),
          each.act(),
          Cells.harmless(each.account()),
          Cells.harmless(each.who()),
          Cells.harmless(each.programme()),
          Cells.harmless(each.subject()),
          Cells.harmless(each.what()),
          Cells.harmless(each.why()),
          each.previous(),
          each.hash());
    }
  }

  private static PrintWriter begin(HttpServletResponse response, String type, long waiting)
      throws IOException {
    if (waiting > 0) {
      response.setHeader(WAITING, String.valueOf(waiting));
    }
    response.setContentType(type);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"audit." + (type.equals(CSV) ? "csv" : "ndjson") + "\"");
    return response.getWriter();
  }
}
