package app.chancery.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.engagement.PackageChanges.Change;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageChangesTest {

  private static final LocalDate JUNE = LocalDate.of(2027, 6, 30);
  private static final EngagementPackage FIRST =
      version(
          Tier.INTERIM_ALLY,
          List.of("Consultation", "Cyber help"),
          List.of("Energy dialogue"),
          List.of("Officer exchange"),
          List.of(instrument(JUNE)),
          List.of(PlannedMilestone.general("Units", "count", "3", JUNE)),
          "It is right.");

  @Test
  void nothingHasChangedBetweenEqualVersions() {
    assertThat(PackageChanges.between(FIRST, FIRST)).isEmpty();
  }

  @Test
  void ofAPartThatDiffersTheLinesAreNamedThatCameAndWent() {
    EngagementPackage later =
        version(
            Tier.INTERIM_ALLY,
            List.of("Consultation", "Air policing"),
            FIRST.economicCooperation(),
            FIRST.jointTraining(),
            FIRST.instruments(),
            List.of(PlannedMilestone.general("Units", "count", "3", JUNE.plusYears(1))),
            FIRST.justification());

    assertThat(PackageChanges.between(FIRST, later))
        .containsExactly(
            new Change(PackagePart.SECURITY, List.of("Air policing"), List.of("Cyber help")),
            new Change(
                PackagePart.MILESTONES,
                List.of("Units: count, 3 by 30 Jun 2028 (general)"),
                List.of("Units: count, 3 by 30 Jun 2027 (general)")));
  }

  @Test
  void everyPartIsCompared() {
    EngagementPackage later =
        version(
            Tier.STRATEGIC_PARTNER,
            List.of("Other"),
            List.of("Other"),
            List.of("Other"),
            List.of(instrument(JUNE.plusDays(1))),
            List.of(PlannedMilestone.interoperability("Units", "count", "3", JUNE)),
            "It is right.\n\nStill.");

    assertThat(PackageChanges.between(FIRST, later))
        .extracting(Change::part)
        .containsExactly(PackagePart.values());
  }

  @Test
  void aLineThatStandsTwiceIsCountedTwice() {
    assertThat(PackageChanges.between(FIRST, secured("Consultation", "Cyber help", "Cyber help")))
        .containsExactly(new Change(PackagePart.SECURITY, List.of("Cyber help"), List.of()));
  }

  @Test
  void anotherOrderIsAChangeWithoutLines() {
    assertThat(PackageChanges.between(FIRST, secured("Cyber help", "Consultation")))
        .containsExactly(new Change(PackagePart.SECURITY, List.of(), List.of()));
  }

  private static EngagementPackage secured(String... lines) {
    return version(
        FIRST.tier(),
        List.of(lines),
        FIRST.economicCooperation(),
        FIRST.jointTraining(),
        FIRST.instruments(),
        FIRST.milestones(),
        FIRST.justification());
  }

  private static PlannedInstrument instrument(LocalDate from) {
    return new PlannedInstrument(
        Instrument.JOINT_TRAINING_INITIATIVE, "medium", "operational", from, from.plusYears(1));
  }

  private static EngagementPackage version(
      Tier tier,
      List<String> security,
      List<String> economy,
      List<String> training,
      List<PlannedInstrument> instruments,
      List<PlannedMilestone> milestones,
      String justification) {
    return new EngagementPackage(
        0,
        "XR-2026",
        1,
        tier,
        tier,
        "as assessed",
        security,
        economy,
        training,
        instruments,
        milestones,
        justification,
        EngagementPackage.Status.APPROVED);
  }
}
