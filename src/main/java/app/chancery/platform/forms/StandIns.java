package app.chancery.platform.forms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What could stand in the fields of a form that cannot be read, so that the business can judge the
 * others. They lie far apart: what is wrong with each of them is wrong by itself, and not because
 * of what stands in their place.
 */
public final class StandIns {

  private static final int SETS = 4;

  private static final int FAR = 10;

  private final FormDefinition form;
  private final LocalDate today;

  public StandIns(FormDefinition form, LocalDate today) {
    this.form = form;
    this.today = today;
  }

  /**
   * The texts by the names of the fields, several times over; nothing of a field for which there is
   * no stand-in.
   *
   * @param faulty the names of the fields
   * @return none if there is nothing for any of them; one if it can only be one
   */
  public Set<Map<String, Object>> of(Set<String> faulty) {
    Set<Map<String, Object>> sets = new LinkedHashSet<>();
    List<FormPart> fields =
        form.fields().stream().filter(field -> faulty.contains(field.key())).toList();
    for (int set = 0; set < SETS; set++) {
      Map<String, Object> standIns = new HashMap<>();
      for (FormPart field : fields) {
        Optional<Object> standIn = standIn(field, set);
        standIn.ifPresent(each -> standIns.put(field.key(), each));
      }
      sets.add(standIns);
    }
    sets.removeIf(Map::isEmpty);
    return sets;
  }

  private Optional<Object> standIn(FormPart field, int set) {
    if (field.isTickBox()) {
      return Optional.of(true);
    }
    if (field.isChoice()) {
      return field.values().isEmpty()
          ? Optional.empty()
          : Optional.of(field.values().get(set % field.values().size()).value());
    }
    return switch (field.reading()) {
      case "date" -> Optional.of(days().get(set).toString());
      case "time" -> Optional.of(List.of("18:00", "00:00", "12:00", "23:59").get(set));
      case "number" -> Optional.of(numbers(field.rule().bounds()).get(set));
      default ->
          field.takesAnyText()
              ? Optional.of("x".repeat(Math.max(1, field.rule().least())))
              : Optional.empty();
    };
  }

  private List<LocalDate> days() {
    return List.of(today, today.minusDays(1), today.plusYears(FAR), today.minusYears(FAR));
  }

  private static List<String> numbers(FormPart.Bounds bounds) {
    return bounds == null
        ? List.of("1", "2", "50", "1000")
        : List.of(bounds.least().toPlainString(), bounds.most().toPlainString(), "1", "50");
  }
}
