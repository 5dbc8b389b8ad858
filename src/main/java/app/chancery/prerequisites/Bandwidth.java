package app.chancery.prerequisites;

import app.chancery.platform.reading.CellLine;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import app.chancery.prerequisites.Finding.Detail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What leaves politics room for the programme, or takes it.
 *
 * @param seatsInFavour seats in the candidate's parliament that carry its course, 0 to all
 * @param seats all seats, 1 to {@value #MOST_SEATS}
 * @param elections those to come, a line {@code date | where and what} each
 * @param priorities what competes for attention and money, one each
 */
public record Bandwidth(
    int seatsInFavour, int seats, List<String> elections, List<String> priorities) {

  /** No parliament is larger. */
  public static final int MOST_SEATS = 5000;

  /**
   * @throws Refused naming the lines of elections that do not begin with a date
   */
  public Bandwidth {
    Faults faults = new Faults();
    elections = elections(elections, faults);
    priorities = List.copyOf(priorities);
    faults.check(
        seatsInFavour >= 0 && seatsInFavour <= seats,
        "seatsInFavour",
        Words.of("bandwidth.mustNotBeMoreThanThere"));
    faults.refuseIfAny();
  }

  List<Detail> details() {
    return List.of(
        new Detail(
            Words.of("bandwidth.seatsInFavour"),
            Words.of("bandwidth.of")
                .formatted(
                    seatsInFavour,
                    seats,
                    String.format(Locale.ROOT, "%.1f", 100.0 * seatsInFavour / seats))),
        new Detail(
            Words.of("bandwidth.electionsToCome"),
            elections.isEmpty() ? Words.of("bandwidth.noneKnown") : lines(elections)),
        new Detail(
            Words.of("bandwidth.competingPriorities"),
            priorities.isEmpty() ? Words.of("bandwidth.noneKnown") : lines(priorities)));
  }

  private static String lines(List<String> lines) {
    return String.join("; ", lines);
  }

  /** Each with its day as it is kept, however it was written. */
  private static List<String> elections(List<String> lines, Faults faults) {
    List<String> elections = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      List<String> cells = CellLine.cells(lines.get(number - 1), 2);
      if (faults.check(
          cells.size() == 2 && !cells.get(1).isBlank(),
          "elections",
          Words.of("bandwidth.lineMustReadDateWhereAnd").formatted(number))) {
        Dates.read(cells.get(0))
            .orFault("elections", Words.of("bandwidth.line").formatted(number), faults)
            .ifPresent(day -> elections.add("%s – %s".formatted(day, cells.get(1))));
      }
    }
    return List.copyOf(elections);
  }
}
