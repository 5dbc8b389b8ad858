package app.chancery.desk.portfolio;

import app.chancery.records.dossier.RecordedIndicator;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An indicator with its series.
 *
 * @param values the newest first
 */
record FigureOnPage(String label, String unit, List<RecordedIndicator> values) {

  static List<FigureOnPage> all(List<RecordedIndicator> series) {
    return series.stream()
        .sorted(
            Comparator.comparing(RecordedIndicator::asOf)
                .thenComparing(RecordedIndicator::id)
                .reversed())
        .collect(Collectors.groupingBy(RecordedIndicator::name, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(each -> new FigureOnPage(each.getKey().label(), each.getKey().unit(), each.getValue()))
        .toList();
  }
}
