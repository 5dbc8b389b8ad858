package app.chancery.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.engagement.EngagementPackage.Status;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class PackagesTest {

  private static final PlannedInstrument AGREEMENT =
      new PlannedInstrument(
          Instrument.STRATEGIC_PARTNERSHIP_AGREEMENT,
          "low",
          "regional",
          LocalDate.of(2027, 1, 1),
          LocalDate.of(2028, 1, 1));

  @Autowired Packages packages;

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
    assertThat(packages.binding(List.of("XR-2026")))
        .extracting(EngagementPackage::version)
        .containsExactly(1);
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
