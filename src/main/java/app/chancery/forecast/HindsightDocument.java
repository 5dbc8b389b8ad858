package app.chancery.forecast;

import app.chancery.forecast.Hindsight.Looked;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The page {@code docs/forecast.md}: what the forecasts would have been worth, whatever it is. */
@Service
public class HindsightDocument {

  private final Hindsight hindsight;

  HindsightDocument(Hindsight hindsight) {
    this.hindsight = hindsight;
  }

  /** In Markdown, with a line feed at the end. */
  public String markdown() {
    List<Looked> looks = hindsight.looks();
    return Stream.of(
            "# " + Words.of("hindsight.title"),
            Words.of("hindsight.made"),
            Words.of("hindsight.how"),
            Words.of("hindsight.found")
                .formatted(looks.size(), inside(looks), share(looks), medianError(looks)),
            Words.of("hindsight.limits"),
            untried(looks),
            "## " + Words.of("hindsight.byStage"),
            byStage(looks),
            "## " + Words.of("hindsight.each"),
            each(looks))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String byStage(List<Looked> looks) {
    Map<List<Stage>, List<Looked>> stages =
        looks.stream()
            .sorted(
                java.util.Comparator.comparing((Looked look) -> look.from())
                    .thenComparing(look -> look.forecast().stage()))
            .collect(
                Collectors.groupingBy(
                    look -> List.of(look.from(), look.forecast().stage()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return table(
        "hindsight.byStage.heads",
        stages.entrySet().stream()
            .map(
                each ->
                    List.of(
                        each.getKey().get(0).word(),
                        each.getKey().get(1).word(),
                        each.getValue().size(),
                        inside(each.getValue()),
                        share(each.getValue()),
                        medianError(each.getValue()))));
  }

  private static String each(List<Looked> looks) {
    return table(
        "hindsight.each.heads",
        looks.stream()
            .map(
                look ->
                    List.of(
                        look.way().called(),
                        look.from().word(),
                        look.forecast().stage().word(),
                        Dates.words(look.forecast().p10()),
                        Dates.words(look.forecast().p50()),
                        Dates.words(look.forecast().p90()),
                        Dates.words(look.real()),
                        Words.of(look.isInside() ? "hindsight.inside" : "hindsight.outside"),
                        look.error(),
                        look.forecast().cases(),
                        reference(look.forecast().reference()))));
  }

  /** What no recorded accession could be held against; "" if every stage was tried. */
  private static String untried(List<Looked> looks) {
    return looks.stream().anyMatch(look -> look.forecast().stage() == Stage.CONSENSUS)
        ? ""
        : Words.of("hindsight.untried");
  }

  /** As nothing of the office is in it, its own programmes are not named. */
  private static String reference(Reference reference) {
    return switch (reference) {
      case RECENT_ACCESSIONS -> Words.of("hindsight.recentAccessions");
      case ALL_ACCESSIONS -> Words.of("hindsight.allAccessions");
      case DEADLINE, OFFICE_SAME_TIER, OFFICE -> reference.word();
    };
  }

  private static String table(String heads, Stream<? extends List<?>> rows) {
    String head = Words.of(heads);
    return Stream.concat(
            Stream.of(head, head.replaceAll("[^|]+", "---")),
            rows.map(
                row ->
                    row.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" | ", "| ", " |"))))
        .collect(Collectors.joining("\n"));
  }

  private static long inside(List<Looked> looks) {
    return looks.stream().filter(Looked::isInside).count();
  }

  /** In per cent. */
  private static long share(List<Looked> looks) {
    return Math.round(100.0 * inside(looks) / looks.size());
  }

  /** In days; of an even number the larger one of the two in the middle. */
  private static long medianError(List<Looked> looks) {
    return looks.stream().map(Looked::error).sorted().toList().get(looks.size() / 2);
  }
}
