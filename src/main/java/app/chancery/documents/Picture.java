package app.chancery.documents;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that people would rather look at than read: what it shows, not how it is drawn. It can
 * always be told in words too, for those who cannot see it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "picture")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Picture.PowerInterestGrid.class, name = "power-interest-grid"),
  @JsonSubTypes.Type(value = Picture.ReadinessBars.class, name = "readiness-bars"),
  @JsonSubTypes.Type(value = Picture.Timeline.class, name = "timeline"),
  @JsonSubTypes.Type(value = Picture.Positions.class, name = "positions"),
  @JsonSubTypes.Type(value = Picture.TrendLines.class, name = "trend-lines"),
  @JsonSubTypes.Type(value = Picture.RiskMap.class, name = "risk-map"),
  @JsonSubTypes.Type(value = Picture.Portions.class, name = "portions")
})
public sealed interface Picture {

  /** What it is called; printed above it. */
  String title();

  /** All that it shows, in words. */
  String description();

  /**
   * Who has how much power and interest, how they stand to the programme and how they are wanted to
   * stand.
   *
   * @param highPowerFrom from 1 to 5, the least power that counts as high
   * @param highInterestFrom from 1 to 5, likewise
   * @param stances all there are, from most to least favourable, as many on either side of the
   *     middle
   */
  record PowerInterestGrid(
      String title,
      int highPowerFrom,
      int highInterestFrom,
      List<String> stances,
      List<Stakeholder> stakeholders)
      implements Picture {

    public PowerInterestGrid {
      stances = List.copyOf(stances);
      stakeholders = List.copyOf(stakeholders);
    }

    /** A sign for a stance, for example {@code ++} for the most favourable of five. */
    String sign(String stance) {
      int distance = stances.size() / 2 - stances.indexOf(stance);
      return distance == 0 ? "0" : (distance > 0 ? "+" : "−").repeat(Math.abs(distance));
    }

    @Override
    public String description() {
      return stakeholders.stream()
          .map(Stakeholder::sentence)
          .collect(
              Collectors.joining(
                  " ", "", stakeholders.isEmpty() ? Words.of("picture.nobody") : ""));
    }
  }

  /**
   * @param number what stands for its name in the picture
   * @param power from 1 to 5
   * @param interest from 1 to 5
   * @param toBeWonOver whether the programme may fail without it moving
   */
  record Stakeholder(
      int number,
      String name,
      int power,
      int interest,
      String stance,
      String stanceWanted,
      boolean toBeWonOver) {

    public Stakeholder {
      within(1, 5, power);
      within(1, 5, interest);
    }

    boolean moves() {
      return !stance.equals(stanceWanted);
    }

    private String sentence() {
      return Words.of("picture.powerInterest")
          .formatted(
              number,
              name,
              power,
              interest,
              stance,
              moves() ? Words.of("picture.wantedAs").formatted(stanceWanted) : "",
              toBeWonOver ? Words.of("picture.toBeWonOver") : "");
    }
  }

  /** Scores from 0 to 100 against what a tier needs of them. */
  record ReadinessBars(String title, List<Bar> bars) implements Picture {

    public ReadinessBars {
      bars = List.copyOf(bars);
    }

    @Override
    public String description() {
      return bars.stream().map(Bar::sentence).collect(Collectors.joining(" "));
    }
  }

  /** A score, and the thresholds it is held against, the lowest first. */
  record Bar(String label, int score, List<Threshold> thresholds) {

    public Bar {
      within(0, 100, score);
      thresholds = List.copyOf(thresholds);
    }

    /** The thresholds it does not reach. */
    List<Threshold> missed() {
      return thresholds.stream().filter(threshold -> score < threshold.from()).toList();
    }

    private String sentence() {
      return "%s %s%s."
          .formatted(
              label,
              score,
              thresholds.stream()
                  .map(each -> Words.of("picture.from").formatted(each.neededFor(), each.from()))
                  .collect(Collectors.joining()));
    }
  }

  /**
   * @param neededFor the tier that needs it
   */
  record Threshold(int from, String neededFor) {}

  /**
   * What lasts and what happens when.
   *
   * @param asOf the day that divides what was from what is to come; null if nothing does
   */
  record Timeline(String title, LocalDate asOf, List<Lane> lanes) implements Picture {

    public Timeline {
      lanes = List.copyOf(lanes);
    }

    @Override
    public String description() {
      return Stream.concat(
              lanes.stream().map(Lane::sentence),
              Stream.ofNullable(asOf).map(day -> Words.of("picture.asOf").formatted(day)))
          .collect(Collectors.joining(" "));
    }
  }

  /** One line of a timeline. */
  record Lane(String label, List<Span> spans, List<Moment> moments) {

    public Lane {
      spans = List.copyOf(spans);
      moments = List.copyOf(moments);
    }

    public static Lane spanning(String label, LocalDate from, LocalDate to) {
      return new Lane(label, List.of(new Span(from, to)), List.of());
    }

    /** A lane of one moment. */
    public static Lane at(String label, LocalDate on, boolean done) {
      return new Lane(label, List.of(), List.of(new Moment(on, done)));
    }

    private String sentence() {
      List<String> parts = new ArrayList<>();
      spans.forEach(span -> parts.add(Words.of("picture.to").formatted(span.from(), span.to())));
      moments.forEach(
          moment ->
              parts.add(
                  moment.done()
                      ? Words.of("picture.done").formatted(moment.on())
                      : moment.on().toString()));
      return "%s: %s."
          .formatted(label, parts.isEmpty() ? Words.of("picture.none") : String.join(", ", parts));
    }
  }

