package app.chancery.documents;

import app.chancery.documents.Picture.AllyPositions;
import app.chancery.documents.Picture.Band;
import app.chancery.documents.Picture.Bar;
import app.chancery.documents.Picture.Kind;
import app.chancery.documents.Picture.Lane;
import app.chancery.documents.Picture.Line;
import app.chancery.documents.Picture.Moment;
import app.chancery.documents.Picture.Portion;
import app.chancery.documents.Picture.PowerInterestGrid;
import app.chancery.documents.Picture.Risk;
import app.chancery.documents.Picture.RiskMap;
import app.chancery.documents.Picture.Shade;
import app.chancery.documents.Picture.Stakeholder;
import app.chancery.documents.Picture.Standing;
import app.chancery.documents.Picture.Threshold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pictures as the documents have them, plain ones and those that strain the drawing. */
final class SamplePictures {

  static final String GEORGIAN = "საქართველოს თავდაცვის სამინისტრო";
  static final String ARABIC = "وزارة الدفاع الوطني";
  static final String JAPANESE = "日本国防衛省・ニッポン統合幕僚監部";
  static final String KOREAN = "대한민국 국방부";
  static final List<String> STANCES =
      List.of("champion", "supporter", "neutral", "skeptic", "blocker");

  private SamplePictures() {}

  static PowerInterestGrid grid() {
    return new PowerInterestGrid(
        "Power and interest",
        4,
        4,
        STANCES,
        List.of(
            new Stakeholder(1, "Government of Ruritania", 5, 5, "supporter", "champion", true),
            new Stakeholder(2, "Delegation of Türkiye", 5, 4, "skeptic", "supporter", true),
            new Stakeholder(3, "Parliament of Ruritania", 5, 5, "neutral", "supporter", true),
            new Stakeholder(4, "Regional bloc", 3, 4, "neutral", "neutral", false),
            new Stakeholder(5, GEORGIAN, 2, 2, "blocker", "neutral", false),
            new Stakeholder(6, ARABIC, 4, 2, "champion", "supporter", false),
            new Stakeholder(7, JAPANESE, 1, 5, "neutral", "supporter", false),
            new Stakeholder(8, KOREAN, 1, 1, "neutral", "supporter", false)));
  }

  /** Sixty, many of them in one cell. */
  static PowerInterestGrid crowd() {
    return new PowerInterestGrid(
        "Power and interest",
        4,
        4,
        STANCES,
        IntStream.rangeClosed(1, 60)
            .mapToObj(
                number ->
                    new Stakeholder(
                        number,
                        "Organisation " + number,
                        number % 3 == 0 ? number % 5 + 1 : 5,
                        number % 3 == 0 ? number % 4 + 1 : 5,
                        STANCES.get(number % 5),
                        STANCES.get(number % 2),
                        number % 4 == 0))
            .toList());
  }

  /** Sixty, all in one cell. */
  static PowerInterestGrid throng() {
    return new PowerInterestGrid(
        "All alike",
        4,
        4,
        STANCES,
        IntStream.rangeClosed(1, 60)
            .mapToObj(
                number -> new Stakeholder(number, GEORGIAN, 1, 1, "neutral", "neutral", false))
            .toList());
  }

  static Picture.ReadinessBars bars() {
    return new Picture.ReadinessBars(
        "Readiness",
        List.of(
            bar("Military capability", 72, 40, 60),
            bar("Political will", 55, 30, 60),
            bar("Economic ties", 100, 25, 40),
            bar("Interoperability", 0, 30, 60),
            bar("Domestic support", 54, 35, 55)));
  }

  private static Bar bar(String label, int score, int interim, int full) {
    return new Bar(
        label,
        score,
        List.of(new Threshold(interim, "interim ally"), new Threshold(full, "full candidate")));
  }

  static Picture.Timeline timeline() {
    return new Picture.Timeline(
        "Milestones",
        day("2027-06-15"),
        List.of(
            Lane.spanning("Strategic Partnership Agreement", day("2027-01-04"), day("2028-01-04")),
            Lane.spanning("Joint Training Initiative", day("2027-01-04"), day("2028-07-04")),
            Lane.spanning("Full Membership Accession", day("2027-01-04"), day("2030-01-03")),
            Lane.at("Interoperability: evaluation of declared units", day("2027-05-31"), true),
            Lane.at("Name ".repeat(200), day("2029-12-31"), false),
            Lane.at(GEORGIAN, day("2028-03-31"), false),
            new Lane(
                "Reviews",
                List.of(),
                List.of(
                    new Moment(day("2027-04-01"), true), new Moment(day("2027-07-01"), false)))));
  }

