package app.chancery.desk.outcomes;

import app.chancery.platform.words.Words;
import app.chancery.readiness.Instrument;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether programmes stay, by the path they entered through. Those that entered lately have had
 * less time to leave, so a share is of those alone whose whole stretch of years is over: each of
 * them could have been lost for just as long.
 *
 * @param asOf when it was looked
 * @param years after which it is looked, in the order of the columns
 * @param paths those that some programme entered through
 * @param findings whether the paths can be told apart, a sentence for each number of years
 */
record Retained(OffsetDateTime asOf, List<Integer> years, List<Path> paths, List<String> findings) {

  Retained {
    years = List.copyOf(years);
    paths = List.copyOf(paths);
    findings = List.copyOf(findings);
  }

  /**
   * A programme that entered integration.
   *
   * @param path the instrument of its first phase
   * @param lost when it ended otherwise than settled or acceded; null if it did not
   */
  record Entry(Instrument path, OffsetDateTime entered, OffsetDateTime lost) {

    private boolean isOver(int years, OffsetDateTime now) {
      return !entered.plusYears(years).isAfter(now);
    }

    private boolean isKeptFor(int years) {
      return lost == null || !lost.isBefore(entered.plusYears(years));
    }
  }

  /**
   * @param code of the instrument
   * @param entered how many programmes entered through it
   * @param lost how many of them were lost up to now
   * @param after one for each number of years
   */
  record Path(String code, String name, int entered, int lost, List<After> after) {}

  /**
   * @param cases that entered at least so many years ago
   * @param kept of these, not lost within so many years
   * @param share null if there are too few cases for one
   */
  record After(int years, int cases, int kept, Share share) {}

  /**
   * @param leastCases with fewer no share is told
   */
  static Retained of(List<Entry> entries, OffsetDateTime now, List<Integer> years, int leastCases) {
    List<Path> paths =
        Arrays.stream(Instrument.values())
            .map(path -> entries.stream().filter(entry -> entry.path() == path).toList())
            .filter(of -> !of.isEmpty())
            .map(of -> path(of, now, years, leastCases))
            .toList();
    return new Retained(
        now,
        years,
        paths,
        years.stream().map(after -> finding(paths, years.indexOf(after), leastCases)).toList());
  }

  private static Path path(
      List<Entry> entries, OffsetDateTime now, List<Integer> years, int leastCases) {
    return new Path(
        entries.get(0).path().code(),
        entries.get(0).path().title(),
        entries.size(),
        count(entries, entry -> entry.lost() != null),
        years.stream()
            .map(
                after -> {
                  List<Entry> cases =
                      entries.stream().filter(entry -> entry.isOver(after, now)).toList();
                  int kept = count(cases, entry -> entry.isKeptFor(after));
                  return new After(
                      after,
                      cases.size(),
                      kept,
                      cases.size() < leastCases ? null : new Share(kept, cases.size()));
                })
            .toList());
  }

  private static int count(List<Entry> entries, Predicate<Entry> which) {
    return (int) entries.stream().filter(which).count();
  }

  private static String finding(List<Path> paths, int column, int leastCases) {
    List<Path> known =
        paths.stream().filter(path -> path.after().get(column).share() != null).toList();
    String after =
        paths.isEmpty()
            ? ""
            : Words.counted("retention.after", paths.get(0).after().get(column).years());
    if (known.size() < 2) {
      return Words.of("retention.tooFew").formatted(after, leastCases);
    }
    List<String> apart =
        known.stream()
            .flatMap(
                more ->
                    known.stream()
                        .filter(fewer -> share(more, column).isSurelyAbove(share(fewer, column)))
                        .map(
                            fewer ->
                                Words.of("retention.apart")
                                    .formatted(after, more.name(), fewer.name())))
            .toList();
    return apart.isEmpty()
        ? Words.of("retention.notApart").formatted(after)
        : String.join(" ", apart);
  }

  private static Share share(Path path, int column) {
    return path.after().get(column).share();
  }
}
