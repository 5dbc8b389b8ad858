package app.chancery.desk.portfolio;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.programme.ProgrammeProcess;
import app.chancery.programme.Programmes;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.DossierReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens many programmes at once from a table: one dossier a line, its columns named like the fields
 * of the start form ({@code candidate}, {@code name}, {@code occStage}, {@code occStageAsOf}, …).
 * All or none.
 */
@Service
class DossierImport {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .get();

  private final DossierReader reader;
  private final Programmes programmes;
  private final ProgrammeProcess process;
  private final PortfolioPolicy policy;

  DossierImport(
      DossierReader reader,
      Programmes programmes,
      ProgrammeProcess process,
      PortfolioPolicy policy) {
    this.policy = policy;
    this.reader = reader;
    this.programmes = programmes;
    this.process = process;
  }

  /**
   * Registers line after line, and goes on behind a bad one to find what else is bad; then the
   * transaction takes back those that were good.
   *
   * @return the keys of the programmes, in the order of the lines
   * @throws Refused naming every fault of every line; then nothing was imported
   */
  @Transactional
  public List<String> open(String csv) {
    Faults faults = new Faults();
    Map<String, String> keys = new LinkedHashMap<>();
    for (CSVRecord line : lines(csv)) {
      // The header is line 1.
      String place = "line " + (line.getRecordNumber() + 1);
      try {
        Dossier dossier = read(line);
        if (faults.check(
            !keys.containsKey(dossier.candidate()),
            place + ": candidate",
            dossier.candidate() + " stands in an earlier line too")) {
          keys.put(dossier.candidate(), programmes.register(dossier));
        }
      } catch (Refused refused) {
        refused
            .faults()
            .forEach(fault -> faults.add(place + ": " + fault.field(), fault.message()));
      }
    }
    faults.check(!keys.isEmpty() || !faults.isEmpty(), "", "There is no line with a dossier");
    faults.refuseIfAny();
    keys.values().forEach(process::programmeRegistered);
    return List.copyOf(keys.values());
  }

  private Dossier read(CSVRecord line) {
    if (!line.isConsistent()) {
      throw new Refused(
          "",
          "has %d values for %d columns"
              .formatted(line.size(), line.getParser().getHeaderNames().size()));
    }
    Faults faults = new Faults();
    Map<String, Object> values = new LinkedHashMap<>();
    line.toMap()
        .forEach(
            (column, value) -> {
              PlainText.check(value, column.strip(), faults);
              values.put(column.strip(), value.strip());
            });
    faults.refuseIfAny();
    return reader.read(values);
  }

  /** Line by line, so that nothing is made of more lines than may be. */
  private List<CSVRecord> lines(String csv) {
    // Spreadsheets begin a file with a mark of its encoding.
    try (Reader text = new StringReader(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
        CSVParser parser = FORMAT.parse(text)) {
      Faults faults = new Faults();
      faults.check(
          parser.getHeaderNames().size() <= policy.importColumns(),
          "header",
          "has more than %d columns".formatted(policy.importColumns()));
      parser.getHeaderNames().forEach(name -> PlainText.check(name, "header", faults));
      faults.refuseIfAny();
      List<CSVRecord> lines = new ArrayList<>();
      for (CSVRecord line : parser) {
        if (lines.size() == policy.importRows()) {
          throw new Refused(
              "", "There are more than %d lines with a dossier".formatted(policy.importRows()));
        }
        lines.add(line);
      }
      return lines;
    } catch (IllegalArgumentException e) {
      throw new Refused("header", e.getMessage());
    } catch (UncheckedIOException e) {
      throw new Refused("", "This is not CSV: " + e.getCause().getMessage());
    } catch (IOException e) {
      throw new Refused("", "This is not CSV: " + e.getMessage());
    }
  }
}
