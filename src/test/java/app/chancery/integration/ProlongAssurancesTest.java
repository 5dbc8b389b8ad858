package app.chancery.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.programme.Outcome;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Assurances protect by the calendar: they are extended whatever the phase they are of waits for.
 */
@OfficeTest
class ProlongAssurancesTest extends IntegrationCase {

  private static final LocalDate LATER = LocalDate.of(2029, 6, 30);

  @Test
  void rule7_theAssurancesOfTheOnlyPhaseAreExtendedWhileItRuns() {
    open(Tier.STRATEGIC_PARTNER);

    String instance = prolong(LATER);

    assertThat(assurances.of(KEY)).isNotEmpty();
    assertThat(assurances.of(KEY)).extracting(Assurance::inForceFrom).containsOnly(START);
    assertThat(assurances.of(KEY)).extracting(Assurance::inForceUntil).containsOnly(LATER);
    assertThat(assurances.of(KEY)).extracting(Assurance::source).containsOnly("Council note");
    assertThat(lastDecision(KEY).what())
        .isEqualTo("Assurances extended: Strategic Partnership Agreement, until 30 Jun 2029");
    assertThat(lastDecision(KEY).why()).isEqualTo("Council note");
    isToAllAllies(notice(KEY, "Assurances extended: Ruritania (XR-2026)"));
    assertThat(endOf(instance)).isEqualTo("endEvent_extensionRecorded");
    assertThat(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey())
        .isEqualTo(KEY);
  }

  @Test
  void rule7_whatLapsedWhileTheProgrammeWasSuspendedIsInForceAgainFromToday() {
    Phase phase = open(Tier.STRATEGIC_PARTNER);
    programmes.suspend(KEY, "The border is closed.");
    pass(Period.ofMonths(12));
    assertThat(assurances.areInForce(phase)).isFalse();

    prolong(LATER);

    assertThat(assurances.areInForce(phase)).isTrue();
    assertThat(assurances.of(phase)).extracting(Assurance::inForceFrom).containsOnly(today());
  }

  @Test
  void rule7_thoseOfTheAccessionAreExtendedWhileItIsRatified() {
    endorsed(Tier.FULL_CANDIDATE);
    integration.prepare(KEY);
    Phase accession = phases.accession(KEY).orElseThrow();
    phases.of(KEY).stream().filter(phase -> !phase.equals(accession)).forEach(this::over);
    integration.openNextPhase(KEY);
    assurances.putInForce(accession, START, START.plusYears(1), "Letters");
    accessions.enter(KEY, AccessionStage.PROTOCOL_SIGNED, today(), "signed");

    prolong(LATER);

    assertThat(assurances.of(accession)).isNotEmpty();
    assertThat(assurances.of(accession)).extracting(Assurance::inForceUntil).containsOnly(LATER);
    assertThat(assurances.of(KEY))
        .filteredOn(each -> LATER.equals(each.inForceUntil()))
        .extracting(Assurance::phaseId)
        .containsOnly(accession.id());
  }

  @Test
  void anExtensionEndsLaterThanWhatIsInForce() {
    Phase phase = open(Tier.STRATEGIC_PARTNER);

    refused(phase.plannedTo(), "inForceUntil: must be after 11 Oct 2027: until then");
    refused(START, "inForceUntil: must be after today");
    assertThat(assurances.of(phase))
        .extracting(Assurance::inForceUntil)
        .containsOnly(phase.plannedTo());
  }

  @Test
  void whatIsMissingIsSaidAtOnce() {
    open(Tier.STRATEGIC_PARTNER);

    assertThatThrownBy(() -> runtime.startProcessInstanceByKey("prolong-assurances"))
        .hasStackTraceContaining("programme: is required")
        .hasStackTraceContaining("inForceUntil: is required")
        .hasStackTraceContaining("assuranceSource: is required");
  }

  @Test
  void withoutAPhaseWhoseAssurancesHaveBeenInForceNothingIsExtended() {
    endorsed(Tier.FULL_CANDIDATE);
    refused(LATER, "programme: no phase of XR-2026 is under way");

    integration.prepare(KEY);
    refused(LATER, "programme: no phase of XR-2026 is under way");

    over(phases.of(KEY).get(0));
    integration.openNextPhase(KEY);
    refused(LATER, "programme: no phase of XR-2026 is under way");
  }

  @Test
  void thoseOfAProgrammeThatHasEndedAreNotExtended() {
    open(Tier.STRATEGIC_PARTNER);
    programmes.close(KEY, Outcome.TERMINATED, "The committee has decided so.");

    refused(LATER, "programme: XR-2026 has ended");
  }

  private Phase open(Tier tier) {
    endorsed(tier);
    integration.prepare(KEY);
    return phases.get(integration.openNextPhase(KEY).phaseId());
  }

  private void over(Phase phase) {
    phases.start(phase);
    phases.end(phase);
  }

  private String prolong(LocalDate until) {
    Map<String, Object> form = new HashMap<>();
    form.put("programme", "ruritania");
    form.put("inForceUntil", until.toString());
    form.put("assuranceSource", "Council note");
    return runtime.startProcessInstanceByKey("prolong-assurances", form).getId();
  }

  private void refused(LocalDate until, String because) {
    assertThatThrownBy(() -> prolong(until)).hasStackTraceContaining(because);
  }
}
