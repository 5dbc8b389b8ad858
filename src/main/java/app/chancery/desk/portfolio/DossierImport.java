package app.chancery.desk.portfolio;

import app.chancery.platform.reading.Columns;
import app.chancery.platform.reading.Table;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import app.chancery.programme.ProgrammeProcess;
import app.chancery.programme.Programmes;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.DossierReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens many programmes at once from a table: one dossier a line, its columns named like the fields
 * of the start form ({@code candidate}, {@code name}, {@code occStage}, {@code occStageAsOf}, …).
 * All or none.
 */
@Service
class DossierImport {

  private final DossierReader reader;
  private final Programmes programmes;
  private final ProgrammeProcess process;
  private final Columns columns;

  DossierImport(
      DossierReader reader,
      Programmes programmes,
      ProgrammeProcess process,
      PortfolioPolicy policy) {
    this.reader = reader;
    this.programmes = programmes;
    this.process = process;
    this.columns =
        new Columns(
            DossierReader.FLAT_FIELDS,
            DossierReader.REQUIRED_FIELDS,
            policy.importColumns(),
            policy.importRows());
  }

  /**
   * Registers line after line, and goes on behind a bad one to find what else is bad; then the
   * transaction takes back those that were good.
   *
   * @return the keys of the programmes, in the order of the lines
   * @throws Refused naming every fault of every line; then nothing was imported
   */
  @Transactional
  public List<String> open(byte[] csv) {
    Faults faults = new Faults();
    Map<String, String> keys = new LinkedHashMap<>();
    for (Table.Row row : Table.read(csv, columns, faults).rows()) {
      try {
        Dossier dossier = reader.read(values(row));
        if (faults.check(
            !keys.containsKey(dossier.candidate()),
            row.place("candidate"),
            Words.of("dossierImport.standsInAnEarlierLineToo").formatted(dossier.candidate()))) {
          keys.put(dossier.candidate(), programmes.register(dossier));
        }
      } catch (Refused refused) {
        refused.faults().forEach(fault -> faults.add(row.place(fault.field()), fault.message()));
      }
    }
    faults.refuseIfAny();
    keys.values().forEach(process::programmeRegistered);
    return List.copyOf(keys.values());
  }

  private static Map<String, Object> values(Table.Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    DossierReader.FLAT_FIELDS.forEach(field -> values.put(field, row.value(field)));
    return values;
  }
}
