package app.chancery.prerequisites;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.prerequisites.Finding.Detail;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
    elections = List.copyOf(elections);
    priorities = List.copyOf(priorities);
    Faults faults = new Faults();
    faults.check(
        seatsInFavour >= 0 && seatsInFavour <= seats,
        "seatsInFavour",
        "must not be more than there are seats");
    for (int i = 0; i < elections.size(); i++) {
      faults.check(
          isElection(elections.get(i)),
          "elections",
          "line %s must read 'date | where and what', the date like 2027-10-03".formatted(i + 1));
    }
    faults.refuseIfAny();
  }

  List<Detail> details() {
    return List.of(
        new Detail(
            "Seats in favour",
            "%s of %s (%s %%)"
                .formatted(
                    seatsInFavour,
                    seats,
                    String.format(Locale.ROOT, "%.1f", 100.0 * seatsInFavour / seats))),
        new Detail("Elections to come", elections.isEmpty() ? "none known" : lines(elections)),
        new Detail(
            "Competing priorities", priorities.isEmpty() ? "none known" : lines(priorities)));
  }

  private static String lines(List<String> lines) {
    return String.join("; ", lines);
  }

  private static boolean isElection(String line) {
    String[] cells = line.split("\\|", 2);
    try {
      LocalDate.parse(cells[0].strip());
      return cells.length == 2 && !cells[1].isBlank();
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
