package app.chancery.prerequisites;

import app.chancery.platform.reading.CellLine;

/**
 * A country's part in one of the alliance's partnership frameworks.
 *
 * @param framework for example {@code PfP}
 * @param status for example {@code active}, {@code suspended}
 * @param since when it joined, as the source gives it; may be blank
 */
public record PartnershipFramework(String framework, String status, String since, String source) {

  /** As planners see it on the form; what is not known is left out. */
  String line() {
    return since == null || since.isBlank()
        ? CellLine.of(framework, status)
        : CellLine.of(framework, status, since);
  }
}
