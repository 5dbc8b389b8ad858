package app.chancery.forecast;

import app.chancery.platform.reading.Columns;
import app.chancery.platform.reading.Table;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The accessions there have been, stage by stage, from {@code alliance/accessions.csv}: one row for
 * each stage of which some source tells the day, with that source. A stage without one has no row;
 * no day is guessed.
 */
@Component
class AccessionRecord {

  private static final String FILE = "/alliance/accessions.csv";
  private static final String ROUND = "round";
  private static final String COUNTRY = "country";
  private static final String STAGE = "stage";
  private static final String DATE = "date";
  private static final String SOURCE = "source";

  private static final Columns COLUMNS =
      Columns.all(List.of(ROUND, COUNTRY, "iso2", STAGE, DATE, SOURCE));

  private final List<Way> ways;

  AccessionRecord() {
    this(shipped());
  }

  /**
   * @throws Refused naming line and column of every fault
   */
  AccessionRecord(byte[] file) {
    ways = read(file);
  }

  /** The accessions in the order of the file; countries that went together are one. */
  List<Way> ways() {
    return ways;
  }

  private static byte[] shipped() {
    try (InputStream file = AccessionRecord.class.getResourceAsStream(FILE)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Way> read(byte[] file) {
    Faults faults = new Faults();
    Map<Candidacy, Map<Stage, LocalDate>> ways = new LinkedHashMap<>();
    for (Table.Row row : Table.read(file, COLUMNS, faults).rows()) {
      Stage stage = Coded.find(Stage.class, row.value(STAGE)).orElse(null);
      LocalDate day = Dates.read(row.value(DATE)).orFault(row.place(DATE), faults).orElse(null);
      faults.check(stage != null, row.place(STAGE), Coded.oneOf(Stage.class));
      faults.check(!row.value(SOURCE).isEmpty(), row.place(SOURCE), Words.of("form.required"));
      if (stage != null && day != null) {
        ways.computeIfAbsent(
                new Candidacy(row.value(ROUND), row.value(COUNTRY)),
                way -> new EnumMap<>(Stage.class))
            .put(stage, day);
      }
    }
    ways.forEach(
        (way, days) ->
            faults.check(isForwards(days), way.country(), Words.of("forecast.record.order")));
    faults.refuseIfAny();
    return together(ways);
  }

  private static boolean isForwards(Map<Stage, LocalDate> days) {
    List<LocalDate> inOrder = new ArrayList<>(days.values());
    return days.containsKey(Stage.PROTOCOL) && inOrder.equals(inOrder.stream().sorted().toList());
  }

  private static List<Way> together(Map<Candidacy, Map<Stage, LocalDate>> ways) {
    Map<Map.Entry<String, Map<Stage, LocalDate>>, List<String>> countries = new LinkedHashMap<>();
    ways.forEach(
        (way, days) ->
            countries
                .computeIfAbsent(Map.entry(way.round(), days), key -> new ArrayList<>())
                .add(way.country()));
    return countries.entrySet().stream()
        .map(
            each ->
                new Way(
                    each.getValue().stream().collect(Collectors.joining(", ")),
                    each.getKey().getKey(),
                    null,
                    null,
                    each.getKey().getValue()))
        .toList();
  }

  private record Candidacy(String round, String country) {}
}
