package app.chancery.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.consensus.Circulations;
import app.chancery.engagement.Packages;
import app.chancery.engagement.PlannedInstrument;
import app.chancery.integration.Integration;
import app.chancery.platform.time.Days;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables of the office say, told as a forecast. */
@OfficeTest
class ForecastsTest {

  @Autowired Forecasts forecasts;
  @Autowired OwnRecord own;
  @Autowired Programmes programmes;
  @Autowired Packages packages;
  @Autowired Integration integration;
  @Autowired JdbcClient db;
  @Autowired Days days;

  @Test
  void everyStageIsAheadOfAFullCandidateAndOnlyConsensusOfAnyOther() {
    String key = fullCandidate("XA");
    assertThat(stages(key))
        .containsExactly(
            Stage.CONSENSUS, Stage.TALKS, Stage.PROTOCOL, Stage.ENTRY_INTO_FORCE, Stage.ACCESSION);

    programmes.settleTier(key, Tier.INTERIM_ALLY);
    assertThat(stages(key)).containsExactly(Stage.CONSENSUS);
  }

  @Test
  void whatHasEndedHasNoForecast() {
    String key = fullCandidate("XA");
    programmes.close(key, Outcome.ACCEDED, "done");

    assertThat(forecasts.of(key)).isEqualTo(new Forecast(days.today(), null, List.of()));
  }

  @Test
  void stagesThatWerePassedAreBehindUntilThePackageIsDesignedAnew() {
    String key = fullCandidate("XA");
    adopt(key, days.today().minusDays(20));
    programmes.enterStep(key, Step.INTEGRATION);
    assertThat(stages(key)).startsWith(Stage.TALKS).hasSize(4);

    reach(key, "PROTOCOL_SIGNED", days.today().minusDays(2));
    assertThat(stages(key)).containsExactly(Stage.ENTRY_INTO_FORCE, Stage.ACCESSION);

    programmes.enterStep(key, Step.ENGAGEMENT);
    assertThat(stages(key))
        .containsExactly(Stage.CONSENSUS, Stage.ENTRY_INTO_FORCE, Stage.ACCESSION);
  }

  @Test
  void whatIsDesignedAnewIsCountedFromThatDayOn() {
    String key = fullCandidate("XA");
    db.sql("update programme set opened_at = :at where programme_key = :key")
        .param("at", days.begin(days.today().minusDays(400)))
        .param("key", key)
        .update();
    assertThat(forecasts.of(key).stages().get(0).longer()).isTrue();

    adopt(key, days.today().minusDays(300));
    programmes.enterStep(key, Step.ENGAGEMENT);

    assertThat(forecasts.of(key).stages().get(0).stage()).isEqualTo(Stage.CONSENSUS);
    assertThat(forecasts.of(key).stages().get(0).longer()).isFalse();
  }

  @Test
  void thatSilenceRunsIsSeen() {
    String key = fullCandidate("XA");
    OffsetDateTime ends = days.begin(days.today().plusDays(4)).plusHours(18);
    round(key, "OPEN", ends, null);

    StageForecast consensus = forecasts.of(key).stages().get(0);

    assertThat(consensus.reference()).isEqualTo(Reference.DEADLINE);
    assertThat(consensus.p90()).isEqualTo(days.today().plusDays(4));

    programmes.suspend(key, "The committee said so.");
    assertThat(forecasts.of(key).stages().get(0).reference())
        .as("of a silence that waits with its programme no end is known")
        .isNotEqualTo(Reference.DEADLINE);
  }

  @Test
  void thePlanOfAPackageHoldsFromItsApprovalOnAndBeginningIntegrationChangesNoForecast() {
    String key = fullCandidate("XA");
    LocalDate planned = days.today().plusDays(400);
    draft(key, planned);
    assertThat(talks(key).notBefore()).as("a draft is no plan").isNull();

    packages.approve(key);
    assertThat(talks(key).notBefore()).isEqualTo(planned);
    assertThat(talks(key).p10()).isAfterOrEqualTo(planned);

    packages.endorse(key);
    adopt(key, days.today());
    programmes.enterStep(key, Step.INTEGRATION);
    Forecast before = forecasts.of(key);
    assertThat(before.stages().get(0).p10()).isAfterOrEqualTo(planned);
    integration.prepare(key);
    assertThat(forecasts.of(key)).isEqualTo(before);
  }

