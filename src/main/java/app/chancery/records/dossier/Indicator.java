package app.chancery.records.dossier;

import app.chancery.platform.refusal.Figures;
import java.time.LocalDate;

/**
 * One value of an indicator.
 *
 * @param value a decimal number, or the code of an {@link OccStage}
 * @param asOf the day the value describes
 * @param source where it was published, or who assumed it
 */
public record Indicator(IndicatorName name, String value, LocalDate asOf, String source) {

  public Indicator {
    rank(name, value);
  }

  /** The value as a number on the indicator's scale; of an OCC stage, its rank from 0 to 4. */
  public double number() {
    return rank(name, value);
  }

  private static double rank(IndicatorName name, String value) {
    double number =
        name == IndicatorName.OCC_STAGE
            ? OccStage.of(value)
                .orElseThrow(() -> new IllegalArgumentException("No OCC stage: " + value))
                .ordinal()
            : Figures.ofProgram(value).orRefuse(name.field()).doubleValue();
    if (!(number >= name.least() && number <= name.most())) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s".formatted(name.field(), name.least(), name.most()));
    }
    return number;
  }

  /** The same figure without noughts that say nothing: 1 for 1.000. */
  public Indicator plain() {
    return name == IndicatorName.OCC_STAGE
        ? this
        : new Indicator(
            name,
            Figures.ofProgram(value).orRefuse(name.field()).stripTrailingZeros().toPlainString(),
            asOf,
            source);
  }

  /** The value as people read it. */
  public String said() {
    return name.said(value);
  }
}
