package app.chancery.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On which days of an absence nobody acts. */
class CoverageTest {

  private static final Map<String, Set<String>> GROUPS =
      Map.of(
          "ada", Set.of("planners", "executives", "camunda-admin"),
          "bo", Set.of("planners", "executives"),
          "cy", Set.of("planners"));

  @Test
  void aDeputyOfAllGroupsCoversAllDays() {
    assertThat(gaps(absence("ada", "bo", 1, 9))).isEmpty();
  }

  @Test
  void aDeputyWhoLeftCoversNoDay() {
    Absence ada = absence("ada", "gone", 1, 9);

    assertThat(gaps(ada))
        .singleElement()
        .isEqualTo(
            new Gap(day(1), day(9), Set.of("planners", "executives"), Optional.of(ada), true));
  }

  @Test
  void theDaysOnWhichADeputyIsAwayAreCoveredByWhoStandsInForThem() {
    Absence ada = absence("ada", "bo", 1, 9);

    assertThat(gaps(ada, absence("bo", "cy", 3, 4)))
        .extracting(Gap::first, Gap::last, Gap::groups, Gap::nobody)
        .containsExactly(tuple(day(3), day(4), Set.of("executives"), false));
  }

  @Test
  void aChainThatEndsNowhereIsAGapOnItsDaysAlone() {
    Absence ada = absence("ada", "bo", 1, 9);
    Absence bo = absence("bo", "gone", 8, 20);

    assertThat(gaps(ada, bo))
        .extracting(Gap::first, Gap::last, Gap::end, Gap::nobody)
        .containsExactly(tuple(day(8), day(9), Optional.of(bo), true));
  }

  @Test
  void aCircleLeavesNobodyOnTheDaysThatItHasInCommon() {
    assertThat(gaps(absence("ada", "bo", 1, 5), absence("bo", "ada", 4, 9)))
        .extracting(Gap::first, Gap::last, Gap::end, Gap::nobody)
        .containsExactly(tuple(day(4), day(5), Optional.empty(), true));
  }

  @Test
  void daysThatAreOverAreNotLookedAt() {
    Absence ada = absence("ada", "gone", 1, 9);
    Coverage coverage = new Coverage(List.of(ada), GROUPS);

    assertThat(coverage.gaps(ada, day(5))).extracting(Gap::first).containsExactly(day(5));
    assertThat(coverage.gaps(ada, day(10))).isEmpty();
  }

  @Test
  void whatIsKeptOfGapsIsReadAgainAndTellsWhatIsNew() {
    List<Gap> gaps =
        gaps(absence("ada", "bo", 1, 9), absence("bo", "cy", 3, 4), absence("bo", "gone", 7, 7));

    List<Gap> kept = Gap.read(Gap.written(gaps));

    assertThat(gaps).hasSize(2).allMatch(gap -> gap.isWithin(kept));
    assertThat(kept)
        .extracting(Gap::groups, Gap::nobody)
        .containsExactly(
            tuple(Set.of("executives"), false), tuple(Set.of("planners", "executives"), true));
    assertThat(gaps(absence("ada", "bo", 1, 9), absence("bo", "cy", 3, 5)))
        .isNotEmpty()
        .noneMatch(gap -> gap.isWithin(kept));
    assertThat(gaps(absence("ada", "gone", 3, 4)))
        .isNotEmpty()
        .noneMatch(gap -> gap.isWithin(kept));
    assertThat(gaps(absence("ada", "cy", 4, 4))).isNotEmpty().allMatch(gap -> gap.isWithin(kept));
    assertThat(Gap.read("")).isEmpty();
  }

  private static List<Gap> gaps(Absence absence, Absence... others) {
    List<Absence> all = Stream.concat(Stream.of(absence), Arrays.stream(others)).toList();
    return new Coverage(all, GROUPS).gaps(absence, day(1));
  }

  private static Absence absence(String account, String deputy, int first, int last) {
    return new Absence(
        first,
        account,
        deputy,
        day(first),
        day(last),
        List.of("planners"),
        false,
        account,
        OffsetDateTime.of(2026, 11, 1, 12, 0, 0, 0, ZoneOffset.UTC),
        null,
        null,
        "");
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 12, day);
  }
}
