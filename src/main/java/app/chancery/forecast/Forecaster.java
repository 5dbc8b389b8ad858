package app.chancery.forecast;

import static app.chancery.forecast.Standing.later;

import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Walks the stages that are ahead of a programme many times, each time with how long some like case
 * took, and tells by which day so many of the walks had come to a stage. Knows no probability that
 * a stage is reached at all: each walk is one in which everything was agreed to.
 */
final class Forecaster {

  /** On which the alliance meets; an Ally or a candidate deposits on any day. */
  private static final Set<Stage> ON_WORKING_DAYS =
      EnumSet.of(Stage.CONSENSUS, Stage.TALKS, Stage.PROTOCOL);

  private final ForecastPolicy policy;
  private final UnaryOperator<LocalDate> workingDay;
  private final List<Way> record;

  /** The ways of each programme of the office, which are no cases for itself. */
  private final Map<String, List<Way>> own;

  /** What is found for one programme serves for the others of a page. */
  private final Map<Asked, Leg> legs = new HashMap<>();

  /**
   * @param workingDay a day, or the next working day of the alliance if it is none
   * @param record all cases there are
   */
  Forecaster(ForecastPolicy policy, UnaryOperator<LocalDate> workingDay, List<Way> record) {
    this.policy = policy;
    this.workingDay = workingDay;
    this.record = List.copyOf(record);
    this.own =
        record.stream().filter(Way::isOfOffice).collect(Collectors.groupingBy(Way::programme));
  }

  /** The coming stages, in their order; of which no case tells anything are left out. */
  List<StageForecast> forecast(Standing standing) {
    List<Part> way = new ArrayList<>();
    for (Stage stage : standing.coming()) {
      Part part = part(stage, standing, way);
      if (part != null) {
        way.add(part);
      }
    }
    LocalDate[][] reached = new LocalDate[way.size()][policy.samples()];
    SplittableRandom random = new SplittableRandom(policy.seed());
    for (int walk = 0; walk < policy.samples(); walk++) {
      List<LocalDate> days = walk(way, standing, random);
      for (int at = 0; at < way.size(); at++) {
        reached[at][walk] = days.get(at);
      }
    }
    List<StageForecast> forecasts = new ArrayList<>();
    for (int at = 0; at < way.size(); at++) {
      java.util.Arrays.sort(reached[at]);
      forecasts.add(told(way.get(at), reached[at], standing));
    }
    return forecasts;
  }

  /** How the day of a stage is found: by the end of silence, or by a leg from an earlier stage. */
  private Part part(Stage stage, Standing standing, List<Part> before) {
    if (standing.isDated(stage)) {
      return new Part(stage, null, null, false);
    }
    List<Stage> origins =
        stage.earlier().stream()
            .filter(
                each ->
                    standing.passed().containsKey(each)
                        || before.stream().anyMatch(part -> part.stage() == each))
            .toList();
    return legs(stage, origins, standing)
        .map(leg -> leg.lasting(elapsed(leg.from(), standing)))
        .filter(leg -> leg.cases() >= policy.leastCases())
        .findFirst()
        .map(leg -> part(stage, leg, false, standing))
        .orElseGet(() -> withFew(stage, legs(stage, origins, standing).toList(), standing));
  }

  /** From the nearest stage and the narrowest reference on. */
  private Stream<Leg> legs(Stage to, List<Stage> origins, Standing standing) {
    return origins.stream()
        .flatMap(from -> Leg.references().map(reference -> leg(from, to, reference, standing)));
  }

  private Leg leg(Stage from, Stage to, Reference reference, Standing standing) {
    Leg leg =
        legs.computeIfAbsent(
            new Asked(from, to, reference, standing.tier(), standing.asOf()),
            asked ->
                Leg.of(
                    from,
                    to,
                    reference,
                    record.stream()
                        .filter(each -> reference.has(each, standing, policy))
                        .toList()));
    return own.getOrDefault(standing.programme(), List.of()).stream()
        .filter(each -> reference.has(each, standing, policy))
        .map(each -> each.between(from, to))
        .filter(OptionalLong::isPresent)
        .map(OptionalLong::getAsLong)
        .reduce(leg, Leg::without, (one, other) -> other);
  }

  /** Where no reference has cases enough, the widest there is; null where none has any case. */
  private Part withFew(Stage stage, List<Leg> legs, Standing standing) {
    List<Leg> possible =
        legs.stream()
            .map(leg -> leg.lasting(elapsed(leg.from(), standing)))
            .filter(leg -> leg.cases() > 0)
            .toList();
    if (!possible.isEmpty()) {
      return part(stage, widest(possible), false, standing);
    }
    List<Leg> any = legs.stream().filter(leg -> leg.cases() > 0).toList();
    return any.isEmpty()
        ? null
        : part(
            stage,
            any.stream()
                .filter(leg -> leg.cases() >= policy.leastCases())
                .findFirst()
                .orElseGet(() -> widest(any)),
            true,
            standing);
  }

