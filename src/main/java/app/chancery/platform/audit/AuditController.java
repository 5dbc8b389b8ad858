package app.chancery.platform.audit;

import app.chancery.platform.export.Cells;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
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

  /** Records that are read at a time. */
  private static final int AT_ONCE = 1000;

  private final Chain chain;

  AuditController(Chain chain) {
    this.chain = chain;
  }

  @Operation(
      summary = "The audit, one JSON object a line",
      description =
          "For the group auditors. Who did what, when and why, in the order of the chain. Each"
              + " record has the hash of the one before; operations.md says how it is reckoned."
              + " As CSV too, by the Accept header or format=csv, where a text that a spreadsheet"
              + " would take for a formula has an apostrophe before it. The header Audit-Waiting says"
              + " how many records cannot be put into the chain and are not among them.")
  @GetMapping(produces = LINES)
  void lines(
      @Parameter(description = "Only records behind the one of this number")
          @RequestParam(defaultValue = "0")
          long after,
      HttpServletResponse response)
      throws IOException {
    PrintWriter lines = begin(response, LINES);
    for (AuditRecord each : behind(after)) {
      lines.print(each.line() + "\n");
    }
  }

  @GetMapping(produces = CSV)
  @Operation(hidden = true)
  void csv(@RequestParam(defaultValue = "0") long after, HttpServletResponse response)
      throws IOException {
    PrintWriter lines = begin(response, CSV);
    CSVPrinter table = new CSVPrinter(lines, CSVFormat.RFC4180);
    table.printRecord(AuditRecord.fieldNames());
    for (AuditRecord each : behind(after)) {
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

  /** Read some at a time, however many there are. */
  private Iterable<AuditRecord> behind(long number) {
    return () ->
        Stream.iterate(
                chain.after(number, AT_ONCE),
                some -> !some.isEmpty(),
                some -> chain.after(some.get(some.size() - 1).number(), AT_ONCE))
            .flatMap(List::stream)
            .iterator();
  }

  private PrintWriter begin(HttpServletResponse response, String type) throws IOException {
    // What was done up to now is in it.
    long waiting = chain.closeAsFarAsPossible();
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
