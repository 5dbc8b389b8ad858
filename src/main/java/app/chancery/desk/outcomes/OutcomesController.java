package app.chancery.desk.outcomes;

import app.chancery.oversight.Quarter;
import app.chancery.platform.export.Table;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Coded;
import app.chancery.programme.Step;
import app.chancery.records.alliance.Allies;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.propertyeditors.StringArrayPropertyEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the programme achieves, for other people's tools. */
@RestController
@RequestMapping("/api/v1/outcomes")
@Tag(name = "outcomes")
class OutcomesController {

  private static final int QUARTERS = 12;

  private static final String FIRST =
      "The first quarter, such as 2026-Q1; eleven before the last if left out";
  private static final String LAST = "The last quarter; the current one if left out";
  private static final String TIER = "Only programmes that have this tier today";
  private static final String PROGRAMMES = "Only the programmes of these keys; may be given again";

  private final Outcomes outcomes;
  private final Retention retention;
  private final Allies allies;

  OutcomesController(Outcomes outcomes, Retention retention, Allies allies) {
    this.outcomes = outcomes;
    this.retention = retention;
    this.allies = allies;
  }

  /** A name with a comma is one programme. */
  @InitBinder
  void takeCommasAsTheyAre(WebDataBinder binder) {
    binder.registerCustomEditor(String[].class, new StringArrayPropertyEditor(null));
  }

  @GetMapping
  @Operation(
      summary = "The measures of success, per quarter and per tier",
      description =
          "Counted from recorded facts, for the whole portfolio about every minute (asOf); the policy document defines each measure. Null"
              + " is what is not known: an average of nothing, or any figure of a quarter in which no programme was open. A running quarter"
              + " is not over. For staff, not for delegations.")
  OutcomesReport outcomes(
      @Parameter(description = FIRST) @RequestParam(required = false) String from,
      @Parameter(description = LAST) @RequestParam(required = false) String to,
      @Parameter(description = TIER) @RequestParam(required = false) String tier,
      @Parameter(description = PROGRAMMES) @RequestParam(defaultValue = "") String[] programme) {
    return outcomes.report(query(from, to, tier, programme, new Faults()));
  }