  static Picture.Timeline manyLanes() {
    return new Picture.Timeline(
        "Everything",
        null,
        IntStream.rangeClosed(1, 40)
            .mapToObj(
                number ->
                    Lane.spanning(
                        "Lane %s, %s".formatted(number, GEORGIAN),
                        day("2027-01-01").plusDays(number * 30L),
                        day("2027-01-01").plusDays(number * 60L)))
            .toList());
  }

  static Picture.Positions positions() {
    List<AllyPositions> allies = new ArrayList<>();
    for (String code :
        "AL BE BG CA HR CZ DK EE FI FR DE GR HU IS IT LV LT LU ME NL MK NO PL PT RO SK SI ES SE TR GB US"
            .split(" ")) {
      allies.add(
          new AllyPositions(
              code,
              code.equals("MK") ? "North Macedonia" : "Country " + code,
              switch (code) {
                case "TR" -> List.of(Standing.OBJECTION, Standing.NO_OBJECTION);
                case "HU" -> List.of(Standing.NO_OBJECTION, Standing.RESERVATION);
                case "FR", "DE" -> List.of(Standing.NO_OBJECTION, Standing.NO_OBJECTION);
                default -> List.of(Standing.SILENT, Standing.SILENT);
              }));
    }
    return new Picture.Positions(
        "Where each Ally stood", List.of("Round 1", "Round 2"), List.copyOf(allies));
  }

  static Picture.TrendLines trends() {
    return new Picture.TrendLines(
        "By quarter",
        List.of("2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"),
        List.of(
            new Line("Joint exercises", List.of(1, 3, 2, 4)),
            new Line("Intelligence-sharing events", Arrays.asList(0, null, 5, 12)),
            new Line("Milestones met, all in all", List.of(0, 0, 0, 0))));
  }

  static RiskMap risks() {
    return new RiskMap(
        "Risks",
        List.of(
            new Band("low", 1),
            new Band("medium", 5),
            new Band("high", 10),
            new Band("critical", 16)),
        List.of(
            new Risk(1, "Premature accession talks", 4, 5),
            new Risk(2, "Domestic opposition", 3, 3),
            new Risk(3, "Security gap between phases of integration", 1, 1),
            new Risk(4, "Propaganda unanswered", 3, 3),
            new Risk(5, "Name ".repeat(200), 5, 5),
            new Risk(6, GEORGIAN, 2, 5)));
  }

  static Stream<Picture> all() {
    return Stream.of(
        grid(),
        crowd(),
        throng(),
        new PowerInterestGrid("Nobody", 1, 6, STANCES, List.of()),
        bars(),
        new Picture.ReadinessBars("Without thresholds", List.of(new Bar("Score", 5, List.of()))),
        timeline(),
        manyLanes(),
        new Picture.Timeline("Nothing", null, List.of()),
        positions(),
        new Picture.Positions("No round", List.of(), List.of()),
        trends(),
        new Picture.TrendLines(
            "One period", List.of("2027-Q1"), List.of(new Line("Exercises", List.of(3)))),
        risks(),
        portions(),
        new Picture.Portions("Nothing", List.of(), List.of(new Portion("Capacity", List.of()))));
  }

  /** Every shade, a part too small for its number, nothing at all, and names of every length. */
  static Picture.Portions portions() {
    return new Picture.Portions(
        "Ratings",
        Arrays.stream(Shade.values())
            .map(shade -> new Kind(shade == Shade.EMPTY ? GEORGIAN : shade.name(), shade))
            .toList(),
        List.of(
            new Portion("Schedule", List.of(1, 9000, 7, 12, 400, 1000)),
            new Portion(GEORGIAN + GEORGIAN, List.of(0, 0, 3, 0, 0, 1)),
            new Portion("Security", List.of(0, 0, 0, 0, 0, 0))));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
