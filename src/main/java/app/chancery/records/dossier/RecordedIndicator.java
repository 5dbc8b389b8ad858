package app.chancery.records.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A value in the series of an indicator, as it was recorded; where that was wrong, as it was
 * corrected since.
 *
 * @param id counts up in the order of recording
 * @param value a decimal number, or the code of an {@link OccStage}
 * @param asOf the day the value describes
 */
public record RecordedIndicator(
    long id,
    @JsonProperty("indicator") IndicatorName name,
    String value,
    LocalDate asOf,
    String source,
    String recordedBy,
    OffsetDateTime recordedAt) {

  /** In its place, with what the other one says. */
  RecordedIndicator corrected(RecordedIndicator by) {
    return new RecordedIndicator(id, name, by.value, by.asOf, by.source, recordedBy, recordedAt);
  }

  /** What it says, without who said so. */
  public Indicator indicator() {
    return new Indicator(name, value, asOf, source);
  }

  /** The value as people read it. */
  public String said() {
    return name.said(value);
  }
}
