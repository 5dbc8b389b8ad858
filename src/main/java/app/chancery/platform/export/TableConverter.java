package app.chancery.platform.export;

import app.chancery.platform.time.Days;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/**
 * Writes tables as CSV, for programs, and as XLSX, for people. In a CSV moments are as in JSON, and
 * a text that a spreadsheet would take for a formula has an apostrophe before it. In an XLSX every
 * text is a text, days are days, and moments are in the zone of the alliance, which the heading of
 * their column names.
 */
@Component
@ConditionalOnWebApplication
class TableConverter extends AbstractHttpMessageConverter<Table> {

  private static final MediaType XLSX = MediaType.parseMediaType(Table.XLSX);

  /** A cell of a workbook has no more characters; the CSV has them all. */
  private static final int LONGEST_CELL = 32_767;

  private static final String DAY = "yyyy-mm-dd";
  private static final String MOMENT = "yyyy-mm-dd hh:mm";

  private final Days days;

  TableConverter(Days days) {
    super(StandardCharsets.UTF_8, MediaType.parseMediaType(Table.CSV), XLSX);
    this.days = days;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == Table.class;
  }

  @Override
  protected boolean canRead(MediaType mediaType) {
    return false;
  }

  @Override
  protected Table readInternal(Class<? extends Table> type, HttpInputMessage input) {
    throw new HttpMessageNotReadableException("A table cannot be read back", input);
  }

  @Override
  protected void writeInternal(Table table, HttpOutputMessage output) throws IOException {
    boolean workbook = XLSX.isCompatibleWith(output.getHeaders().getContentType());
    output
        .getHeaders()
        .setContentDisposition(
            ContentDisposition.attachment()
                .filename(table.name() + (workbook ? ".xlsx" : ".csv"))
                .build());
    if (workbook) {
      // No text, and so in no charset.
      output.getHeaders().setContentType(XLSX);
      workbook(table, output);
    } else {
      csv(table, output);
    }
  }

  private static void csv(Table table, HttpOutputMessage output) throws IOException {
    List<String> columns = table.columns();
    Writer out = new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8);
    CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180);
    csv.printRecord(columns);
    for (Map<String, Object> row : table.rows()) {
      csv.printRecord(columns.stream().map(row::get).map(TableConverter::plain));
    }
    csv.flush();
  }

  private static Object plain(Object value) {
    if (value instanceof String text) {
      return Cells.harmless(text);
    }
    // By itself it leaves out seconds that are none, which fewer programs read.
    return value instanceof OffsetDateTime moment
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment)
        : value;
  }

  private void workbook(Table table, HttpOutputMessage output) throws IOException {
    List<String> columns = table.columns();
    try (Workbook workbook = new Workbook(output.getBody(), "Chancery", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(table.name());
      for (int column = 0; column < columns.size(); column++) {
        sheet.value(0, column, heading(table, columns.get(column)));
        sheet.style(0, column).bold().set();
      }
      sheet.freezePane(0, 1);
      for (int row = 0; row < table.rows().size(); row++) {
        for (int column = 0; column < columns.size(); column++) {
          write(sheet, row + 1, column, table.rows().get(row).get(columns.get(column)));
        }
      }
    }
  }

  private String heading(Table table, String column) {
    boolean moments =
        table.rows().stream().anyMatch(row -> row.get(column) instanceof OffsetDateTime);
    return moments ? column + " (" + days.zone() + ")" : column;
  }

  private void write(Worksheet sheet, int row, int column, Object value) {
    if (value instanceof LocalDate day) {
      sheet.value(row, column, day);
      sheet.style(row, column).format(DAY).set();
    } else if (value instanceof OffsetDateTime moment) {
      sheet.value(row, column, days.shown(moment));
      sheet.style(row, column).format(MOMENT).set();
    } else if (value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (value instanceof Boolean fact) {
      sheet.value(row, column, fact);
    } else if (value instanceof String text) {
      sheet.value(
          row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
    }
  }
}
