package app.chancery.oversight;

import static app.chancery.documents.Document.row;

import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture;
import app.chancery.integration.ActivityKind;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Compiles what the committee did in a quarter, over all programmes, from their reviews. */
@Component
class ConsolidatedReport {

  /** As many risks as have room beside their map. */
  private static final int GRAVEST = 10;

  private final ReviewRegister register;
  private final ReviewPlans plans;
  private final Packs packs;
  private final ReviewCalendar calendar;
  private final RiskRegister riskRegister;
  private final Programmes programmes;
  private final Clock clock;
  private final Signatures signatures;

  ConsolidatedReport(
      ReviewRegister register,
      ReviewPlans plans,
      Packs packs,
      ReviewCalendar calendar,
      RiskRegister riskRegister,
      Programmes programmes,
      Clock clock,
      Signatures signatures) {
    this.register = register;
    this.plans = plans;
    this.packs = packs;
    this.calendar = calendar;
    this.riskRegister = riskRegister;
    this.programmes = programmes;
    this.clock = clock;
    this.signatures = signatures;
  }

  /**
   * A review with what it is about.
   *
   * @param pack null if it was missed
   */
  private record Line(Review review, Programme programme, Pack pack) {

    boolean isHeld() {
      return review.status() == Review.Status.HELD;
    }

    String name() {
      return "%s (%s)".formatted(programme.name(), programme.key());
    }

    String state() {
      return review.heldLate() ? Words.of("consolidatedReport.heldLate") : review.status().word();
    }

    String colour(StatusDimension dimension) {
      return pack == null
          ? Words.of("consolidatedReport.notRecorded")
          : pack.dimension(dimension)
              .map(line -> line.colour().word())
              .orElse(Words.of("consolidatedReport.notRecorded"));
    }

    int activities(ActivityKind kind) {
      return pack == null
          ? 0
          : pack.activities().stream()
              .filter(line -> line.kind() == kind)
              .mapToInt(Pack.ActivityLine::thisPeriod)
              .sum();
    }
  }

  /** Whether there was any review in the quarter. */
  boolean isNeeded(Quarter quarter) {
    return !reviews(quarter).isEmpty();
  }

  Document document(Quarter quarter) {
    List<Review> reviews = reviews(quarter);
    Map<String, Programme> known =
        programmes.all(reviews.stream().map(Review::programme).distinct().toList()).stream()
            .collect(Collectors.toMap(Programme::key, Function.identity()));
    Map<Long, Pack> prepared = packs.of(reviews);
    List<Line> lines =
        reviews.stream()
            .map(
                review ->
                    new Line(review, known.get(review.programme()), prepared.get(review.id())))
            .toList();
    return Document.titled(
            Words.of("consolidatedReport.consolidatedOversightReport").formatted(quarter),
            summary(lines))
        .with(control(quarter, lines))
        .with(status(lines))
        .with(thisPeriod(quarter, lines))
        .with(nextPeriod(quarter, lines))
        .with(decisions(lines))
        .with(risks(lines));
  }

  /** Those on record, and those that were missed without being on record yet. */
  private List<Review> reviews(Quarter quarter) {
    List<Review> recorded =
        register.of(quarter, calendar.beginningOf(quarter), calendar.beginningOf(quarter.next()));
    return Stream.concat(recorded.stream(), notOpened(quarter, recorded))
        .sorted(Comparator.comparing(Review::programme).thenComparing(Review::id))
        .toList();
  }

  /**
   * The report is made when the quarter has passed. A programme without a review by then has missed
   * it; the register says so when the next review opens, which may still wait for the decision of
   * an earlier one or, after an outage, for its turn.
   */
  private Stream<Review> notOpened(Quarter quarter, List<Review> recorded) {
    Set<String> reviewed =
        recorded.stream()
            .filter(review -> review.kind() == Review.Kind.QUARTERLY)
            .map(Review::programme)
            .collect(Collectors.toSet());
    return plans.all().stream()
        .filter(plan -> !reviewed.contains(plan.programme()))
        .filter(plan -> calendar.firstOpeningFrom(plan.watchedSince()).compareTo(quarter) <= 0)
        .map(plan -> Review.missed(plan.programme(), quarter, calendar.openingOf(quarter)));
  }

  private static String summary(List<Line> lines) {
    return Words.of("consolidatedReport.programmesUnderReviewReviewsOfThem")
        .formatted(
            lines.stream().map(line -> line.programme().key()).distinct().count(),
            lines.size(),
            counts(lines, Line::state));
  }

