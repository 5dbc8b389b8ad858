package app.chancery.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.PlannedInstrument;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walk, on cases made up for it and on the record that ships. */
class ForecasterTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final ForecastPolicy POLICY = policy(7);

  private static final List<Stage> AHEAD =
      List.of(
          Stage.CONSENSUS, Stage.TALKS, Stage.PROTOCOL, Stage.ENTRY_INTO_FORCE, Stage.ACCESSION);

  @Test
  void underTheSameSeedAForecastIsTheSame() {
    Standing standing = standing(Map.of(Stage.OPENING, TODAY.minusDays(10)), AHEAD);

    assertThat(shipped(POLICY).forecast(standing))
        .isNotEmpty()
        .isEqualTo(shipped(policy(7)).forecast(standing))
        .isNotEqualTo(shipped(policy(8)).forecast(standing));
  }

  @Test
  void daysNeverGoBackwardsFromEarlyToLateNorFromStageToStageNorBehindToday() {
    Random random = new Random(5);
    int told = 0;
    for (int time = 0; time < 40; time++) {
      Standing standing = anyStanding(random);
      List<StageForecast> stages = shipped(policy(time)).forecast(standing);
      LocalDate[] before = {standing.asOf(), standing.asOf(), standing.asOf()};
      for (StageForecast each : stages) {
        LocalDate[] days = {each.p10(), each.p50(), each.p90()};
        assertThat(days).as("%s of %s", each, standing).isSorted();
        for (int at = 0; at < days.length; at++) {
          assertThat(days[at]).as("%s of %s", each, standing).isAfterOrEqualTo(before[at]);
        }
        before = days;
        told++;
      }
      assertThat(stages).extracting(StageForecast::stage).isSubsetOf(standing.coming());
      assertThat(stages).extracting(StageForecast::stage).isSorted();
    }
    assertThat(told).isGreaterThan(100);
  }

  @Test
  void aStageThatIsBehindIsNotComing() {
    assertThat(
            shipped(POLICY)
                .forecast(
                    standing(
                        Map.of(Stage.OPENING, TODAY.minusDays(400), Stage.PROTOCOL, TODAY),
                        List.of(Stage.ENTRY_INTO_FORCE, Stage.ACCESSION))))
        .extracting(StageForecast::stage)
        .containsExactly(Stage.ENTRY_INTO_FORCE, Stage.ACCESSION);
    assertThat(shipped(POLICY).forecast(standing(Map.of(Stage.OPENING, TODAY), List.of())))
        .isEmpty();
  }

  @Test
  void theTimeAlreadySpentLeavesOnlyCasesThatTookLonger() {
    List<Way> cases = offices(Stage.PROTOCOL, Stage.ENTRY_INTO_FORCE, 100, 200, 300, 400, 500, 600);

    StageForecast fresh = entry(cases, 0);
    StageForecast waited = entry(cases, 150);

    assertThat(fresh.cases()).isEqualTo(6);
    assertThat(waited.cases()).isEqualTo(5);
    assertThat(waited.p10()).isAfterOrEqualTo(TODAY);
    assertThat(ChronoUnit.DAYS.between(TODAY.minusDays(150), waited.p50()))
        .isGreaterThan(ChronoUnit.DAYS.between(TODAY, fresh.p50()));
  }

  @Test
  void whoHasTakenLongerThanEveryCaseIsToldSoAndCountedFromTheBeginning() {
    StageForecast longer =
        entry(offices(Stage.PROTOCOL, Stage.ENTRY_INTO_FORCE, 100, 110, 120, 130, 140, 150), 2_000);

    assertThat(longer.longer()).isTrue();
    assertThat(longer.cases()).isEqualTo(6);
    assertThat(longer.p50()).isBetween(TODAY.plusDays(110), TODAY.plusDays(140));
  }

  @Test
  void theNarrowestReferenceWithCasesEnoughIsTaken() {
    List<Way> five = offices(Stage.PROTOCOL, Stage.ENTRY_INTO_FORCE, 10, 20, 30, 40, 50);

    assertThat(entry(five, 0).reference()).isEqualTo(Reference.OFFICE_SAME_TIER);
    assertThat(entry(withTier(five, Tier.INTERIM_ALLY), 0).reference()).isEqualTo(Reference.OFFICE);

    List<Way> fourAndRecord = new ArrayList<>(five.subList(0, 4));
    fourAndRecord.addAll(new AccessionRecord().ways());
    StageForecast widened = entry(fourAndRecord, 0);
    assertThat(widened.reference()).isEqualTo(Reference.RECENT_ACCESSIONS);
    assertThat(widened.cases()).as("four of the office, six recent ones").isEqualTo(10);
    assertThat(widened.few()).isFalse();
  }

  @Test
  void asManyCasesAsAskedForAreEnough() {
    List<Way> fiveAndRecord =
        new ArrayList<>(offices(Stage.PROTOCOL, Stage.ENTRY_INTO_FORCE, 10, 20, 30, 40, 50));
    fiveAndRecord.addAll(new AccessionRecord().ways());

    assertThat(entry(fiveAndRecord, 0).reference()).isEqualTo(Reference.OFFICE_SAME_TIER);
    assertThat(entry(fiveAndRecord, 10).cases()).as("on the very day").isEqualTo(5);
    assertThat(entry(fiveAndRecord, 5_000).reference()).isEqualTo(Reference.OFFICE_SAME_TIER);
    assertThat(entry(fiveAndRecord, 5_000).longer()).isTrue();
  }

  @Test
  void whereNoReferenceHasCasesEnoughTheWidestIsTaken() {
    List<Way> cases = new ArrayList<>(offices(Stage.PROTOCOL, Stage.ENTRY_INTO_FORCE, 10));
    cases.addAll(
        withTier(
            offices(Stage.PROTOCOL, Stage.ENTRY_INTO_FORCE, 20, 30).stream()
                .map(each -> new Way("D", "D" + each.round(), "D", null, each.days()))
                .toList(),
            Tier.INTERIM_ALLY));

    for (int elapsed : new int[] {0, 5_000}) {
      assertThat(entry(cases, elapsed).reference()).isEqualTo(Reference.ALL_ACCESSIONS);
      assertThat(entry(cases, elapsed).cases()).isEqualTo(3);
      assertThat(entry(cases, elapsed).few()).isTrue();
    }
  }

  @Test
  void ofWhatNoCaseTellsNothingIsTold() {
    assertThat(
            forecaster(POLICY, offices(Stage.PROTOCOL, Stage.ENTRY_INTO_FORCE, 10))
                .forecast(standing(Map.of(Stage.OPENING, TODAY), AHEAD)))
        .extracting(StageForecast::stage)
        .isEmpty();
  }

  @Test
  void aNewConsensusDoesNotUndoASignature() {
    Map<Stage, LocalDate> passed =
        Map.of(Stage.OPENING, TODAY.minusDays(900), Stage.PROTOCOL, TODAY.minusDays(150));

    List<StageForecast> stages =
        shipped(POLICY)
            .forecast(
                standing(
                    passed, List.of(Stage.CONSENSUS, Stage.ENTRY_INTO_FORCE, Stage.ACCESSION)));

    assertThat(stages.get(1).p50()).isBefore(TODAY.plusDays(260));
  }

  @Test
  void aShareIsOfTheWalksThatHadComeThereByThen() {
    LocalDate[] days =
        IntStream.rangeClosed(1, 100).mapToObj(TODAY::plusDays).toArray(LocalDate[]::new);

    assertThat(Forecaster.share(days, 0.1)).isEqualTo(TODAY.plusDays(10));
    assertThat(Forecaster.share(days, 0.5)).isEqualTo(TODAY.plusDays(50));
    assertThat(Forecaster.share(days, 0.9)).isEqualTo(TODAY.plusDays(90));
  }

  @Test
  void fewCasesAreSaidAndTellLess() {
    StageForecast one = entry(offices(Stage.PROTOCOL, Stage.ENTRY_INTO_FORCE, 100), 0);
    StageForecast five =
        entry(offices(Stage.PROTOCOL, Stage.ENTRY_INTO_FORCE, 100, 100, 100, 100, 100), 0);

    assertThat(one.few()).isTrue();
    assertThat(one.cases()).isEqualTo(1);
    assertThat(five.few()).isFalse();
    assertThat(one.p10()).isBefore(five.p10());
    assertThat(one.p90()).isAfter(five.p90());
  }

  @Test
  void itsOwnWayIsNoLikeCase() {
    List<Way> cases = offices(Stage.PROTOCOL, Stage.ENTRY_INTO_FORCE, 10, 20, 30, 40, 50);

    Standing itself =
        new Standing(
            "C0-2020",
            TODAY,
            Tier.FULL_CANDIDATE,
            Map.of(Stage.PROTOCOL, TODAY),
            List.of(Stage.ENTRY_INTO_FORCE),
            Map.of(),
            null,
            null);

    assertThat(forecaster(POLICY, cases).forecast(itself))
        .singleElement()
        .extracting(StageForecast::cases)
        .isEqualTo(4);
  }

  @Test
  void whatIsDecidedTogetherIsOneCase() {
    List<Way> seven =
        IntStream.range(0, 7)
            .mapToObj(
                number ->
                    new Way(
                        "Country " + number,
                        "2004",
                        null,
                        null,
                        Map.of(
                            Stage.PROTOCOL, TODAY.minusDays(900),
                            Stage.ENTRY_INTO_FORCE, TODAY.minusDays(600))))
            .toList();

    assertThat(entry(seven, 0).cases()).isEqualTo(1);
  }

  @Test
  void whileSilenceRunsConsensusIsOnTheDayItEnds() {
    LocalDate deadline = TODAY.plusDays(3);
    Standing standing =
        new Standing(
            null,
            TODAY,
            Tier.FULL_CANDIDATE,
            Map.of(Stage.OPENING, TODAY.minusDays(100)),
            AHEAD,
            Map.of(Stage.CONSENSUS, TODAY.plusDays(20)),
            deadline,
            null);

    StageForecast consensus = shipped(POLICY).forecast(standing).get(0);

    assertThat(consensus.reference()).isEqualTo(Reference.DEADLINE);
    assertThat(List.of(consensus.p10(), consensus.p50(), consensus.p90())).containsOnly(deadline);
    assertThat(consensus.few()).isFalse();
  }

  @Test
  void aPlanKeepsAStageAndAllBehindItFromComingEarlier() {
    LocalDate planned = TODAY.plusYears(2);
    Standing standing =
        new Standing(
            null,
            TODAY,
            Tier.FULL_CANDIDATE,
            Map.of(Stage.OPENING, TODAY.minusDays(100), Stage.CONSENSUS, TODAY.minusDays(1)),
            AHEAD.subList(1, AHEAD.size()),
            Map.of(Stage.TALKS, planned),
            null,
            null);

    List<StageForecast> stages = shipped(POLICY).forecast(standing);

    assertThat(stages).hasSize(4);
    assertThat(stages)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.p10()).isAfterOrEqualTo(planned));
    assertThat(stages.get(0).notBefore()).isEqualTo(planned);
  }

  @Test
  void beforeIntegrationThePackageKeepsTalksFromComingBeforeItsAccessionPhase() {
    LocalDate planned = TODAY.plusYears(2);

    List<StageForecast> stages =
        shipped(POLICY).forecast(adopted(Map.of(), offer(planned.minusDays(30), planned)));

    assertThat(stages)
        .hasSize(4)
        .allSatisfy(each -> assertThat(each.p10()).isAfterOrEqualTo(planned));
    assertThat(stages.get(0).notBefore()).isEqualTo(planned);
  }

  @Test
  void aConsensusLaterThanThePackagePlannedMovesItsAccessionPhaseInEveryWalk() {
    EngagementPackage offer = offer(TODAY.minusDays(10), TODAY.minusDays(10).plusDays(900));

    List<StageForecast> walked = shipped(POLICY).forecast(proposed(null, offer));
    StageForecast consensus = walked.get(0);
    StageForecast talks = walked.get(1);
    assertThat(consensus.p10()).isBefore(consensus.p90());
    assertThat(talks.p10()).isAfterOrEqualTo(consensus.p10().plusDays(900));
    assertThat(talks.p50()).isAfterOrEqualTo(consensus.p50().plusDays(900));
    assertThat(talks.p90()).isAfterOrEqualTo(consensus.p90().plusDays(900));
    assertThat(talks.notBefore()).isEqualTo(TODAY.plusDays(900));

    StageForecast dated = shipped(POLICY).forecast(proposed(TODAY.plusDays(30), offer)).get(1);
    assertThat(dated.notBefore()).isEqualTo(TODAY.plusDays(930));
    assertThat(dated.p10()).isAfterOrEqualTo(TODAY.plusDays(930));
  }

  @Test
  void anAdoptedPackageWhoseIntegrationIsLateBeginsTodayAtTheEarliest() {
    EngagementPackage offer = offer(TODAY.minusDays(10), TODAY.plusDays(890));

    assertThat(shipped(POLICY).forecast(adopted(Map.of(), offer)).get(0).notBefore())
        .isEqualTo(TODAY.plusDays(900));
  }

  @Test
  void aPackageWithoutAnAccessionPhaseBindsNoTalks() {
    assertThat(
            shipped(POLICY)
                .forecast(adopted(Map.of(), offer(TODAY.plusYears(2), null)))
                .get(0)
                .notBefore())
        .isNull();
  }

  @Test
  void aPlanFromADayOffPutsTalksAndSignatureOnTheNextWorkingDay() {
    LocalDate sunday = LocalDate.of(2027, 1, 31);
    LocalDate holiday = sunday.plusDays(1);
    Forecaster forecaster =
        new Forecaster(
            POLICY,
            day -> weekday(weekday(day).equals(holiday) ? holiday.plusDays(1) : day),
            new AccessionRecord().ways());

    for (Standing standing :
        List.of(
            adopted(Map.of(Stage.TALKS, sunday), null), adopted(Map.of(), offer(TODAY, sunday)))) {
      List<StageForecast> stages = forecaster.forecast(standing);

      assertThat(stages.subList(0, 2))
          .extracting(StageForecast::stage)
          .containsExactly(Stage.TALKS, Stage.PROTOCOL);
      assertThat(stages.subList(0, 2))
          .extracting(StageForecast::p10)
          .containsOnly(holiday.plusDays(1));
      assertThat(stages.subList(0, 2))
          .hasSize(2)
          .allSatisfy(
              each ->
                  assertThat(List.of(each.p10(), each.p50(), each.p90()))
                      .allMatch(day -> day.equals(weekday(day))));
    }
  }

  @Test
  void silenceThatEndsOnADayOffEndsThenAndTalksAreOnAWorkingDay() {
    LocalDate sunday = TODAY.plusDays(6);
    Forecaster forecaster =
        new Forecaster(POLICY, ForecasterTest::weekday, new AccessionRecord().ways());

    List<StageForecast> stages = forecaster.forecast(proposed(sunday, offer(TODAY, TODAY)));

    assertThat(sunday.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    assertThat(stages.get(0).p50()).isEqualTo(sunday);
    assertThat(stages.get(1).p10()).isEqualTo(sunday.plusDays(1));
  }

  @Test
  void aStageThatFewCasesTellOfDoesNotPushTheOneBehindIt() {
    List<Way> cases = new ArrayList<>(offices(Stage.CONSENSUS, Stage.TALKS, 3_000));
    cases.addAll(offices(Stage.CONSENSUS, Stage.PROTOCOL, 40, 50, 60, 70, 80));

    List<StageForecast> stages =
        forecaster(POLICY, cases)
            .forecast(
                standing(Map.of(Stage.CONSENSUS, TODAY), List.of(Stage.TALKS, Stage.PROTOCOL)));

    assertThat(stages).hasSize(2);
    assertThat(stages.get(1).cases()).isEqualTo(5);
    assertThat(stages.get(1).p50()).isBetween(TODAY.plusDays(50), TODAY.plusDays(70));
    assertThat(stages.get(0).p90()).isBeforeOrEqualTo(stages.get(1).p90());
  }

  @Test
  void anAccessionIsRecentUpToTheLastDayOfThePeriodOnEitherSide() {
    assertThat(POLICY.isRecent(TODAY.minusYears(30), TODAY)).isTrue();
    assertThat(POLICY.isRecent(TODAY.minusYears(30).minusDays(1), TODAY)).isFalse();
    assertThat(POLICY.isRecent(TODAY.plusYears(30), TODAY)).isTrue();
    assertThat(POLICY.isRecent(TODAY.plusYears(30).plusDays(1), TODAY)).isFalse();
  }

  @Test
  void theAllianceMeetsOnWorkingDays() {
    ForecastPolicy policy = POLICY;
    Forecaster forecaster =
        new Forecaster(policy, ForecasterTest::weekday, new AccessionRecord().ways());

    List<StageForecast> stages =
        forecaster.forecast(standing(Map.of(Stage.OPENING, TODAY.minusDays(1)), AHEAD));

    assertThat(stages)
        .filteredOn(each -> each.stage().compareTo(Stage.PROTOCOL) <= 0)
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(List.of(each.p10(), each.p50(), each.p90()))
                    .extracting(LocalDate::getDayOfWeek)
                    .doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
  }

  private static LocalDate weekday(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY
        ? day.plusDays(2)
        : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
  }

  /** Adopted yesterday, with integration ahead. */
  private static Standing adopted(Map<Stage, LocalDate> notBefore, EngagementPackage plan) {
    return new Standing(
        null,
        TODAY,
        Tier.FULL_CANDIDATE,
        Map.of(Stage.OPENING, TODAY.minusDays(100), Stage.CONSENSUS, TODAY.minusDays(1)),
        AHEAD.subList(1, AHEAD.size()),
        notBefore,
        null,
        plan);
  }

  private static Standing proposed(LocalDate deadline, EngagementPackage plan) {
    return new Standing(
        null,
        TODAY,
        Tier.FULL_CANDIDATE,
        Map.of(Stage.OPENING, TODAY.minusDays(100)),
        AHEAD,
        Map.of(),
        deadline,
        plan);
  }

  /**
   * @param accession null if full membership is not in it
   */
  private static EngagementPackage offer(LocalDate first, LocalDate accession) {
    return new EngagementPackage(
        1,
        "C9-2026",
        1,
        Tier.FULL_CANDIDATE,
        Tier.FULL_CANDIDATE,
        "as assessed",
        List.of(),
        List.of(),
        List.of(),
        Stream.of(
                planned(Instrument.STRATEGIC_PARTNERSHIP_AGREEMENT, first),
                planned(Instrument.FULL_MEMBERSHIP_ACCESSION, accession))
            .flatMap(Optional::stream)
            .toList(),
        List.of(),
        "It fits",
        EngagementPackage.Status.APPROVED);
  }

  private static Optional<PlannedInstrument> planned(Instrument instrument, LocalDate from) {
    return Optional.ofNullable(from)
        .map(day -> new PlannedInstrument(instrument, "low", "regional", day, day.plusYears(1)));
  }

  private static StageForecast entry(List<Way> cases, int daysSinceProtocol) {
    List<StageForecast> stages =
        forecaster(POLICY, cases)
            .forecast(
                standing(
                    Map.of(Stage.PROTOCOL, TODAY.minusDays(daysSinceProtocol)),
                    List.of(Stage.ENTRY_INTO_FORCE)));
    assertThat(stages).hasSize(1);
    return stages.get(0);
  }

  private static Standing anyStanding(Random random) {
    Stage[] stages = Stage.values();
    int reached = random.nextInt(stages.length);
    Map<Stage, LocalDate> passed = new java.util.EnumMap<>(Stage.class);
    LocalDate day = TODAY;
    for (int at = reached; at >= 0; at--) {
      day = day.minusDays(random.nextInt(at % 2 == 0 ? 900 : 30));
      if (at == 0 || random.nextInt(4) > 0) {
        passed.put(stages[at], day);
      }
    }
    return standing(passed, Arrays.asList(stages).subList(reached + 1, stages.length));
  }

  private static Standing standing(Map<Stage, LocalDate> passed, List<Stage> coming) {
    return new Standing(null, TODAY, Tier.FULL_CANDIDATE, passed, coming, Map.of(), null, null);
  }

  private static List<Way> offices(Stage from, Stage to, long... days) {
    return IntStream.range(0, days.length)
        .mapToObj(
            number ->
                new Way(
                    "C" + number + "-2020",
                    "C" + number + "-2020",
                    "C" + number + "-2020",
                    Tier.FULL_CANDIDATE,
                    Map.of(
                        from,
                        LocalDate.of(2020, 1, 1),
                        to,
                        LocalDate.of(2020, 1, 1).plusDays(days[number]))))
        .toList();
  }

  private static List<Way> withTier(List<Way> ways, Tier tier) {
    return ways.stream()
        .map(each -> new Way(each.called(), each.round(), each.programme(), tier, each.days()))
        .toList();
  }

  private static Forecaster shipped(ForecastPolicy policy) {
    return forecaster(policy, new AccessionRecord().ways());
  }

  private static Forecaster forecaster(ForecastPolicy policy, List<Way> cases) {
    return new Forecaster(policy, day -> day, cases);
  }

  private static ForecastPolicy policy(long seed) {
    return new ForecastPolicy(5, 400, seed, 2, Period.ofYears(30));
  }
}
