package app.chancery.prerequisites;

import app.chancery.platform.reading.CellLine;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One finding of intelligence on a candidate: a line {@code date | source | confidence | finding}.
 */
public record IntelligenceBrief(
    LocalDate datedOn, String source, Confidence confidence, String finding) {

  /**
   * Reads briefs, one a line; what cannot be read is a fault that names its line.
   *
   * @param today a brief cannot be dated later
   */
  static List<IntelligenceBrief> list(
      String field, List<String> lines, LocalDate today, Faults faults) {
    List<IntelligenceBrief> briefs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      read(field, i + 1, lines.get(i), today, faults).ifPresent(briefs::add);
    }
    return briefs;
  }

  /** The line that {@link #list} reads. */
  String line() {
    return CellLine.of(datedOn, source, confidence.word(), finding);
  }

  private static Optional<IntelligenceBrief> read(
      String field, int number, String line, LocalDate today, Faults faults) {
    List<String> cells = CellLine.cells(line, 4);
    if (!faults.check(
        cells.size() == 4 && !cells.get(1).isBlank() && !cells.get(3).isBlank(),
        field,
        Words.of("intelligenceBrief.lineMustReadDateSourceConfidence").formatted(number))) {
      return Optional.empty();
    }
    Optional<LocalDate> datedOn =
        Dates.read(cells.get(0))
            .orFault(field, Words.of("intelligenceBrief.line").formatted(number), faults);
    datedOn.ifPresent(
        day ->
            faults.check(
                !day.isAfter(today),
                field,
                Words.of("intelligenceBrief.lineIsInTheFuture")
                    .formatted(number, Dates.words(day))));
    Optional<Confidence> confidence = Confidence.of(cells.get(2));
    faults.check(
        confidence.isPresent(),
        field,
        Words.of("intelligenceBrief.lineConfidenceMustBeLowModerate")
            .formatted(number, cells.get(2)));
    return datedOn.isPresent() && confidence.isPresent()
        ? Optional.of(
            new IntelligenceBrief(datedOn.get(), cells.get(1), confidence.get(), cells.get(3)))
        : Optional.empty();
  }
}
