package app.chancery.oversight;

import static app.chancery.documents.Document.row;

import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture;
import app.chancery.integration.ActivityKind;
import app.chancery.platform.security.Signatures;
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

  private static final String NOT_RECORDED = "none";

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
      return review.heldLate() ? "held late" : review.status().word();
    }

    String colour(StatusDimension dimension) {
      return pack == null
          ? NOT_RECORDED
          : pack.dimension(dimension).map(line -> line.colour().word()).orElse(NOT_RECORDED);
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
    return Document.titled("Consolidated oversight report " + quarter, summary(lines))
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
    return "Programmes under review: %s. Reviews: %s, of them %s."
        .formatted(
            lines.stream().map(line -> line.programme().key()).distinct().count(),
            lines.size(),
            counts(lines, Line::state));
  }

  private Section control(Quarter quarter, List<Line> lines) {
    return Section.headed("Document control")
        .fact(
            "Quarter",
            "%s to %s".formatted(Dates.words(quarter.firstDay()), Dates.words(quarter.lastDay())))
        .fact("Covers", "every programme with a review in the quarter")
        .fact("Compiled", calendar.words(clock.instant()))
        .fact("Compiled from", Words.counted("report.compiledFrom", lines.size()))
        .fact("Compiled by", "Chancery, when the next quarter opened");
  }

  private static Section status(List<Line> lines) {
    List<String> columns = new ArrayList<>(List.of("Programme", "Tier", "Review"));
    Arrays.stream(StatusDimension.values()).map(StatusDimension::word).forEach(columns::add);
    return Section.headed("Status")
        .fact("Reviews", counts(lines, Line::state))
        .table(
            "Each programme at its review",
            columns,
            lines,
            line ->
                Stream.concat(
                        row(
                            line.name(),
                            line.programme().tier() == null
                                ? "not settled"
                                : line.programme().tier().word(),
                            "%s: %s".formatted(occasion(line), line.state()))
                            .stream(),
                        Arrays.stream(StatusDimension.values()).map(line::colour))
                    .toList(),
            "There was no review.");
  }

  private static Section thisPeriod(Quarter quarter, List<Line> lines) {
    List<Line> quarterly =
        lines.stream().filter(line -> line.review().kind() == Review.Kind.QUARTERLY).toList();
    return Section.headed("This period")
        .saying(
            "The reviews of a quarter look back on the one before, %s."
                .formatted(quarter.previous()))
        .table(
            "Activities",
            List.of("Programme", "Joint exercises", "Workshops", "Intelligence-sharing"),
            quarterly,
            line ->
                row(
                    line.name(),
                    line.activities(ActivityKind.EXERCISE),
                    line.activities(ActivityKind.WORKSHOP),
                    line.activities(ActivityKind.INTELLIGENCE_SHARING)),
            "No activities.")
        .table(
            "Milestones",
            List.of("Programme", "Milestone", "Due", "State"),
            rows(
                quarterly,
                line ->
                    line.pack().milestones().stream()
                        .map(each -> row(line.name(), each.name(), each.dueOn(), each.state()))),
            "No milestones.");
  }

  /** The rows that the packs of the reviews give, each once. */
  private static List<List<String>> rows(
      List<Line> lines, Function<Line, Stream<List<String>>> ofPack) {
    return lines.stream().filter(line -> line.pack() != null).flatMap(ofPack).distinct().toList();
  }

  private Section nextPeriod(Quarter quarter, List<Line> lines) {
    return Section.headed("Next period")
        .fact(
            "Next quarterly reviews",
            calendar.words(calendar.openingOf(quarter.next()).toInstant()))
        .table(
            "Assurances that run out before the next review",
            List.of("Programme", "Assurance", "In force until"),
            rows(
                lines,
                line ->
                    line.pack().runningOut().stream()
                        .map(each -> row(line.name(), each.text(), each.until()))),
            "None runs out before the next review.")
        .table(
            "Reviews without a decision",
            List.of("Programme", "Review", "State", "Decision due by"),
            lines.stream().filter(line -> !line.isHeld()).toList(),
            line -> row(line.name(), occasion(line), line.state(), line.review().decideBy()),
            "Every review has its decision.");
  }

  private Section decisions(List<Line> lines) {
    List<Line> held = lines.stream().filter(Line::isHeld).toList();
    return Section.headed("Decisions")
        .fact("Taken", counts(held, line -> line.review().decision().word()))
        .table(
            "Decisions suggested and taken",
            List.of("Programme", "Review", "Suggested", "Taken", "Reasons", "By"),
            held,
            line ->
                row(
                    line.name(),
                    occasion(line),
                    line.pack() == null ? NOT_RECORDED : line.pack().suggestion().decision().word(),
                    line.review().decision().word(),
                    line.review().reasons(),
                    signatures.of(line.review().decidedBy())),
            "No decision was taken.");
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
    return Section.headed("Risks")
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
            "The gravest risks",
            List.of("No.", "Programme", "Risk", "Score", "Change", "Response", "Owner"),
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
            "No risk was rated.")
        .table(
            "The guide's pitfalls that are open",
            List.of("Programme", "Pitfall", "State"),
            rows(
                lines,
                line ->
                    line.pack().risks().stream()
                        .filter(Pack.Risk::open)
                        .map(risk -> row(line.name(), risk.pitfall(), risk.state()))),
            "No pitfall is open.")
        .table(
            "Dimensions at red",
            List.of("Programme", "Dimension", "Reason"),
            rows(
                lines,
                line ->
                    line.pack().dimensions().stream()
                        .filter(each -> each.colour() == Colour.RED)
                        .map(each -> row(line.name(), each.dimension().word(), each.reason()))),
            "No dimension is red.");
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
