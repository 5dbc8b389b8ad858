package app.chancery.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecord;
import app.chancery.records.alliance.Ally;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.util.Throwables;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The gate to accession talks, and the accession behind it. */
@OfficeTest
class AccessionTest extends IntegrationCase {

  private static final String REPORT = "userTask_reportInteroperability";
  private static final String CHECK = "userTask_checkDomesticOpposition";
  private static final String BRING = "userTask_bringAssurancesIntoForce";
  private static final String TALKS = "userTask_holdAccessionTalks";
  private static final String LETTER = "userTask_receiveLetterOfIntent";
  private static final String SIGN = "userTask_signProtocol";
  private static final String RATIFY = "userTask_recordRatification";
  private static final String INVITE = "userTask_inviteToAccede";
  private static final String INSTRUMENT = "userTask_receiveInstrument";

  @Autowired AccessionSteps accession;
  @Autowired RatificationHolds holds;
  @Autowired ProcessEngine engine;

  private String instance;
  private Phase phase;

  @BeforeEach
  void theAccessionPhaseIsOpen() {
    endorsed(Tier.FULL_CANDIDATE);
    integration.prepare(KEY);
    phase = phases.accession(KEY).orElseThrow();
    instance = start("ratify-accession", KEY, Map.of("phaseId", phase.id()));
  }

  @Test
  void rule5_talksWaitForTheInteroperabilityMilestone() {
    assertThat(work.keys()).containsExactly(REPORT);
    assertThat(notice(KEY, "Accession talks held back"))
        .satisfies(
            told -> {
              assertThat(told.recipients()).isEqualTo("military-staff, managers");
              assertThat(told.text()).contains("The interoperability milestone is not met");
            });

    meetInteroperability();

    assertThat(work.keys()).containsExactly(CHECK);
    assertThat(milestones.interoperability(KEY)).isNotEmpty().allMatch(Milestone::isMet);
  }

  @Test
  void rule5_talksWaitForTheCheckOfDomesticOpposition() {
    meetInteroperability();

    complete(
        CHECK,
        "finding",
        "manageable",
        "findingDetail",
        "Two small parties",
        "findingSource",
        "Polls");

    assertThat(work.keys()).containsExactly(BRING);
    assertThat(opposition.latest(KEY))
        .get()
        .extracting("finding")
        .isEqualTo(OppositionFinding.MANAGEABLE);
    assertThat(lastDecision(KEY).what()).startsWith("Domestic opposition checked");
  }

  @Test
  void rule5_oppositionThatCouldBlockKeepsTheGateShut() {
    meetInteroperability();

    complete(
        CHECK,
        "finding",
        "blocking",
        "findingDetail",
        "A majority against",
        "findingSource",
        "Polls");

    assertThat(work.keys()).containsExactly(CHECK);
    assertThat(office.facts(work.task(CHECK)).get("lastCheck").toString()).contains("could block");
  }

