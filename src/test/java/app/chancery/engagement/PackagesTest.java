package app.chancery.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.chancery.HeldBack;
import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.engagement.EngagementPackage.Status;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OfficeTest
class PackagesTest {

  private static final PlannedInstrument AGREEMENT =
      new PlannedInstrument(
          Instrument.STRATEGIC_PARTNERSHIP_AGREEMENT,
          "low",
          "regional",
          LocalDate.of(2027, 1, 1),
          LocalDate.of(2028, 1, 1));

  private static final PlannedInstrument TRAINING =
      new PlannedInstrument(
          Instrument.JOINT_TRAINING_INITIATIVE,
          "medium",
          "operational",
          LocalDate.of(2027, 1, 1),
          LocalDate.of(2028, 7, 1));

  @Autowired Packages packages;
  @Autowired Programmes programmes;
  @Autowired Capacity capacity;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient db;

  @Test
  void anAmendedPackageIsANewVersionWithTheSameTierAndInstruments() {
    draft("XR-2026");
    packages.plan("XR-2026", List.of(AGREEMENT));
    packages.approve("XR-2026");

    EngagementPackage amended =
        packages.amend("XR-2026", EngagementPackageTest.terms("Consultation twice a year"));

    assertThat(amended.version()).isEqualTo(2);
    assertThat(amended.status()).isEqualTo(Status.APPROVED);
    assertThat(amended.instruments()).containsExactly(AGREEMENT);
    assertThat(amended.securityAssurances()).containsExactly("Consultation twice a year");
    assertThat(packages.versions("XR-2026").get(0).securityAssurances())
        .containsExactly("Consultation");
  }

  @Test
  void theEndorsedPackageStaysTheEndorsedOneWhileANewOneIsDrafted() {
    draft("XR-2026");
    packages.plan("XR-2026", List.of(AGREEMENT));
    packages.endorse("XR-2026");
    draft("XR-2026");

    assertThat(packages.endorsed("XR-2026").orElseThrow().version()).isEqualTo(1);
    assertThat(packages.current("XR-2026").version()).isEqualTo(2);
  }

  @Test
  void whatOtherOpenProgrammesBindIsTheSameHoweverItIsAdded() {
    String asks = programmes.register(SampleDossiers.of("XA", "Arvenia"));
    String binds = programmes.register(SampleDossiers.of("XB", "Belmark"));
    String ended = programmes.register(SampleDossiers.of("XC", "Corvania"));
    for (String key : List.of(asks, binds, ended)) {
      draft(key);
      packages.plan(key, List.of(AGREEMENT, TRAINING));
    }
    draft(binds);
    packages.plan(binds, List.of(AGREEMENT));
    // Still without instruments: what was planned before binds until then.
    draft(binds);
    programmes.close(ended, Outcome.TERMINATED, "no longer wanted");

    CapacityUse oneByOne = capacity.with(packages.current(asks));

    assertThat(capacity.roomBeside(asks))
        .isEqualTo(new Capacity.Room(oneByOne.capacity(), oneByOne.boundByOthers()))
        .isEqualTo(new Capacity.Room(60, 1));
    assertThat(capacity.sharesBeside(asks).largest())
        .extracting(Packages.Share::programme, Packages.Share::points)
        .containsExactly(tuple(binds, 1));
    assertThat(capacity.sharesBeside("").largest())
        .extracting(Packages.Share::programme, Packages.Share::points)
        .containsExactly(tuple(asks, 4), tuple(binds, 1));
    assertThat(packages.sharesBeside("", Map.of("low", 1, "medium", 2, "high", 3), 1))
        .extracting(shares -> shares.largest().size(), Packages.Shares::of)
        .containsExactly(1, 2L);
    assertThat(capacity.roomBeside(null).boundByOthers()).isEqualTo(5);
    assertThat(capacity.boundBy(asks)).isEqualTo(4);
    assertThat(capacity.load()).isEqualTo(new Capacity.Load(60, 0, 5));

    packages.approve(asks);
    packages.endorse(asks);

    assertThat(capacity.load()).isEqualTo(new Capacity.Load(60, 4, 1));
    assertThat(capacity.load().free()).isEqualTo(60 - capacity.roomBeside(null).boundByOthers());
  }

