package app.chancery.platform.decisions;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which version of which tables is meant. A table that is not named answers in the one in use.
 *
 * @param versions by the ids of the tables, each from 1 on
 */
public record TableVersions(Map<String, Integer> versions) {

  /** Whatever is in use. */
  public static final TableVersions IN_USE = new TableVersions(Map.of());

  public TableVersions {
    versions = Map.copyOf(versions);
  }

  /**
   * @param text as {@link #text} writes it; null or "" for those in use
   */
  public static TableVersions of(String text) {
    return text == null || text.isEmpty()
        ? IN_USE
        : new TableVersions(
            Arrays.stream(text.split(" "))
                .map(each -> each.split(":"))
                .collect(Collectors.toMap(each -> each[0], each -> Integer.valueOf(each[1]))));
  }

  /** For example {@code assign-tier:3 cap-tier:1}, in the order of the tables. */
  public String text() {
    return new TreeMap<>(versions)
        .entrySet().stream()
            .map(each -> each.getKey() + ":" + each.getValue())
            .collect(Collectors.joining(" "));
  }

  /** Only those of these tables. */
  public TableVersions of(Iterable<String> tables) {
    Map<String, Integer> some = new TreeMap<>();
    tables.forEach(table -> some.put(table, versions.get(table)));
    return new TableVersions(some);
  }

  /** The tables of which the other ones are not the same versions. */
  public List<String> others(TableVersions other) {
    return new TreeMap<>(versions)
        .keySet().stream()
            .filter(table -> !versions.get(table).equals(other.versions.get(table)))
            .toList();
  }
}