  private Section control(Quarter quarter, List<Line> lines) {
    return Section.headed(Words.of("consolidatedReport.documentControl"))
        .fact(
            Words.of("consolidatedReport.quarter"),
            Words.of("consolidatedReport.to")
                .formatted(Dates.words(quarter.firstDay()), Dates.words(quarter.lastDay())))
        .fact(
            Words.of("consolidatedReport.covers"),
            Words.of("consolidatedReport.everyProgrammeWithAReviewIn"))
        .fact(Words.of("consolidatedReport.compiled"), calendar.words(clock.instant()))
        .fact(
            Words.of("consolidatedReport.compiledFrom"),
            Words.counted("report.compiledFrom", lines.size()))
        .fact(
            Words.of("consolidatedReport.compiledBy"),
            Words.of("consolidatedReport.chanceryWhenTheNextQuarterOpened"));
  }

  private static Section status(List<Line> lines) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                Words.of("consolidatedReport.programme"),
                Words.of("consolidatedReport.tier"),
                Words.of("consolidatedReport.review")));
    Arrays.stream(StatusDimension.values()).map(StatusDimension::word).forEach(columns::add);
    return Section.headed(Words.of("consolidatedReport.status"))
        .fact(Words.of("consolidatedReport.reviews"), counts(lines, Line::state))
        .table(
            Words.of("consolidatedReport.eachProgrammeAtItsReview"),
            columns,
            lines,
            line ->
                Stream.concat(
                        row(
                            line.name(),
                            line.programme().tier() == null
                                ? Words.of("consolidatedReport.notSettled")
                                : line.programme().tier().word(),
                            "%s: %s".formatted(occasion(line), line.state()))
                            .stream(),
                        Arrays.stream(StatusDimension.values()).map(line::colour))
                    .toList(),
            Words.of("consolidatedReport.thereWasNoReview"));
  }

  private static Section thisPeriod(Quarter quarter, List<Line> lines) {
    List<Line> quarterly =
        lines.stream().filter(line -> line.review().kind() == Review.Kind.QUARTERLY).toList();
    return Section.headed(Words.of("consolidatedReport.thisPeriod"))
        .saying(
            Words.of("consolidatedReport.theReviewsOfAQuarterLook").formatted(quarter.previous()))
        .table(
            Words.of("consolidatedReport.activities"),
            List.of(
                Words.of("consolidatedReport.programme"),
                Words.of("consolidatedReport.jointExercises"),
                Words.of("consolidatedReport.workshops"),
                Words.of("consolidatedReport.intelligenceSharing")),
            quarterly,
            line ->
                row(
                    line.name(),
                    line.activities(ActivityKind.EXERCISE),
                    line.activities(ActivityKind.WORKSHOP),
                    line.activities(ActivityKind.INTELLIGENCE_SHARING)),
            Words.of("consolidatedReport.noActivities"))
        .table(
            Words.of("consolidatedReport.milestones"),
            List.of(
                Words.of("consolidatedReport.programme"),
                Words.of("consolidatedReport.milestone"),
                Words.of("consolidatedReport.due"),
                Words.of("consolidatedReport.state")),
            rows(
                quarterly,
                line ->
                    line.pack().milestones().stream()
                        .map(each -> row(line.name(), each.name(), each.dueOn(), each.state()))),
            Words.of("consolidatedReport.noMilestones"));
  }

  /** The rows that the packs of the reviews give, each once. */
  private static List<List<String>> rows(
      List<Line> lines, Function<Line, Stream<List<String>>> ofPack) {
    return lines.stream().filter(line -> line.pack() != null).flatMap(ofPack).distinct().toList();
  }

  private Section nextPeriod(Quarter quarter, List<Line> lines) {
    return Section.headed(Words.of("consolidatedReport.nextPeriod"))
        .fact(
            Words.of("consolidatedReport.nextQuarterlyReviews"),
            calendar.words(calendar.openingOf(quarter.next()).toInstant()))
        .table(
            Words.of("consolidatedReport.assurancesThatRunOutBeforeThe"),
            List.of(
                Words.of("consolidatedReport.programme"),
                Words.of("consolidatedReport.assurance"),
                Words.of("consolidatedReport.inForceUntil")),
            rows(
                lines,
                line ->
                    line.pack().runningOut().stream()
                        .map(each -> row(line.name(), each.text(), each.until()))),
            Words.of("consolidatedReport.noneRunsOutBeforeTheNext"))
        .table(
            Words.of("consolidatedReport.reviewsWithoutADecision"),
            List.of(
                Words.of("consolidatedReport.programme"),
                Words.of("consolidatedReport.review"),
                Words.of("consolidatedReport.state"),
                Words.of("consolidatedReport.decisionDueBy")),
            lines.stream().filter(line -> !line.isHeld()).toList(),
            line -> row(line.name(), occasion(line), line.state(), line.review().decideBy()),
            Words.of("consolidatedReport.everyReviewHasItsDecision"));
  }

  private Section decisions(List<Line> lines) {
    List<Line> held = lines.stream().filter(Line::isHeld).toList();
    return Section.headed(Words.of("consolidatedReport.decisions"))
        .fact(
            Words.of("consolidatedReport.taken"),
            counts(held, line -> line.review().decision().word()))
        .table(
            Words.of("consolidatedReport.decisionsSuggestedAndTaken"),
            List.of(
                Words.of("consolidatedReport.programme"),
                Words.of("consolidatedReport.review"),
                Words.of("consolidatedReport.suggested"),
                Words.of("consolidatedReport.taken"),
                Words.of("consolidatedReport.reasons"),
                Words.of("consolidatedReport.by")),
            held,
            line ->
                row(
                    line.name(),
                    occasion(line),
                    line.pack() == null
                        ? Words.of("consolidatedReport.notRecorded")
                        : line.pack().suggestion().decision().word(),
                    line.review().decision().word(),
                    line.review().reasons(),
                    signatures.of(line.review().decidedBy())),
            Words.of("consolidatedReport.noDecisionWasTaken"));
  }

  /** A risk of a programme, as its last review of the quarter rated it. */
  private record Rated(String programme, Pack.RatedRisk risk) {}

  private static List<Rated> gravest(List<Line> lines) {
    Map<String, Line> last =
        lines.stream()
            .filter(line -> line.pack() != null)
            .collect(Collectors.toMap(Line::name, Function.identity(), (earlier, later) -> later));
    return last.values().stream()
        .flatMap(
            line -> line.pack().riskRegister().stream().map(risk -> new Rated(line.name(), risk)))
        .sorted(
            Comparator.comparing((Rated each) -> -each.risk().score())
                .thenComparing(Rated::programme)
                .thenComparing(each -> each.risk().dimension()))
        .limit(GRAVEST)
        .toList();
  }

  private Section risks(List<Line> lines) {
    List<Rated> gravest = gravest(lines);
    return Section.headed(Words.of("consolidatedReport.risks"))
        .showing(
            riskRegister.map(
                IntStream.range(0, gravest.size())
                    .mapToObj(
                        at ->
                            new Picture.Risk(
                                at + 1,
                                "%s: %s"
                                    .formatted(
                                        gravest.get(at).programme(),
                                        gravest.get(at).risk().dimension().word()),
                                gravest.get(at).risk().probability(),
                                gravest.get(at).risk().impact()))
                    .toList()))
        .table(
            Words.of("consolidatedReport.theGravestRisks"),
            List.of(
                Words.of("consolidatedReport.no"),
                Words.of("consolidatedReport.programme"),
                Words.of("consolidatedReport.risk"),
                Words.of("consolidatedReport.score"),
                Words.of("consolidatedReport.change"),
                Words.of("consolidatedReport.response"),
                Words.of("consolidatedReport.owner")),
            gravest,
            each ->
                row(
                    gravest.indexOf(each) + 1,
                    each.programme(),
                    each.risk().risk(),
                    each.risk().rating(),
                    each.risk().change(),
                    each.risk().answer(),
                    each.risk().ownerInWords()),
            Words.of("consolidatedReport.noRiskWasRated"))
        .table(
            Words.of("consolidatedReport.theGuidesPitfallsThatAreOpen"),
            List.of(
                Words.of("consolidatedReport.programme"),
                Words.of("consolidatedReport.pitfall"),
                Words.of("consolidatedReport.state")),
            rows(
                lines,
                line ->
                    line.pack().risks().stream()
                        .filter(Pack.Risk::open)
                        .map(risk -> row(line.name(), risk.pitfall(), risk.state()))),
            Words.of("consolidatedReport.noPitfallIsOpen"))
        .table(
            Words.of("consolidatedReport.dimensionsAtRed"),
            List.of(
                Words.of("consolidatedReport.programme"),
                Words.of("consolidatedReport.dimension"),
                Words.of("consolidatedReport.reason")),
            rows(
                lines,
                line ->
                    line.pack().dimensions().stream()
                        .filter(each -> each.colour() == Colour.RED)
                        .map(each -> row(line.name(), each.dimension().word(), each.reason()))),
            Words.of("consolidatedReport.noDimensionIsRed"));
  }

  private static String occasion(Line line) {
    return line.review().kind().word();
  }

  /** For example "2 held, 1 missed". */
  private static String counts(List<Line> lines, Function<Line, String> word) {
    return lines.isEmpty()
        ? "none"
        : lines.stream()
            .map(word)
            .filter(Objects::nonNull)
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
  }
}
