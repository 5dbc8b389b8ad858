package app.chancery.desk.outcomes;

import app.chancery.desk.outcomes.Outcomes.Answer;
import app.chancery.documents.SmallChart;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The answers to the questions of the guide, as a page shows them: charts, and their figures.
 *
 * @param page of the programmes, counted from 0
 * @param pages of them
 * @param more programmes behind those shown
 */
record OutcomesView(List<Section> sections, Days days, int page, long pages, long more) {

  /** So many programmes have their charts on one page. */
  static final int PROGRAMMES = 24;

  private static final String CALLS = "/api/v1/outcomes";

  /**
   * @param answer in one sentence; null where there is none
   * @param totals of all, each on a scale of its own
   * @param groups of single programmes, instruments, Allies or steps
   * @param table the figures of the charts
   * @param cut whether there are more programmes than charts
   */
  record Section(
      Question question,
      String answer,
      List<Group> totals,
      List<Group> groups,
      Figures table,
      TableAddresses files,
      boolean cut) {}

  /** Charts of one measure. */
  record Group(Measure measure, List<SmallChart> charts) {}

  /** Figures side by side: lines and columns have names. */
  record Figures(List<String> heads, List<OutcomesPage.Line> lines) {}

  /**
   * How many days each programme was in each step.
   *
   * @param lines those of the page
   * @param atFoot of all programmes
   */
  record Days(
      List<String> heads,
      List<OutcomesPage.Line> lines,
      List<OutcomesPage.Line> atFoot,
      TableAddresses files) {}

  /**
   * @param whole what is added up for it
   * @param countries the name of an Ally by its code
   * @param asked the page; one beyond the last gives the last one
   */
  static OutcomesView of(Answer answer, Whole whole, UnaryOperator<String> countries, int asked) {
    List<Course> courses = whole.courses();
    long pages = PageNumber.pages(courses.size(), PROGRAMMES);
    int page = (int) Math.min(asked, pages - 1);
    List<Course> shown = courses.stream().skip((long) page * PROGRAMMES).limit(PROGRAMMES).toList();
    // One programme alone is what all of them are.
    List<Course> drawn = courses.size() > 1 ? shown : List.of();
    List<Series> all = Series.of(answer.report(), answer.count(), whole, drawn, countries);
    List<Section> sections = new ArrayList<>();
    for (Question question : Question.values()) {
      List<Series> about =
          all.stream().filter(each -> each.measure().question() == question).toList();
      List<Group> totals = new ArrayList<>();
      List<Group> groups = new ArrayList<>();
      for (Measure measure : measures(question)) {
        List<Series> of = about.stream().filter(each -> each.measure() == measure).toList();
        group(of, true, 0).ifPresent(totals::add);
        // The scale is that of all programmes, also of those on other pages.
        group(
                of,
                false,
                measure.isOfProgrammes() && !drawn.isEmpty()
                    ? whole.most().getOrDefault(measure, 0L)
                    : 0)
            .ifPresent(groups::add);
      }
      boolean ofProgrammes = about.stream().anyMatch(each -> each.measure().isOfProgrammes());
      sections.add(
          new Section(
              question,
              OutcomesAnswer.to(question, about),
              totals,
              groups,
              figures(answer, about),
              files(answer, "/series", question),
              ofProgrammes && courses.size() > shown.size()));
    }
    return new OutcomesView(
        List.copyOf(sections),
        days(answer, whole, shown),
        page,
        pages,
        courses.size() - (long) page * PROGRAMMES - shown.size());
  }

  private static List<Measure> measures(Question question) {
    return Arrays.stream(Measure.values()).filter(each -> each.question() == question).toList();
  }

  /**
   * @param total whether it is drawn of all, or of each
   * @param least how far a scale that they share goes at least
   */
  private static Optional<Group> group(List<Series> of, boolean total, double least) {
    List<Series> drawn = of.stream().filter(each -> (each.of() == null) == total).toList();
    double most = Math.max(least, drawn.stream().mapToDouble(Series::most).max().orElse(0));
    return drawn.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Group(
                drawn.get(0).measure(),
                drawn.stream()
                    .map(each -> chart(each, each.measure().isOnOneScale() ? most : each.most()))
                    .toList()));
  }

  private static SmallChart chart(Series series, double most) {
    return new SmallChart(
        series.name(),
        series.figures().stream().map(each -> each.quarter().toString()).toList(),
        series.figures().stream().map(OutcomesView::bar).toList(),
        Math.max(1, Math.ceil(most)));
  }

  static SmallChart.Bar bar(Series.Figure figure) {
    return new SmallChart.Bar(figure.running(), figure.value(), figure.planned(), figure.outOf());
  }

  private static Figures figures(Answer answer, List<Series> about) {
    return new Figures(
        heads(answer.report()),
        about.stream()
            .map(
                each ->
                    new OutcomesPage.Line(
                        Words.of("outcomes.series").formatted(each.measure().word(), each.name()),
                        each.figures().stream().map(figure -> bar(figure).inWords()).toList()))
            .toList());
  }

  /** The quarters, and of which one it is not over. */
  static List<String> heads(OutcomesReport report) {
    return report.quarters().stream()
        .map(
            each ->
                each.running()
                    ? Words.of("outcomes.soFar").formatted(each.quarter().words())
                    : each.quarter().words())
        .toList();
  }

  private static Days days(Answer answer, Whole whole, List<Course> shown) {
    List<Step> steps = whole.steps();
    List<String> heads = new ArrayList<>();
    // The charts count whole stays; beside them this one is nearly always nought.
    steps.forEach(
        step ->
            heads.add(
                step == Step.OVERSIGHT
                    ? Words.of("outcomes.alone").formatted(step.title())
                    : step.title()));
    heads.add(Words.of("outcomes.between"));
    heads.add(Words.of("outcomes.total"));
    return new Days(
        heads,
        shown.stream().map(each -> line(each.called(), of(steps, each.days()))).toList(),
        whole.courses().size() < 2
            ? List.of()
            : List.of(
                line(
                    Words.of("outcomes.mean"),
                    whole.days().stream().map(Whole.Length::mean).toList()),
                line(
                    Words.of("outcomes.median"),
                    whole.days().stream().map(Whole.Length::median).toList())),
        files(answer, "/days", null));
  }

  private static OutcomesPage.Line line(String label, List<Double> values) {
    return new OutcomesPage.Line(label, values.stream().map(OutcomesPage::text).toList());
  }

  private static List<Double> of(List<Step> steps, StepDays days) {
    return Stream.concat(
            steps.stream().map(days.inStep()::get), Stream.of(days.between(), days.total()))
        .toList();
  }

  /** Where the figures are found as a file, of the very quarters and programmes of the page. */
  static TableAddresses files(Answer answer, String call, Question about) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath(CALLS + call)
            .queryParam("from", answer.report().from())
            .queryParam("to", answer.report().to());
    if (answer.report().tier() != null) {
      address.queryParam("tier", answer.report().tier().code());
    }
    answer.report().programmes().forEach(each -> address.queryParam("programme", each));
    if (about != null) {
      address.queryParam("about", about.code());
    }
    return new TableAddresses(
        address.cloneBuilder().queryParam("format", "csv").toUriString(),
        address.cloneBuilder().queryParam("format", "xlsx").toUriString());
  }
}
