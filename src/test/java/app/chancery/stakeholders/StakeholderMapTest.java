package app.chancery.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.chancery.stakeholders.StakeholderMap.Collision;
import app.chancery.stakeholders.StakeholderMap.Place;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StakeholderMapTest {

  private static final StakeholderPolicy POLICY =
      new StakeholderPolicy(
          4,
          4,
          Map.of(
              Quadrant.MANAGE_CLOSELY, "every week",
              Quadrant.KEEP_SATISFIED, "every month",
              Quadrant.KEEP_INFORMED, "every month",
              Quadrant.MONITOR, "every quarter"),
          List.of(),
          Map.of());

  @ParameterizedTest
  @CsvSource({
    "5, 5, MANAGE_CLOSELY",
    "4, 4, MANAGE_CLOSELY",
    "4, 3, KEEP_SATISFIED",
    "5, 1, KEEP_SATISFIED",
    "3, 4, KEEP_INFORMED",
    "1, 5, KEEP_INFORMED",
    "3, 3, MONITOR",
    "1, 1, MONITOR"
  })
  void theQuadrantFollowsFromPowerAndInterest(int power, int interest, Quadrant quadrant) {
    assertThat(Quadrant.of(interview(1, power, interest), POLICY)).isEqualTo(quadrant);
  }

  @Test
  void theMostPowerfulComeFirst() {
    StakeholderMap map = map(interview(1, 2, 5), interview(2, 5, 1), interview(3, 5, 4));

    assertThat(map.places())
        .extracting(place -> place.stakeholder().id())
        .containsExactly(3L, 2L, 1L);
    assertThat(map.places()).extracting(map::number).containsExactly(1, 2, 3);
    assertThat(map(interview(2, 4, 4), interview(1, 4, 4)).places())
        .extracting(place -> place.stakeholder().id())
        .containsExactly(1L, 2L);
  }

  @Test
  void whoeverMustBeWonOverIsListed() {
    StakeholderMap map =
        map(
            interview(1, 5, 5, Stance.SKEPTIC, Stance.SUPPORTER, List.of(), List.of()),
            interview(2, 5, 1, Stance.BLOCKER, Stance.NEUTRAL, List.of(), List.of()),
            interview(3, 5, 5, Stance.CHAMPION, Stance.SUPPORTER, List.of(), List.of()),
            interview(4, 1, 5, Stance.BLOCKER, Stance.NEUTRAL, List.of(), List.of()));

    assertThat(map.toBeWonOver())
        .extracting(place -> place.stakeholder().id(), Place::stanceToReach)
        .containsExactly(tuple(1L, Stance.SUPPORTER), tuple(2L, Stance.NEUTRAL));
    assertThat(map.places())
        .filteredOn(place -> place.stakeholder().id() == 3)
        .extracting(Place::stanceToReach)
        .containsExactly(Stance.CHAMPION);
  }

  @Test
  void anInterviewOfSomebodyWhoIsNotOnTheListIsRefused() {
    assertThatThrownBy(() -> map(interview(7, 3, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Interview of stakeholder 7 is not on the list");
  }

  @ParameterizedTest
  @CsvSource({
    "4, SKEPTIC, SUPPORTER, true, from skeptic to supporter",
    "4, SUPPORTER, SUPPORTER, false, keep as supporter",
    "4, CHAMPION, NEUTRAL, false, is more favourable than needed (champion; neutral is enough)",
    "3, BLOCKER, NEUTRAL, false, from blocker to neutral"
  })
  void whoHasPowerAndIsLessFavourableThanWantedMustBeWonOver(
      int power, Stance now, Stance wanted, boolean mustBeWonOver, String move) {
    Place place = map(interview(1, power, 1, now, wanted, List.of(), List.of())).places().get(0);

    assertThat(place.mustBeWonOver()).isEqualTo(mustBeWonOver);
    assertThat(place.move()).isEqualTo(move);
  }

  @Test
  void redLinesCollideIfOneDemandsWhatTheOtherExcludes() {
    StakeholderMap map =
        map(
            withRedLines(
                1, List.of("timetable: must be public"), List.of("foreign bases: never permanent")),
            withRedLines(2, List.of("Foreign  Bases: MUST be possible"), List.of()),
            withRedLines(
                3, List.of("timetable: must be secret"), List.of("budget: never without a vote")));

    assertThat(map.collisions()).hasSize(1);
    Collision collision = map.collisions().get(0);
    assertThat(collision.one().stakeholder().id()).isEqualTo(2);
    assertThat(collision.other().stakeholder().id()).isEqualTo(1);
    assertThat(collision.exclusion().position()).isEqualTo("never permanent");
  }

  @Test
  void noWordOfARedLineDecidesWhetherItCollides() {
    StakeholderMap map =
        map(
            withRedLines(1, List.of("bases: never again"), List.of("budget: must not grow")),
            withRedLines(2, List.of("budget: never smaller"), List.of("bases: must stay away")));

    assertThat(map.collisions())
        .extracting(each -> each.demand().subject(), each -> each.one().stakeholder().id())
        .containsExactlyInAnyOrder(tuple("bases", 1L), tuple("budget", 2L));
  }

  @Test
  void aRedLineIsReadBackAsItWasStored() {
    List<RedLine> lines =
        RedLine.all(List.of("time table: a b: c"), List.of("forbid: require", "x: y"));

    assertThat(lines.stream().map(RedLine::stored).map(RedLine::ofStored).toList())
        .isEqualTo(lines);
  }

  @Test
  void aStakeholderDoesNotCollideWithItself() {
    assertThat(
            map(withRedLines(1, List.of("bases: must be possible"), List.of("bases: never")))
                .collisions())
        .isEmpty();
  }

  @Test
  void whoeverNothingCanMoveIsWithoutLeverage() {
    StakeholderMap map =
        map(
            interview(1, 5, 5, Stance.SKEPTIC, Stance.SUPPORTER, List.of(), List.of("trade")),
            interview(2, 5, 5, Stance.SKEPTIC, Stance.SUPPORTER, List.of(), List.of()));

    assertThat(map.withoutLeverage())
        .singleElement()
        .extracting(place -> place.stakeholder().id())
        .isEqualTo(2L);
  }

  @ParameterizedTest
  @CsvSource({
    "bases: never, true",
    "bases: must be possible, true",
    "ბაზები: never მუდმივი, true",
    "bases: Must, true",
    "bases: muss möglich sein, true",
    "bases:, false",
    "never, false",
    ": never, false",
    "' : never', false"
  })
  void aRedLineNamesItsSubjectAndWhatItDemands(String line, boolean readable) {
    assertThat(RedLine.read(RedLine.Demand.FORBID, line).isPresent()).isEqualTo(readable);
  }

  @Test
  void linesAreReadableIfEachOfThemIs() {
    assertThat(RedLine.areReadable(List.of("a: never", "b: must"))).isTrue();
    assertThat(RedLine.areReadable(List.of("a: never", "b"))).isFalse();
    assertThat(RedLine.fault(List.of("a: never", "b"))).startsWith("line 2 must read");
  }

  @Test
  void theFaultOfARedLineNamesItsNumberAndNothingOfItsContent() {
    assertThat(RedLine.fault(List.of("a: never", "secret", "b: must", "hidden")))
        .startsWith("lines 2, 4 must read")
        .doesNotContain("secret", "hidden");
  }

  @Test
  void whatIsConfidentialIsNotPrinted() {
    Interview interview = withRedLines(1, List.of(), List.of("secret subject: never"));
    InterviewAnswers answers =
        new InterviewAnswers(
            true,
            1,
            1,
            Stance.NEUTRAL,
            Stance.NEUTRAL,
            RedLine.all(List.of(), List.of("secret subject: never")),
            List.of("secret leverage"),
            "secret note");

    assertThat(interview + " " + interview.redLines() + " " + answers).doesNotContain("secret");
    assertThat(interview.redLines()).hasToString("[a red line]");
  }

  private static StakeholderMap map(Interview... interviews) {
    List<Stakeholder> list =
        LongStream.rangeClosed(1, interviews.length)
            .mapToObj(
                id -> new Stakeholder(id, "XR-2026", "Stakeholder " + id, StakeholderKind.OTHER))
            .toList();
    return StakeholderMap.of(list, List.of(interviews), POLICY);
  }

  private static Interview interview(long stakeholder, int power, int interest) {
    return interview(
        stakeholder, power, interest, Stance.NEUTRAL, Stance.NEUTRAL, List.of(), List.of());
  }

  private static Interview withRedLines(
      long stakeholder, List<String> demands, List<String> exclusions) {
    return interview(
        stakeholder,
        3,
        3,
        Stance.NEUTRAL,
        Stance.NEUTRAL,
        RedLine.all(demands, exclusions),
        List.of());
  }

  private static Interview interview(
      long stakeholder,
      int power,
      int interest,
      Stance now,
      Stance wanted,
      List<RedLine> redLines,
      List<String> leverage) {
    return new Interview(
        stakeholder,
        true,
        power,
        interest,
        now,
        wanted,
        redLines,
        leverage,
        null,
        "envoy",
        OffsetDateTime.parse("2026-11-20T10:00:00Z"));
  }
}