  /** Both days included. */
  record Span(LocalDate from, LocalDate to) {

    public Span {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("A span from %s cannot end on %s".formatted(from, to));
      }
    }
  }

  /** A day on which something was done, or is to be done. */
  record Moment(LocalDate on, boolean done) {}

  /** Where each Ally stood in each round. */
  record Positions(String title, List<String> rounds, List<AllyPositions> allies)
      implements Picture {

    public Positions {
      rounds = List.copyOf(rounds);
      allies = List.copyOf(allies);
    }

    /** Grouped, because a list of everyone who was silent in every round tells nobody anything. */
    @Override
    public String description() {
      List<String> sentences = new ArrayList<>();
      for (int round = 0; round < rounds.size(); round++) {
        int at = round;
        sentences.add(
            "%s: %s."
                .formatted(
                    rounds.get(at),
                    allies.stream()
                        .map(ally -> ally.stated().get(at))
                        .distinct()
                        .sorted(Comparator.comparing(Standing::word))
                        .map(standing -> standing.word() + " " + countAndCodes(at, standing))
                        .collect(Collectors.joining("; "))));
      }
      return String.join(" ", sentences);
    }

    private String countAndCodes(int round, Standing standing) {
      List<String> codes =
          allies.stream()
              .filter(ally -> ally.stated().get(round) == standing)
              .map(AllyPositions::code)
              .toList();
      return "%s (%s)".formatted(codes.size(), String.join(", ", codes));
    }
  }

  /** Where an Ally may stand in a round. */
  enum Standing implements Coded {
    NOT_ASKED,
    SILENT,
    NO_OBJECTION,
    RESERVATION,
    OBJECTION
  }

  /**
   * @param code of the country, two letters
   * @param stated where it stood in each round
   */
  record AllyPositions(String code, String name, List<Standing> stated) {

    public AllyPositions {
      stated = List.copyOf(stated);
    }
  }

  /** Numbers per period, one line each. */
  record TrendLines(String title, List<String> periods, List<Line> lines) implements Picture {

    public TrendLines {
      periods = List.copyOf(periods);
      lines = List.copyOf(lines);
    }

    @Override
    public String description() {
      return lines.stream()
          .map(
              line ->
                  "%s: %s."
                      .formatted(
                          line.label(),
                          java.util.stream.IntStream.range(0, periods.size())
                              .mapToObj(
                                  at ->
                                      "%s %s"
                                          .formatted(
                                              periods.get(at),
                                              line.values().get(at) == null
                                                  ? Words.of("picture.notKnown")
                                                  : line.values().get(at)))
                              .collect(Collectors.joining(", "))))
          .collect(Collectors.joining(" "));
    }
  }

  /**
   * @param values one for each period, zero or more; null where it is not known
   */
  record Line(String label, List<Integer> values) {

    public Line {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /**
   * Risks by how likely they are and how much they would harm.
   *
   * @param bands by score, the lowest first
   */
  record RiskMap(String title, List<Band> bands, List<Risk> risks) implements Picture {

    public RiskMap {
      bands = List.copyOf(bands);
      risks = List.copyOf(risks);
    }

    /** The place of the band of a score in the list of bands. */
    int band(int score) {
      int found = 0;
      for (int at = 0; at < bands.size(); at++) {
        if (score >= bands.get(at).from()) {
          found = at;
        }
      }
      return found;
    }

    @Override
    public String description() {
      return risks.stream()
          .map(
              risk ->
                  Words.of("picture.probabilityImpact")
                      .formatted(
                          risk.number(),
                          risk.name(),
                          risk.probability(),
                          risk.impact(),
                          bands.get(band(risk.score())).word()))
          .collect(Collectors.joining(" ", "", risks.isEmpty() ? Words.of("picture.noRisk") : ""));
    }
  }

  /**
   * @param from the least score of it
   */
  record Band(String word, int from) {}

  /**
   * @param number what stands for its name in the picture
   * @param probability from 1 to 5
   * @param impact from 1 to 5
   */
  record Risk(int number, String name, int probability, int impact) {

    public Risk {
      within(1, 5, probability);
      within(1, 5, impact);
    }

    int score() {
      return probability * impact;
    }
  }

  /** What things are made up of, a bar each; the bars are equally long. */
  record Portions(String title, List<Kind> kinds, List<Portion> portions) implements Picture {

    public Portions {
      kinds = List.copyOf(kinds);
      portions = List.copyOf(portions);
    }

    @Override
    public String description() {
      return portions.stream()
          .map(
              portion ->
                  "%s: %s."
                      .formatted(
                          portion.label(),
                          java.util.stream.IntStream.range(0, kinds.size())
                              .mapToObj(at -> kinds.get(at).word() + " " + portion.parts().get(at))
                              .collect(Collectors.joining(", "))))
          .collect(Collectors.joining(" "));
    }
  }

  /** What a part is, and how it is drawn. */
  record Kind(String word, Shade shade) {}

  /** How a part is drawn; without colours too, each is told from the others. */
  enum Shade implements Coded {
    GREEN,
    AMBER,
    RED,
    FULL,
    HATCHED,
    EMPTY
  }

  /**
   * @param parts one of each kind, 0 or more
   */
  record Portion(String label, List<Integer> parts) {

    public Portion {
      parts = List.copyOf(parts);
      parts.forEach(part -> within(0, Integer.MAX_VALUE, part));
    }

    int sum() {
      return parts.stream().mapToInt(Integer::intValue).sum();
    }
  }

  private static void within(int least, int most, int number) {
    if (number < least || number > most) {
      throw new IllegalArgumentException("%s is not from %s to %s".formatted(number, least, most));
    }
  }
}