  @Test
  void rule5_talksAreRefusedWhileTheGateIsShut() {
    assertThatThrownBy(() -> accession.holdTalks(KEY, START, "in secret"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("The interoperability milestone is not met")
        .hasMessageContaining("Domestic opposition has not been checked");
    assertThat(accessions.of(KEY)).isEmpty();
  }

  @Test
  void rule7_talksWaitForTheAssurancesOfTheAccessionPhase() {
    meetInteroperability();
    checkOpposition();
    assertThat(work.keys()).containsExactly(BRING);

    bringAssurances();

    assertThat(work.keys()).containsExactly(TALKS);
  }

  @Test
  void aGateThatIsOpenLetsTheTalksBegin() {
    String key = endorsed(Tier.FULL_CANDIDATE, SampleDossiers.of("XS", "Syldavia"));
    integration.prepare(key);
    Phase own = phases.accession(key).orElseThrow();
    milestones.reportMet(key, milestones.interoperability(key).get(0).id(), START, "evaluated");
    opposition.record(key, OppositionFinding.NONE, "nobody", "polls");
    assurances.putInForce(own, START, START.plusYears(3), "letters");

    String gate = start("clear-accession-gate", key, Map.of("phaseId", own.id()));

    assertThat(endOf(gate)).isEqualTo("endEvent_gateOpen");
    assertThat(subjects(key))
        .isNotEmpty()
        .noneMatch(subject -> subject.startsWith("Accession talks held back"));
  }

  @Test
  void rule7_assurancesThatLapseBeforeTheTalksAreRecordedAreBroughtIntoForceAgain() {
    clearGate();
    assertThat(office.facts(work.task(TALKS)))
        .containsEntry("gateIsShut", false)
        .containsEntry("gateText", "The gate to the talks is open.");
    refused(TALKS, Map.of("gateAgain", true), "gateAgain: The gate to the talks is open.");
    pass(Period.ofYears(3).plusDays(1));

    assertThat(office.facts(work.task(TALKS)))
        .containsEntry("gateIsShut", true)
        .containsEntry(
            "gateText",
            "The gate to the talks has shut again. The assurances of the accession phase are not in force.");
    refused(
        TALKS,
        Map.of("happenedOn", today().toString(), "detail", "as it should be"),
        "gateAgain: have the gate cleared again first");
    refused(
        TALKS,
        Map.of("gateAgain", true, "detail", "as it should be"),
        "gateAgain: either tell of the talks");
    complete(TALKS, "gateAgain", true);

    assertThat(work.keys()).containsExactly(BRING);
    assertThat(notice(KEY, "Accession talks held back").recipients()).contains("envoys");
    bringAssurances();
    assertThat(work.keys()).containsExactly(TALKS);
    stage(TALKS);
    assertThat(work.keys()).containsExactly(LETTER);
    assertThat(decisions.of(KEY))
        .extracting(DecisionRecord::what)
        .containsOnlyOnce("Accession talks put off: the gate has shut again");
  }

  @Test
  void whoCouldClearTheGateIsReminded() {
    pass(Period.ofDays(61));
    assertThat(notice(KEY, "Accession talks wait for the interoperability").recipients())
        .contains("military-staff");
    meetInteroperability();
    pass(Period.ofDays(22));
    assertThat(notice(KEY, "Accession talks wait for the check").recipients()).contains("analysts");
    checkOpposition();
    pass(Period.ofDays(15));
    assertThat(notice(KEY, "Accession talks wait for the assurances").recipients())
        .contains("envoys");
  }

  @Test
  void badInputAtTheGateIsRefused() {
    refused(REPORT, Map.of("metOn", "2999-01-01"), "evidence");
    refused(REPORT, Map.of("metOn", "2999-01-01", "evidence", "x"), "milestone", "metOn: must not");
    meetInteroperability();
    refused(CHECK, Map.of("finding", "whatever"), "finding", "findingDetail", "findingSource");
    checkOpposition();
    refused(BRING, Map.of(), "inForceFrom", "inForceUntil", "assuranceSource");
    assertThat(work.keys()).containsExactly(BRING);
  }

  @Test
  void theStagesFollowEachOtherToMembership() {
    clearGate();
    stage(TALKS);
    stage(LETTER);
    sign();
    depositAll();

    assertThat(work.keys()).containsExactly(INVITE);
    assertThat(accessions.dateOf(KEY, AccessionStage.ENTERED_INTO_FORCE)).contains(today());
    stage(INVITE);
    stage(INSTRUMENT);

    assertThat(endOf(instance)).isEqualTo("endEvent_candidateAcceded");
    assertThat(allies.isAlly("XR", today())).isTrue();
    for (AccessionStage stage : AccessionStage.values()) {
      String word = stage.word();
      isToAllAllies(
          notice(
              KEY,
              "Ruritania (XR-2026): " + Character.toUpperCase(word.charAt(0)) + word.substring(1)));
    }
  }

  @Test
  void rule8_theProtocolNamesItsSignatories() {
    clearGate();
    stage(TALKS);
    stage(LETTER);

    sign();

    assertThat(notice(KEY, "Ruritania (XR-2026): Accession protocol signed").text())
        .contains("Signed by 32 Allies", "Finland", "Sweden");
  }

  @Test
  void aStageBeforeTheOneBeforeItIsRefused() {
    clearGate();
    stage(TALKS);

    refused(
        LETTER,
        Map.of("happenedOn", START.minusYears(1).toString(), "detail", "early"),
        "must not be before");
    refused(LETTER, Map.of("happenedOn", "2999-01-01", "detail", "late"), "in the future");
    refused(LETTER, Map.of(), "happenedOn", "detail");
    assertThat(work.keys()).containsExactly(LETTER);
  }

  @Test
  void everyAllyOfTheDaySignsTheProtocol() {
    clearGate();
    stage(TALKS);
    stage(LETTER);

    refused(
        SIGN,
        Map.of("happenedOn", today().toString(), "detail", "31 signed"),
        "everyAllySigned: must hold: the protocol needs the signatures of all 32 Allies");
    assertThat(work.keys()).containsExactly(SIGN);
  }

  @Test
  void badInputInTheOtherStagesIsRefused() {
    clearGate();
    refused(TALKS, Map.of(), "happenedOn", "detail");
    stage(TALKS);
    stage(LETTER);
    sign();
    refused(RATIFY, Map.of(), "ally", "stage", "date");
    depositAll();
    refused(INVITE, Map.of(), "happenedOn", "detail");
    stage(INVITE);
    refused(INSTRUMENT, Map.of(), "happenedOn", "detail");
    assertThat(work.keys()).containsExactly(INSTRUMENT);
  }

  @Test
  void theSecretariatIsRemindedOfLetterRatificationAndInstrument() {
    clearGate();
    stage(TALKS);
    pass(Period.ofDays(31));
    assertThat(notice(KEY, "The candidate's letter").recipients()).contains("council-secretariat");
    stage(LETTER);
    sign();
    pass(Period.ofDays(61));
    assertThat(notice(KEY, "Ratification has not moved").recipients())
        .contains("council-secretariat");
    depositAll();
    stage(INVITE);
    pass(Period.ofDays(31));
    assertThat(notice(KEY, "The candidate's instrument").recipients())
        .contains("council-secretariat");
  }

  @Test
  void aRatificationIsCompleteWithTheLastDepositFromTasklist() {
    beingRatified();
    List<Ally> parties = allies.today();
    parties.subList(1, parties.size()).forEach(this::deposit);
    office.runDueJobs();
    assertThat(work.keys()).containsExactly(RATIFY);

    complete(RATIFY, "ally", parties.get(0).iso2(), "stage", "deposit", "date", today().toString());

    assertThat(work.keys()).containsExactly(INVITE);
  }

  @Test
  void aRatificationSaysWhoseItWasOnceItIsRecorded() {
    beingRatified();
    assertThat(work.task(RATIFY).name()).isEqualTo("Record ratification");

    complete(RATIFY, "ally", "FR", "stage", "parliament", "date", today().toString());

    assertThat(
            history
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(KEY)
                .taskDefinitionKey(RATIFY)
                .finished()
                .singleResult()
                .getName())
        .isEqualTo("Record ratification: France, parliament · Ruritania (XR-2026)");
    assertThat(work.task(RATIFY).name()).isEqualTo("Record ratification");
  }

  @Test
  void anAllyThatJoinsMeanwhileMustRatifyToo() {
    beingRatified();
    List<Ally> parties = allies.today();
    parties.subList(1, parties.size()).forEach(this::deposit);
    allies.admit("XS", "Syldavia", today(), "test");

    deposit(parties.get(0));
    office.runDueJobs();

    assertThat(work.keys()).containsExactly(RATIFY);
    assertThat(ratifications.missing(KEY)).extracting(Ratification::ally).containsExactly("XS");
    assertThatThrownBy(
            () -> ratifications.report(KEY, "XS", "deposit", today().minusDays(1).toString()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("date: is before XS became a Party");
    ratifications.report(KEY, "XS", "deposit", today().toString());
    office.runDueJobs();
    assertThat(work.keys()).containsExactly(INVITE);
    assertThat(accessions.of(KEY))
        .filteredOn(entry -> entry.stage() == AccessionStage.ENTERED_INTO_FORCE)
        .singleElement()
        .satisfies(entry -> assertThat(entry.detail()).startsWith("33 acceptances"));
  }

  @Test
  void whatWasDepositedForAnEarlierProtocolBringsNoLaterOneIntoForce() {
    beingRatified();
    Ally first = allies.today().get(0);
    deposit(first);
    assertThat(ratifications.missing(KEY))
        .extracting(Ratification::ally)
        .doesNotContain(first.iso2());

    office.setClock(office.now().plus(Duration.ofDays(400)));
    accessions.enter(KEY, AccessionStage.PROTOCOL_SIGNED, today(), "Signed anew");

    assertThat(ratifications.missing(KEY)).hasSize(allies.today().size());
    deposit(first);
    assertThat(ratifications.missing(KEY)).hasSize(allies.today().size() - 1);
  }

  @Test
  void anAllyHoldsItsRatificationAndGoesOnWhileTheOthersDo() {
    beingRatified();

    stateHold("delegate-fr", "change", "held", "reason", "Parliament is dissolved");

    assertThat(ratifications.missing(KEY))
        .filteredOn(each -> each.hold() != null)
        .singleElement()
        .satisfies(
            held -> {
              assertThat(held.ally()).isEqualTo("FR");
              assertThat(held.hold().date()).isEqualTo(today());
              assertThat(held.hold().reason()).isEqualTo("Parliament is dissolved");
              assertThat(held.hold().recordedBy()).isEqualTo("delegate-fr");
            });
    assertThat(office.facts(work.task(RATIFY)).get("heldText").toString())
        .matches("France holds its ratification since .*2027.*: Parliament is dissolved");
    isToAllAllies(notice(KEY, "Ruritania (XR-2026): France holds its ratification"));
    assertThat(lastDecision(KEY).what()).startsWith("France holds its ratification");
    assertThat(lastDecision(KEY).why()).isEqualTo("Parliament is dissolved");
    allies.today().stream().filter(ally -> !ally.iso2().equals("FR")).forEach(this::deposit);
    office.runDueJobs();
    assertThat(work.keys()).containsExactly(RATIFY);

    stateHold("secretary", "ally", "FR", "change", "resumed", "reason", "A new one is elected");

    assertThat(ratifications.missing(KEY)).singleElement().extracting(Ratification::hold).isNull();
    isToAllAllies(notice(KEY, "Ruritania (XR-2026): France goes on with its ratification"));
    deposit(allies.find("FR").orElseThrow());
    office.runDueJobs();
    assertThat(work.keys()).containsExactly(INVITE);
  }

  @Test
  void aDepositEndsAHold() {
    beingRatified();
    stateHold("delegate-fr", "change", "held", "reason", "Parliament is dissolved");
    pass(Period.ofDays(3));

    deposit(allies.find("FR").orElseThrow());

    assertThat(holds.standing(KEY)).isEmpty();
    assertThat(holds.of(KEY))
        .last()
        .satisfies(
            last -> {
              assertThat(last.change()).isEqualTo(RatificationHold.Change.RESUMED);
              assertThat(last.date()).isEqualTo(today());
              assertThat(last.reason()).isEqualTo("Its acceptance was deposited on 14 Jan 2027.");
            });
    isToAllAllies(notice(KEY, "Ruritania (XR-2026): France goes on with its ratification"));
  }

  @Test
  void whoStatesAHoldSpeaksForTheAllyAndItFitsItsRatification() {
    clearGate();
    holdRefused("delegate-fr", "programme: has no accession protocol", "change", "held");
    stage(TALKS);
    stage(LETTER);
    sign();
    holdRefused("delegate-fr", "ally: is another Ally", "ally", "DE", "change", "held");
    holdRefused("secretary", "ally: is required", "change", "held");
    holdRefused("secretary", "ally: 'CH' is not a Party", "ally", "CH", "change", "held");
    holdRefused("delegate-fr", "change: the ratification is not held", "change", "resumed");
    holdRefused("delegate-fr", "change: 'perhaps'", "change", "perhaps");
    holdRefused("delegate-fr", "date: is in the future", "change", "held", "date", "2999-01-01");
    holdRefused(
        "delegate-fr", "date: is before the accession", "change", "held", "date", "2026-12-01");
    holdRefused("delegate-fr", "reason: is required", "change", "held", "reason", " ");
    stateHold("delegate-fr", "change", "held", "reason", "Parliament is dissolved");
    holdRefused("delegate-fr", "change: the ratification is held already", "change", "held");
    holdRefused("delegate-fr", "date: is before what", "change", "resumed", "date", "2027-01-10");
    deposit(allies.find("DE").orElseThrow());
    holdRefused("delegate-de", "ally: has deposited its acceptance", "change", "held");
    assertThat(holds.of(KEY)).hasSize(1);
  }

  private void stateHold(String account, Object... fields) {
    String group =
        account.startsWith("delegate") ? account.replace("delegate", "delegation") : account;
    engine.getIdentityService().setAuthentication(account, List.of(group));
    try {
      runtime.startProcessInstanceByKey("hold-ratification", holdForm(fields));
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  private Map<String, Object> holdForm(Object... fields) {
    Map<String, Object> form = new HashMap<>();
    form.put("programme", KEY.toLowerCase(Locale.ROOT));
    form.put("date", today().toString());
    form.put("reason", "as it is");
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i].toString(), fields[i + 1]);
    }
    return form;
  }

  private void holdRefused(String account, String because, Object... fields) {
    assertThatThrownBy(() -> stateHold(account, fields)).hasStackTraceContaining(because);
  }

  /** Its delegation's group keeps names in a column of 255 characters. */
  @Test
  void aCandidateWithANameOfAThousandCharactersAccedes() {
    String key =
        endorsed(Tier.FULL_CANDIDATE, SampleDossiers.of("XS", "Syldavia ".repeat(112).strip()));
    accessions.enter(key, AccessionStage.INSTRUMENT_DEPOSITED, today(), "deposited");

    accession.admit(key);

    assertThat(allies.isAlly("XS", today())).isTrue();
  }

  @Test
  void anAccessionAddsAPartyToTheOthersUnderWay() {
    beingRatified();
    String other = endorsed(Tier.FULL_CANDIDATE, SampleDossiers.of("XS", "Syldavia"));
    accessions.enter(other, AccessionStage.PROTOCOL_SIGNED, today(), "signed");
    depositAll();
    stage(INVITE);
    stage(INSTRUMENT);

    assertThat(notice(other, "A further Party must ratify").recipients())
        .isEqualTo("council-secretariat, delegation-xr");
    assertThat(ratifications.missing(other)).extracting(Ratification::ally).contains("XR");
  }

  @Test
  void theProtocolIsInForceOnTheDayOfTheLastDeposit() {
    beingRatified();
    LocalDate last = today();
    List<Ally> parties = allies.today();
    parties.subList(1, parties.size()).forEach(this::deposit);
    pass(Period.ofDays(4));

    ratifications.report(KEY, parties.get(0).iso2(), "deposit", last.plusDays(2).toString());
    office.runDueJobs();

    assertThat(accessions.dateOf(KEY, AccessionStage.ENTERED_INTO_FORCE))
        .contains(last.plusDays(2));
  }

  @Test
  void parliamentAndSignatureAloneBringNothingIntoForce() {
    beingRatified();

    for (Ally party : allies.today()) {
      ratifications.report(KEY, party.iso2(), "parliament", today().toString());
      ratifications.report(KEY, party.iso2(), "signature", today().toString());
    }
    office.runDueJobs();

    assertThat(work.keys()).containsExactly(RATIFY);
    assertThat(ratifications.of(KEY))
        .isNotEmpty()
        .allMatch(each -> each.parliament() != null && each.signature() != null)
        .noneMatch(Ratification::isDeposited);
  }

  @Test
  void aCorrectionIsKeptBesideWhatItCorrects() {
    beingRatified();
    pass(Period.ofDays(10));
    ratifications.report(KEY, "FR", "parliament", today().minusDays(1).toString());

    ratifications.report(KEY, "FR", "parliament", today().minusDays(2).toString());

    assertThat(ratifications.entries(KEY)).hasSize(2);
    assertThat(ratifications.of(KEY))
        .filteredOn(each -> each.ally().equals("FR"))
        .extracting(Ratification::parliament)
        .containsExactly(today().minusDays(2));
  }

  @Test
  void datesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> ratifications.report(KEY, "FR", "deposit", START.toString()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("the accession protocol is not signed");
    beingRatified();
    assertThatThrownBy(() -> ratifications.report(KEY, "FR", "deposit", "2020-01-01"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("before the accession protocol was signed");
    assertThatThrownBy(() -> ratifications.report(KEY, "CH", "treaty", "2999-01-01"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("ally: 'CH' is not a Party today")
        .hasMessageContaining("stage: must be one of: parliament, signature, deposit")
        .hasMessageContaining("date: must not be in the future");
    assertThatThrownBy(() -> ratifications.report(KEY, null, "signature", "2020-01-01"))
        .isInstanceOf(Refused.class)
        .hasMessage("ally: is required");
    assertThatThrownBy(() -> ratifications.report(KEY, "FR", "deposit", "soon"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("date: 'soon' is not a date");
    assertThatThrownBy(() -> ratifications.report("XX-1999", "FR", "deposit", "2027-01-11"))
        .isInstanceOf(NotFound.class);
    programmes.suspend(KEY, "waiting");
    assertThatThrownBy(() -> ratifications.report(KEY, "FR", "deposit", START.toString()))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("is suspended");
  }

  @Test
  void theFormShowsWhoIsMissing() {
    beingRatified();
    ratifications.report(KEY, "FR", "deposit", today().toString());

    Map<String, Object> facts = office.facts(work.task(RATIFY));

    assertThat(facts).containsEntry("parties", 32).containsEntry("deposited", 1);
    assertThat(facts.get("missingText").toString()).contains("Germany").doesNotContain("France");
    assertThat((List<?>) facts.get("allyOptions")).hasSize(32);
  }

  private void beingRatified() {
    clearGate();
    stage(TALKS);
    stage(LETTER);
    sign();
  }

  private void clearGate() {
    meetInteroperability();
    checkOpposition();
    bringAssurances();
  }

  private void meetInteroperability() {
    complete(
        REPORT,
        "milestone",
        String.valueOf(milestones.interoperability(KEY).get(0).id()),
        "metOn",
        today().toString(),
        "evidence",
        "Evaluation report");
  }

  private void checkOpposition() {
    complete(CHECK, "finding", "none", "findingDetail", "Nobody", "findingSource", "Polls");
  }

  private void bringAssurances() {
    complete(
        BRING,
        "inForceFrom",
        today().toString(),
        "inForceUntil",
        today().plusYears(3).toString(),
        "assuranceSource",
        "Letters");
  }

  private void stage(String task) {
    complete(task, "happenedOn", today().toString(), "detail", "as it should be");
  }

  private void sign() {
    complete(
        SIGN, "happenedOn", today().toString(), "everyAllySigned", true, "detail", "In Brussels.");
  }

  private void deposit(Ally ally) {
    ratifications.report(KEY, ally.iso2(), "deposit", today().toString());
  }

  private void depositAll() {
    allies.today().forEach(this::deposit);
    office.runDueJobs();
  }

  private void refused(String task, Map<String, Object> fields, String... messages) {
    Object[] flat =
        fields.entrySet().stream()
            .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
            .toArray();
    assertThatThrownBy(() -> complete(task, flat))
        .isInstanceOf(Refused.class)
        .satisfies(refusal -> assertThat(Throwables.getStackTrace(refusal)).contains(messages));
  }
}