  @Test
  void whatTheCouncilHasNotAdoptedBesideTheWorkBindsNothingAnyMore() {
    String key = programmes.register(SampleDossiers.of("XB", "Belmark"));
    draft(key);
    packages.plan(key, List.of(AGREEMENT));
    packages.approve(key);
    packages.endorse(key);
    draft(key);
    packages.plan(key, List.of(AGREEMENT, TRAINING));
    packages.approve(key);
    assertThat(capacity.load()).isEqualTo(new Capacity.Load(60, 0, 4));

    packages.drop(key);

    assertThat(capacity.load()).isEqualTo(new Capacity.Load(60, 1, 0));
    assertThat(capacity.boundBy(key)).isEqualTo(1);
    assertThat(packages.approved(List.of(key)).get(key).version()).isEqualTo(1);
    assertThat(packages.versions(key))
        .extracting(EngagementPackage::status)
        .containsExactly(EngagementPackage.Status.ENDORSED, EngagementPackage.Status.DROPPED);
    draft(key);
    packages.plan(key, List.of(TRAINING));
    assertThat(capacity.load().planned()).isPositive();
  }

  /** The work goes on under what the council has adopted until it adopts something else. */
  @Test
  void aSmallerPackageBesideTheWorkFreesNothingUntilTheCouncilHasAdoptedIt() {
    String key = programmes.register(SampleDossiers.of("XB", "Belmark"));
    draft(key);
    packages.plan(key, List.of(AGREEMENT, TRAINING));
    packages.approve(key);
    packages.endorse(key);
    programmes.enterStep(key, Step.INTEGRATION);
    draft(key);
    packages.plan(key, List.of(AGREEMENT));

    assertThat(capacity.load()).isEqualTo(new Capacity.Load(60, 4, 0));
    assertThat(capacity.roomBeside(null).boundByOthers()).isEqualTo(4);
    assertThat(capacity.sharesBeside("").largest())
        .extracting(Packages.Share::programme, Packages.Share::points)
        .containsExactly(tuple(key, 4));
    assertThat(capacity.sharesBeside("").of()).isEqualTo(1);
    assertThat(capacity.boundBy(key)).isEqualTo(4);

    packages.approve(key);
    packages.endorse(key);

    assertThat(capacity.load()).isEqualTo(new Capacity.Load(60, 1, 0));
    assertThat(capacity.boundBy(key)).isEqualTo(1);
  }

  @Test
  void whereTheWorkHasEndedTheNewPackageCountsAlone() {
    String key = programmes.register(SampleDossiers.of("XB", "Belmark"));
    draft(key);
    packages.plan(key, List.of(AGREEMENT, TRAINING));
    packages.approve(key);
    packages.endorse(key);
    programmes.enterStep(key, Step.ENGAGEMENT);
    draft(key);
    packages.plan(key, List.of(AGREEMENT));

    assertThat(capacity.load()).isEqualTo(new Capacity.Load(60, 0, 1));
  }

  @Test
  void twoThatArePlannedAtTheSameMomentKnowOfEachOther() {
    String one = programmes.register(SampleDossiers.of("XA", "Arvenia"));
    String other = programmes.register(SampleDossiers.of("XB", "Belmark"));
    draft(one);
    draft(other);
    AtomicReference<Future<CapacityUse>> behind = new AtomicReference<>();

    CapacityUse first =
        transactions.execute(
            transaction -> {
              packages.plan(one, List.of(AGREEMENT, TRAINING));
              behind.set(
                  CompletableFuture.supplyAsync(
                      () -> transactions.execute(next -> planned(other, List.of(TRAINING)))));
              HeldBack.await(behind.get(), db);
              return capacity.with(packages.current(one));
            });

    assertThat(first).isEqualTo(new CapacityUse(60, 4, 0));
    assertThat(behind.get())
        .succeedsWithin(Duration.ofMinutes(1))
        .isEqualTo(new CapacityUse(60, 3, 4));
  }

  private CapacityUse planned(String programme, List<PlannedInstrument> instruments) {
    packages.plan(programme, instruments);
    return capacity.with(packages.current(programme));
  }

  @Test
  void rule1_anAmendmentCannotPromiseArticle5Either() {
    draft("XR-2026");

    assertThatThrownBy(
            () -> packages.amend("XR-2026", EngagementPackageTest.terms("Article 5 at once")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("securityAssurances");
    assertThat(packages.versions("XR-2026")).hasSize(1);
  }

  @Test
  void thereIsNoPackageBeforeOneIsDrafted() {
    assertThat(packages.findCurrent("XR-2026")).isEmpty();
    assertThatThrownBy(() -> packages.current("XR-2026")).isInstanceOf(NotFound.class);
  }

  private void draft(String programme) {
    packages.draft(
        programme,
        Tier.STRATEGIC_PARTNER,
        Tier.STRATEGIC_PARTNER,
        "As proposed",
        EngagementPackageTest.terms("Consultation"));
  }
}
