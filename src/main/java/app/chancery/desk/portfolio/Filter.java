package app.chancery.desk.portfolio;

import app.chancery.oversight.Colour;
import app.chancery.oversight.RatingChange;
import app.chancery.oversight.StatusDimension;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Regions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What to look for; null stands for anything. It is all in the address of the page, so that a view
 * can be sent to a colleague.
 *
 * @param region the id of a region of the policy
 * @param dimension with a colour or a change; without either, rated at all
 * @param colour in that dimension, or in any
 * @param change likewise
 */
record Filter(
    Life status,
    Step step,
    Tier tier,
    String text,
    String region,
    Pending pending,
    StatusDimension dimension,
    Colour colour,
    RatingChange change) {

  private static final Filter ALL =
      new Filter(null, null, null, null, null, null, null, null, null);

  /**
   * Reads a filter from request parameters: codes or words of the tier, and a part of the name or
   * key.
   *
   * @throws Refused naming every parameter that is not understood
   */
  static Filter of(String tier, String text) {
    Faults faults = new Faults();
    Filter filter = ALL.tiered(one("tier", tier, Tier.class, faults)).saying(text);
    faults.refuseIfAny();
    return filter;
  }

  /**
   * Reads a filter from request parameters: codes or words, and a part of the name or key.
   *
   * @param seesRatings who may not see ratings cannot find them out by looking for them
   * @throws Refused naming every parameter that is not understood, or one that asks of ratings
   */
  static Filter of(
      String status,
      String step,
      String tier,
      String text,
      String region,
      String pending,
      String dimension,
      String colour,
      String change,
      Regions regions,
      boolean seesRatings) {
    Faults faults = new Faults();
    Filter filter =
        new Filter(
                one("status", status, Life.class, faults),
                // One that no programme can be in would find none, and no field would say why.
                one("step", step, PortfolioState.steps(), faults),
                one("tier", tier, Tier.class, faults),
                null,
                region(region, regions, faults),
                one("pending", pending, Pending.class, faults),
                one("dimension", dimension, StatusDimension.class, faults),
                one("colour", colour, Colour.class, faults),
                one("change", change, RatingChange.class, faults))
            .saying(text);
    faults.refuseIfAny();
    if (filter.isRated() && !seesRatings) {
      throw new Refused(
          filter.colour != null ? "colour" : filter.change != null ? "change" : "dimension",
          Words.of("portfolio.ratingsAreForStaff"));
    }
    return filter;
  }

  Filter in(Life other) {
    return new Filter(other, step, tier, text, region, pending, dimension, colour, change);
  }

  Filter in(Step other) {
    return new Filter(status, other, tier, text, region, pending, dimension, colour, change);
  }

  Filter awaiting(Pending other) {
    return new Filter(status, step, tier, text, region, other, dimension, colour, change);
  }

  Filter rated(StatusDimension in, Colour as, RatingChange since) {
    return new Filter(status, step, tier, text, region, pending, in, as, since);
  }

  private Filter tiered(Tier other) {
    return new Filter(status, step, other, text, region, pending, dimension, colour, change);
  }

  private Filter saying(String other) {
    String said = other == null || other.isBlank() ? null : other.strip();
    return new Filter(status, step, tier, said, region, pending, dimension, colour, change);
  }

  /** Those that have not ended, unless something else is asked for. */
  Filter open() {
    return status == null ? in(Life.OPEN) : this;
  }

  /** Whether those of this status may match. */
  boolean admits(Programme.Status other) {
    return status == null
        || status == Life.valueOf(other.name())
        || status == Life.OPEN && other != Programme.Status.ENDED;
  }

  /** Whether those in this step may match. */
  boolean admits(Step other) {
    return step == null || step == other;
  }

  /** Whether anything is left out. */
  public boolean isNarrow() {
    return !equals(ALL);
  }

  /** Whether something is asked of the reviews. */
  public boolean isRated() {
    return dimension != null || colour != null || change != null;
  }

  /** Where this is shown, from the root of the office. */
  String address(Shown as) {
    return UriComponentsBuilder.fromPath(PortfolioPages.ADDRESS)
        .queryParam("view", as.code())
        .queryParamIfPresent("text", Optional.ofNullable(text).map(words -> "{text}"))
        .queryParamIfPresent("status", code(status))
        .queryParamIfPresent("step", code(step))
        .queryParamIfPresent("tier", code(tier))
        .queryParamIfPresent("region", Optional.ofNullable(region))
        .queryParamIfPresent("pending", code(pending))
        .queryParamIfPresent("dimension", code(dimension))
        .queryParamIfPresent("colour", code(colour))
        .queryParamIfPresent("change", code(change))
        .encode()
        .buildAndExpand(Map.of("text", text == null ? "" : text))
        .toUriString();
  }

  private static Optional<String> code(Coded coded) {
    return Optional.ofNullable(coded).map(Coded::code);
  }

  private static String region(String given, Regions regions, Faults faults) {
    if (given == null || given.isBlank()) {
      return null;
    }
    Optional<String> found =
        regions.regions().entrySet().stream()
            .filter(
                each ->
                    Stream.of(each.getKey(), each.getValue())
                        .anyMatch(given.strip()::equalsIgnoreCase))
            .map(Map.Entry::getKey)
            .findFirst();
    faults.check(
        found.isPresent(),
        "region",
        Words.of("portfolio.region").formatted(String.join(", ", regions.regions().keySet())));
    return found.orElse(null);
  }

  static <E extends Enum<E> & Coded> E one(
      String field, String given, Class<E> type, Faults faults) {
    return one(field, given, List.of(type.getEnumConstants()), faults);
  }

  private static <E extends Enum<E> & Coded> E one(
      String field, String given, List<E> offered, Faults faults) {
    if (given == null || given.isBlank()) {
      return null;
    }
    Optional<E> found =
        Coded.find(offered.get(0).getDeclaringClass(), given).filter(offered::contains);
    faults.check(found.isPresent(), field, Coded.oneOf(offered));
    return found.orElse(null);
  }
}
