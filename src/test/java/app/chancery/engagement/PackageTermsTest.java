package app.chancery.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Faults;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageTermsTest {

  private static final LocalDate DUE = LocalDate.of(2027, 12, 31);
  private static final PlannedMilestone GENERAL =
      PlannedMilestone.general("Activities held", "activities", "6", DUE);
  private static final PlannedMilestone INTEROPERABILITY =
      PlannedMilestone.interoperability("Standards", "per cent", "80", DUE);

  @Test
  void aCompletePackageIsTaken() {
    assertThat(faults(Tier.STRATEGIC_PARTNER, terms(GENERAL))).isEmpty();
    assertThat(faults(Tier.INTERIM_ALLY, terms(GENERAL, INTEROPERABILITY))).isEmpty();
    assertThat(faults(Tier.FULL_CANDIDATE, terms(INTEROPERABILITY))).isEmpty();
  }

  @Test
  void everyPartOfAPackageHasSomething() {
    assertThat(
            faults(
                Tier.INTERIM_ALLY,
                new PackageTerms(List.of(), List.of(), List.of(), List.of(), " ")))
        .containsExactly(
            new Fault("securityAssurances", "needs at least one line"),
            new Fault("economicCooperation", "needs at least one line"),
            new Fault("jointTraining", "needs at least one line"),
            new Fault("milestones", "needs at least one line"),
            new Fault("justification", "is required"));
  }

  @Test
  void eachMilestoneHasANameOfItsOwn() {
    PlannedMilestone later =
        PlannedMilestone.interoperability("Standards", "per cent", "90", DUE.plusYears(1));

    assertThat(faults(Tier.FULL_CANDIDATE, terms(INTEROPERABILITY, GENERAL, later)))
        .containsExactly(
            new Fault(
                "milestones", "has 'Standards' twice: give each milestone a name of its own"));
  }

  @Test
  void rule5_aboveStrategicPartnerAMilestoneOfInteroperabilityIsNeeded() {
    assertThat(faults(Tier.INTERIM_ALLY, terms(GENERAL)))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("milestones");
              assertThat(fault.message()).contains("accession talks wait for it");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Article 5",
        "covered by art. 5 at once",
        "ARTICLE V",
        "article five",
        "the collective-defence guarantee",
        "Collective defense guarantee"
      })
  void rule1_noPartPromisesTheGuarantee(String promise) {
    List<String> fine = List.of("Consultation");
    List<String> promising = List.of("Consultation", promise);
    List<PlannedMilestone> milestones = List.of(INTEROPERABILITY);

    assertThat(
            faults(
                Tier.FULL_CANDIDATE,
                new PackageTerms(promising, fine, fine, milestones, "Because")))
        .extracting(Fault::field)
        .containsExactly("securityAssurances");
    assertThat(
            faults(
                Tier.FULL_CANDIDATE,
                new PackageTerms(fine, promising, fine, milestones, "Because")))
        .extracting(Fault::field)
        .containsExactly("economicCooperation");
    assertThat(
            faults(
                Tier.FULL_CANDIDATE,
                new PackageTerms(fine, fine, promising, milestones, "Because")))
        .extracting(Fault::field)
        .containsExactly("jointTraining");
    assertThat(
            faults(
                Tier.FULL_CANDIDATE,
                terms(INTEROPERABILITY, PlannedMilestone.general(promise, "exercises", "1", DUE))))
        .containsExactly(
            new Fault("milestones", "must not promise Article 5: it comes with membership only"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Article 50", "Article 4 consultations", "part 5 of the plan"})
  void whatOnlyLooksLikeTheGuaranteeIsTaken(String line) {
    List<String> lines = List.of(line);

    assertThat(
            faults(
                Tier.STRATEGIC_PARTNER,
                new PackageTerms(lines, lines, lines, List.of(GENERAL), "Because")))
        .isEmpty();
  }

  private static PackageTerms terms(PlannedMilestone... milestones) {
    return new PackageTerms(
        List.of("Consultation"),
        List.of("Dialogue"),
        List.of("Courses"),
        List.of(milestones),
        "Fits the candidate");
  }

  private static List<Fault> faults(Tier tier, PackageTerms terms) {
    Faults faults = new Faults();
    terms.check(tier, faults);
    return faults.list();
  }
}
