package app.chancery.forecast;

import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is on record of one way through the stages.
 *
 * @param called of recorded accessions, the countries that went it together, on the same days
 * @param round those of one round were decided upon together; the key of a programme of this office
 * @param programme its key, null of a recorded accession
 * @param tier null of a recorded accession, and while it is not settled
 * @param days of the stages that were passed, as far as they are known
 */
record Way(String called, String round, String programme, Tier tier, Map<Stage, LocalDate> days) {

  Way {
    days = Map.copyOf(days);
  }

  boolean isOfOffice() {
    return programme != null;
  }

  Optional<LocalDate> day(Stage stage) {
    return Optional.ofNullable(days.get(stage));
  }

  /** How many days lay between two stages, if both are on record. */
  OptionalLong between(Stage from, Stage to) {
    return days.containsKey(from) && days.containsKey(to)
        ? OptionalLong.of(ChronoUnit.DAYS.between(days.get(from), days.get(to)))
        : OptionalLong.empty();
  }

  /** The stages on record, in their order. */
  java.util.List<Stage> stages() {
    return days.keySet().stream().sorted(Comparator.naturalOrder()).toList();
  }
}
