package app.chancery.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.engagement.EngagementPackage.Status;
import app.chancery.platform.refusal.Refused;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngagementPackageTest {

  private static final PlannedInstrument AGREEMENT =
      new PlannedInstrument(
          Instrument.STRATEGIC_PARTNERSHIP_AGREEMENT,
          "low",
          "regional",
          LocalDate.of(2027, 1, 1),
          LocalDate.of(2028, 1, 1));

  private static final EngagementPackage DRAFT =
      EngagementPackage.draft(
          "XR-2026",
          1,
          Tier.INTERIM_ALLY,
          Tier.STRATEGIC_PARTNER,
          "Lowered",
          terms("Consultation"));

  @Test
  void aDraftHasNoInstrumentsYet() {
    assertThat(DRAFT.status()).isEqualTo(Status.DRAFT);
    assertThat(DRAFT.instruments()).isEmpty();
    assertThat(DRAFT.terms()).isEqualTo(terms("Consultation"));
  }

  @Test
  void planningAndApprovingLeavesTheOfferAsItIs() {
    EngagementPackage endorsed = DRAFT.planning(List.of(AGREEMENT)).approved().endorsed();

    assertThat(DRAFT.approved().status()).isEqualTo(Status.APPROVED);
    assertThat(endorsed.status()).isEqualTo(Status.ENDORSED);
    assertThat(endorsed.instruments()).containsExactly(AGREEMENT);
    assertThat(endorsed)
        .usingRecursiveComparison()
        .ignoringFields("status", "instruments")
        .isEqualTo(DRAFT);
  }

  @Test
  void anAmendmentIsTheNextVersionReadyForTheCouncil() {
    EngagementPackage amended =
        DRAFT.planning(List.of(AGREEMENT)).approved().amended(terms("Consultation twice a year"));

    assertThat(amended.version()).isEqualTo(2);
    assertThat(amended.status()).isEqualTo(Status.APPROVED);
    assertThat(amended.tier()).isEqualTo(Tier.STRATEGIC_PARTNER);
    assertThat(amended.proposedTier()).isEqualTo(Tier.INTERIM_ALLY);
    assertThat(amended.tierReason()).isEqualTo("Lowered");
    assertThat(amended.instruments()).containsExactly(AGREEMENT);
    assertThat(amended.securityAssurances()).containsExactly("Consultation twice a year");
  }

  @Test
  void rule1_noVersionPromisesArticle5() {
    PackageTerms promising = terms("Article 5 at once");

    assertThatThrownBy(() -> DRAFT.amended(promising))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("securityAssurances");
    assertThatThrownBy(
            () ->
                EngagementPackage.draft(
                    "XR-2026", 1, Tier.INTERIM_ALLY, Tier.INTERIM_ALLY, "As proposed", promising))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("securityAssurances");
  }

  /** Of a package that promises this. */
  static PackageTerms terms(String assurance) {
    return new PackageTerms(
        List.of(assurance),
        List.of("Dialogue"),
        List.of("Courses"),
        List.of(
            PlannedMilestone.general(
                "Activities held", "activities", "6", LocalDate.of(2027, 12, 31))),
        "Fits the candidate");
  }
}
