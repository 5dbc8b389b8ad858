package app.chancery.readiness;

import app.chancery.records.dossier.IndicatorName;
import app.chancery.records.dossier.OccStage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The precision in which each figure is published, and so the least by which it can differ. Of an
 * OCC stage it is the next stage.
 *
 * @param steps by the fields of the indicators, in the units of their scales; greater than 0
 */
@ConfigurationProperties("chancery.indicators")
record IndicatorSteps(Map<String, BigDecimal> steps) {

  IndicatorSteps {
    steps = Map.copyOf(steps);
    for (IndicatorName name : IndicatorName.values()) {
      BigDecimal step = steps.get(name.field());
      if (name == IndicatorName.OCC_STAGE ? step != null : step == null || step.signum() <= 0) {
        throw new IllegalArgumentException(
            "chancery.indicators.steps: one greater than 0 for each indicator but %s, not %s of %s"
                .formatted(IndicatorName.OCC_STAGE.field(), step, name.field()));
      }
    }
  }

  /** The figures above one, as they could be published; from the least to the greatest. */
  List<Figure> above(IndicatorName name, double figure) {
    return all(name).stream().filter(each -> each.number() > figure).toList();
  }

  /** The figures below one, from the greatest to the least. */
  List<Figure> below(IndicatorName name, double figure) {
    List<Figure> below =
        new ArrayList<>(all(name).stream().filter(each -> each.number() < figure).toList());
    Collections.reverse(below);
    return below;
  }

  /** All figures of the scale, from the least to the greatest. */
  List<Figure> all(IndicatorName name) {
    if (name == IndicatorName.OCC_STAGE) {
      return Arrays.stream(OccStage.values())
          .map(stage -> new Figure(stage.code(), stage.ordinal()))
          .toList();
    }
    BigDecimal step = steps.get(name.field());
    long first = whole(name.least(), step, RoundingMode.CEILING);
    long last = whole(name.most(), step, RoundingMode.FLOOR);
    return LongStream.rangeClosed(first, last)
        .mapToObj(number -> Figure.of(step.multiply(BigDecimal.valueOf(number))))
        .toList();
  }

  private static long whole(double bound, BigDecimal step, RoundingMode mode) {
    return BigDecimal.valueOf(bound).divide(step, 0, mode).longValueExact();
  }

  /**
   * @param value as a dossier has it
   * @param number on the indicator's scale; of an OCC stage, its rank
   */
  record Figure(String value, double number) {

    private static Figure of(BigDecimal figure) {
      String value = figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
      return new Figure(value, figure.doubleValue());
    }
  }
}
