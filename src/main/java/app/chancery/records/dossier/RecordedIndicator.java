package app.chancery.records.dossier;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A value in the series of an indicator, as it was recorded. It never changes.
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
    OffsetDateTime recordedAt) {}