  @Test
  void whatIsOfferedAnewTakesThePlaceOfThePhasesWhenItIsApproved() {
    String key = fullCandidate("XA");
    LocalDate first = days.today().plusDays(400);
    draft(key, first);
    packages.approve(key);
    packages.endorse(key);
    adopt(key, days.today());
    integration.prepare(key);

    programmes.enterStep(key, Step.ENGAGEMENT);
    draft(key, first.plusDays(300));
    assertThat(talks(key).notBefore()).isEqualTo(first);

    packages.approve(key);
    assertThat(talks(key).notBefore()).isEqualTo(first.plusDays(300));
  }

  @Test
  void theOfficesOwnProgrammesAreCasesAndTheNarrowestOfThemFirst() {
    List<String> keys = new ArrayList<>();
    for (String candidate : List.of("XA", "XB", "XC", "XE", "XF")) {
      String key = fullCandidate(candidate);
      adopt(key, days.today().plusDays(30));
      reach(key, "TALKS_HELD", days.today().plusDays(60));
      programmes.close(key, Outcome.WITHDRAWN, "withdrew later");
      keys.add(key);
    }
    String asked = fullCandidate("XG");

    List<StageForecast> stages = forecasts.of(asked).stages();

    assertThat(own.ways()).extracting(Way::programme).containsAll(keys).doesNotContain(asked);
    assertThat(stages.subList(0, 2))
        .extracting(StageForecast::reference)
        .containsOnly(Reference.OFFICE_SAME_TIER);
    assertThat(stages.subList(0, 2)).extracting(StageForecast::cases).containsOnly(5);
    assertThat(stages.get(0).p50()).isBetween(days.today().plusDays(29), days.today().plusDays(35));
    assertThat(stages.get(2).reference()).isEqualTo(Reference.RECENT_ACCESSIONS);
  }

  private String fullCandidate(String candidate) {
    String key = programmes.register(SampleDossiers.of(candidate, "Country " + candidate));
    programmes.settleTier(key, Tier.FULL_CANDIDATE);
    return key;
  }

  private void draft(String key, LocalDate accession) {
    packages.draft(
        key, Tier.FULL_CANDIDATE, Tier.FULL_CANDIDATE, "as assessed", Circulations.terms());
    packages.plan(
        key,
        List.of(
            new PlannedInstrument(
                Instrument.FULL_MEMBERSHIP_ACCESSION,
                "high",
                "alliance",
                accession,
                accession.plusMonths(36))));
  }

  private StageForecast talks(String key) {
    return forecasts.of(key).stages().stream()
        .filter(each -> each.stage() == Stage.TALKS)
        .findFirst()
        .orElseThrow();
  }

  private List<Stage> stages(String key) {
    return forecasts.of(key).stages().stream().map(StageForecast::stage).toList();
  }

  private void adopt(String key, LocalDate day) {
    round(key, "ADOPTED", days.begin(day), days.begin(day));
  }

  private void round(String key, String status, OffsetDateTime silenceEnds, OffsetDateTime ended) {
    db.sql(
            """
            insert into council_round (item, programme, round_number, package_version, tier,
              justification, allies, circulated_at, circulated_by, silence_ends, zone, status,
              ended_at)
            values (:item, :key, 1, 1, 'FULL_CANDIDATE', 'sample', 'FR', :ends, 'sample', :ends,
              'Europe/Brussels', :status, :ended)
            """)
        .param("item", 900_000 + key.charAt(1))
        .param("key", key)
        .param("ends", silenceEnds)
        .param("status", status)
        .param("ended", ended)
        .update();
  }

  private void reach(String key, String stage, LocalDate day) {
    db.sql(
            """
            insert into accession_entry (programme, stage, happened_on, detail, recorded_by,
              recorded_at)
            values (:key, :stage, :day, 'sample', 'sample', :at)
            """)
        .param("key", key)
        .param("stage", stage)
        .param("day", day)
        .param("at", days.begin(day))
        .update();
  }
}