  private Part part(Stage stage, Leg leg, boolean longer, Standing standing) {
    long atLeast = longer ? 0 : elapsed(leg.from(), standing);
    return new Part(
        stage, leg, new Spread(leg.days(), policy.tailOf(leg.cases()), atLeast), longer);
  }

  /** The widest, from the stage that most cases tell of; of as many, the nearest. */
  private static Leg widest(List<Leg> legs) {
    Reference widest = legs.stream().map(Leg::reference).max(Reference::compareTo).orElseThrow();
    List<Leg> wide = legs.stream().filter(leg -> leg.reference() == widest).toList();
    int most = wide.stream().mapToInt(Leg::cases).max().orElseThrow();
    return wide.stream().filter(leg -> leg.cases() == most).findFirst().orElseThrow();
  }

  private static long elapsed(Stage from, Standing standing) {
    LocalDate passed = standing.passed().get(from);
    return passed == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(passed, standing.asOf()));
  }

  private List<LocalDate> walk(List<Part> way, Standing standing, SplittableRandom random) {
    Map<Stage, LocalDate> days = new EnumMap<>(Stage.class);
    for (Part part : way) {
      days.put(
          part.stage(),
          part.leg() == null
              ? standing.earliest(part.stage(), adopted(days, standing))
              : day(part, standing, days, random));
    }
    return inOrder(way, days, standing);
  }

  /**
   * A stage whose day was found from farther back than the one before it may have come before that:
   * then that one, of which fewer cases tell, was earlier too, as far as it could be.
   */
  private List<LocalDate> inOrder(List<Part> way, Map<Stage, LocalDate> days, Standing standing) {
    LocalDate[] ordered = new LocalDate[way.size()];
    for (int at = way.size() - 1; at >= 0; at--) {
      LocalDate day = days.get(way.get(at).stage());
      boolean isBeyond = at + 1 < way.size() && ordered[at + 1].isBefore(day);
      ordered[at] =
          later(
              isBeyond ? ordered[at + 1] : day,
              standing.earliest(way.get(at).stage(), adopted(days, standing)));
    }
    LocalDate before = standing.asOf();
    for (int at = 0; at < ordered.length; at++) {
      ordered[at] = meeting(way.get(at), later(ordered[at], before));
      before = ordered[at];
    }
    return List.of(ordered);
  }

  private LocalDate day(
      Part part, Standing standing, Map<Stage, LocalDate> days, SplittableRandom random) {
    Leg leg = part.leg();
    boolean isAhead = days.containsKey(leg.from());
    LocalDate origin =
        isAhead
            ? days.get(leg.from())
            : part.longer() ? standing.asOf() : standing.passed().get(leg.from());
    LocalDate day =
        later(
            origin.plusDays(part.spread().days(random.nextDouble())),
            standing.earliest(part.stage(), adopted(days, standing)));
    return meeting(part, day);
  }

  /** On which integration begins at the earliest, in one walk. */
  private static LocalDate adopted(Map<Stage, LocalDate> days, Standing standing) {
    return days.getOrDefault(Stage.CONSENSUS, standing.adoption());
  }

  /** The end of silence is as it was set; whatever else the alliance meets for is moved. */
  private LocalDate meeting(Part part, LocalDate day) {
    return part.leg() != null && ON_WORKING_DAYS.contains(part.stage())
        ? workingDay.apply(day)
        : day;
  }

  private StageForecast told(Part part, LocalDate[] sorted, Standing standing) {
    LocalDate bound = standing.earliest(part.stage(), standing.adoption());
    int cases = part.leg() == null ? 0 : part.leg().cases();
    return new StageForecast(
        part.stage(),
        share(sorted, 0.1),
        share(sorted, 0.5),
        share(sorted, 0.9),
        cases,
        part.leg() == null ? Reference.DEADLINE : part.leg().reference(),
        part.leg() != null && cases < policy.leastCases(),
        part.longer(),
        bound.isAfter(standing.asOf()) && part.leg() != null ? bound : null);
  }

  /** The first day by which a share of the walks had come there. */
  static LocalDate share(LocalDate[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** Which cases are asked for, beside those of a programme itself. */
  private record Asked(Stage from, Stage to, Reference reference, Tier tier, LocalDate asOf) {}

  /**
   * @param leg null where the day is known
   * @param spread of how long the leg may take; null with it
   * @param longer whether the programme has taken longer than every case of it
   */
  private record Part(Stage stage, Leg leg, Spread spread, boolean longer) {}
}