  @GetMapping(produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table file(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String tier,
      @RequestParam(defaultValue = "") String[] programme) {
    List<Row> rows =
        outcomes(from, to, tier, programme).quarters().stream()
            .flatMap(
                quarter ->
                    Stream.concat(
                        Stream.of(
                            new Row(quarter.quarter(), null, quarter.running(), quarter.all())),
                        quarter.tiers().entrySet().stream()
                            .map(
                                each ->
                                    new Row(
                                        quarter.quarter(),
                                        each.getKey(),
                                        quarter.running(),
                                        each.getValue()))))
            .toList();
    // A cell that is empty is not known: where others have a figure, who has none has nought.
    List<Measures> told = Measures.besideEachOther(rows.stream().map(Row::measures).toList());
    return Table.of(
        "outcomes",
        Row.class,
        IntStream.range(0, rows.size())
            .mapToObj(
                at ->
                    new Row(
                        rows.get(at).quarter(),
                        rows.get(at).tier(),
                        rows.get(at).running(),
                        told.get(at)))
            .toList());
  }

  @GetMapping("/series")
  @Operation(
      summary = "What the charts of the outcomes show, one line a quarter",
      description =
          "Of all (of is null), and of each programme, instrument, Ally or step. Null is what is not known, or not planned; outOf is the"
              + " whole that the value is a part of. For staff, not for delegations.")
  List<SeriesRow> series(
      @Parameter(description = "Only what answers this question; all of them if left out")
          @RequestParam(required = false)
          String about,
      @Parameter(description = FIRST) @RequestParam(required = false) String from,
      @Parameter(description = LAST) @RequestParam(required = false) String to,
      @Parameter(description = TIER) @RequestParam(required = false) String tier,
      @Parameter(description = PROGRAMMES) @RequestParam(defaultValue = "") String[] programme) {
    Faults faults = new Faults();
    Optional<Question> question =
        about == null || about.isBlank() ? Optional.empty() : Coded.find(Question.class, about);
    faults.check(
        about == null || about.isBlank() || question.isPresent(),
        "about",
        Coded.oneOf(Question.class));
    Outcomes.Answer answer = outcomes.answer(query(from, to, tier, programme, faults));
    Whole whole = outcomes.whole(answer);
    return Series.of(answer.report(), answer.count(), whole, whole.courses(), allies.names())
        .stream()
        .filter(each -> question.isEmpty() || each.measure().question() == question.get())
        .flatMap(each -> each.figures().stream().map(figure -> SeriesRow.of(each, figure)))
        .toList();
  }

  @GetMapping(
      path = "/series",
      produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table seriesFile(
      @RequestParam(required = false) String about,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String tier,
      @RequestParam(defaultValue = "") String[] programme) {
    return Table.of("outcomes-series", SeriesRow.class, series(about, from, to, tier, programme));
  }

  @GetMapping("/days")
  @Operation(
      summary = "How many days each programme was in each step",
      description =
          "Of the programmes that were open in these quarters, from their opening to their end or until now. The steps and between, in"
              + " no step, add up to total; null is a step that it did not enter. For staff, not for delegations.")
  List<DaysRow> days(
      @Parameter(description = FIRST) @RequestParam(required = false) String from,
      @Parameter(description = LAST) @RequestParam(required = false) String to,
      @Parameter(description = TIER) @RequestParam(required = false) String tier,
      @Parameter(description = PROGRAMMES) @RequestParam(defaultValue = "") String[] programme) {
    Outcomes.Answer answer = outcomes.answer(query(from, to, tier, programme, new Faults()));
    return outcomes.whole(answer).courses().stream().map(DaysRow::of).toList();
  }

  @GetMapping(
      path = "/days",
      produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table daysFile(
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String tier,
      @RequestParam(defaultValue = "") String[] programme) {
    return Table.of("outcomes-days", DaysRow.class, days(from, to, tier, programme));
  }

  @GetMapping("/retention")
  @Operation(
      summary = "How many programmes stayed, by the path they entered through",
      description =
          "A line for each path and number of years. Cases entered at least so long ago; of few cases no share is told. For staff, not"
              + " for delegations.")
  List<RetentionRow> retention() {
    Retained retained = retention.now();
    return retained.paths().stream()
        .flatMap(
            path ->
                path.after().stream().map(after -> RetentionRow.of(retained.asOf(), path, after)))
        .toList();
  }

  @GetMapping(
      path = "/retention",
      produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table retentionFile() {
    return Table.of("retention", RetentionRow.class, retention());
  }

  private OutcomesQuery query(
      String from, String to, String tier, String[] programmes, Faults faults) {
    return OutcomesQuery.of(
        from, to, tier, List.of(programmes), outcomes.current(), QUARTERS, faults);
  }

  /**
   * @param tier null for all
   */
  private record Row(
      Quarter quarter, String tier, boolean running, @JsonUnwrapped Measures measures) {}

  /**
   * A figure of a {@link Series}.
   *
   * @param firstDay of the quarter
   */
  record SeriesRow(
      Question question,
      Measure measure,
      String of,
      String name,
      Quarter quarter,
      LocalDate firstDay,
      boolean running,
      Number value,
      Number planned,
      Long outOf) {

    private static SeriesRow of(Series series, Series.Figure figure) {
      return new SeriesRow(
          series.measure().question(),
          series.measure(),
          series.of(),
          series.name(),
          figure.quarter(),
          figure.quarter().firstDay(),
          figure.running(),
          figure.value(),
          figure.planned(),
          figure.outOf());
    }
  }

  /**
   * @param endedAt null while it is open
   * @param days in each step, by its name; null for one that it did not enter
   * @param between days in no step
   * @param total days from its opening to its end, or until now
   */
  record DaysRow(
      String programme,
      String name,
      OffsetDateTime openedAt,
      OffsetDateTime endedAt,
      Map<String, Double> days,
      double between,
      double total) {

    private static DaysRow of(Course course) {
      Map<String, Double> days = new LinkedHashMap<>();
      Arrays.stream(Step.values())
          .forEach(step -> days.put(step.folder(), course.days().inStep().get(step)));
      return new DaysRow(
          course.key(),
          course.name(),
          course.openedAt(),
          course.endedAt(),
          days,
          course.days().between(),
          course.days().total());
    }
  }

  /**
   * @param path the instrument of the first phase
   * @param lost up to now
   * @param cases that entered at least so many years ago
   * @param kept of these, not lost within so many years
   * @param sharePct null if there are too few cases for one
   * @param lowPct the lower end of its 95 per cent interval
   * @param highPct the upper end
   */
  record RetentionRow(
      OffsetDateTime asOf,
      String path,
      String name,
      int entered,
      int lost,
      int afterYears,
      int cases,
      int kept,
      Integer sharePct,
      Integer lowPct,
      Integer highPct) {

    private static RetentionRow of(OffsetDateTime asOf, Retained.Path path, Retained.After after) {
      Share share = after.share();
      return new RetentionRow(
          asOf,
          path.code(),
          path.name(),
          path.entered(),
          path.lost(),
          after.years(),
          after.cases(),
          after.kept(),
          share == null ? null : share.percent(),
          share == null ? null : share.low(),
          share == null ? null : share.high());
    }
  }
}
