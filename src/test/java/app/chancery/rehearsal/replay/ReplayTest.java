package app.chancery.rehearsal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.chancery.OfficeTest;
import app.chancery.consensus.Consultation;
import app.chancery.consensus.Council;
import app.chancery.consensus.Course;
import app.chancery.consensus.Position;
import app.chancery.consensus.Round;
import app.chancery.integration.AccessionStage;
import app.chancery.integration.Accessions;
import app.chancery.integration.RatificationHolds;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.refusal.Refused;
import app.chancery.programme.Programmes;
import app.chancery.records.alliance.Allies;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.replay.ReplayResult.Event;
import app.chancery.rehearsal.replay.ReplayResult.Outcome;
import app.chancery.rehearsal.replay.ReplayResult.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** History against the real processes. */
@OfficeTest
class ReplayTest {

  private static final Path CASES = Path.of("src/main/resources/cases");
  private static final String HEADER = "kind,date,candidate,event,actor,note\n";

  @Autowired Replay replay;
  @Autowired Office office;
  @Autowired Allies allies;
  @Autowired Programmes programmes;
  @Autowired Council council;
  @Autowired Accessions accessions;
  @Autowired RatificationHolds holds;

  static Stream<Path> workedCases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("workedCases")
  void theWorkedCasesComeOutOnTheirVeryDays(Path file) throws IOException {
    ReplayResult result = replay.run(CaseFile.parse(Files.readString(file)));

    assertThat(missed(result)).isEmpty();
    assertThat(result.refused()).isZero();
    assertThat(result.count(Outcome.MET)).isGreaterThanOrEqualTo(3);
  }

  @Test
  void theDaysInEachStageAreCounted() throws IOException {
    ReplayResult result = replay.run(finland());

    assertThat(result.stages())
        .contains(
            new Stage(
                "FI", "ratification", LocalDate.of(2022, 7, 5), LocalDate.of(2023, 4, 4), null))
        .extracting(Stage::name)
        .containsExactly(
            "consensus",
            "up to the talks",
            "up to the letter of intent",
            "up to the signature",
            "ratification",
            "accession");
    assertThat(Duration.between(office.now(), Instant.now())).isLessThan(Duration.ofMinutes(1));
  }

  /** Nobody waits any more for a stage that was not reached. */
  @Test
  void aStageEndsWhereTheApplicationIsWithdrawn() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-05,XA,proposal-circulated,,silence-ends=2026-01-12",
                "given,2026-01-08,XA,application-withdrawn,,"));

    assertThat(result.stages())
        .containsExactly(
            new Stage(
                "XA",
                "consensus",
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 1, 8),
                "withdrawn by the candidate"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-06-28", "2022-06-30"})
  void anExpectationADayEarlyOrLateIsMissedAndSaysWhenItCame(String day) throws IOException {
    String wrong =
        Files.readString(CASES.resolve("finland-2022.csv"))
            .replace("expected,2022-06-29,", "expected," + day + ",");

    ReplayResult result = replay.run(CaseFile.parse(wrong));

    assertThat(missed(result))
        .singleElement()
        .isEqualTo("proposal-adopted: proposal-adopted came out on 2022-06-29 instead");
    assertThat(result.isAllMet()).isFalse();
  }

  @Test
  void aMissingDepositKeepsTheProtocolFromEnteringIntoForce() throws IOException {
    String withoutTurkey =
        Files.readString(CASES.resolve("finland-2022.csv"))
            .replace("given,2023-04-04,FI,ratified,TR,deposit\n", "");

    ReplayResult result = replay.run(CaseFile.parse(withoutTurkey));

    assertThat(missed(result)).hasSize(2);
    assertThat(missed(result).get(0))
        .contains(
            "entered-into-force did not come out by 2023-04-04",
            "instead came out proposal-adopted on 2022-06-29",
            "deposits are missing of TR");
    assertThat(result.events())
        .filteredOn(Event::refused)
        .singleElement()
        .satisfies(event -> assertThat(event.remark()).contains("The process waits for something"));
  }

  /** Finland joins first, so Sweden needs its acceptance, too. */
  @Test
  void swedenNeedsThirtyOneBecauseFinlandJoined() throws IOException {
    String both = Files.readString(CASES.resolve("finland-2022.csv")) + sweden();

    ReplayResult result = replay.run(CaseFile.parse(both));

    assertThat(missed(result)).isEmpty();
    assertThat(result.refused()).isZero();
    assertThat(allies.isAlly("SE", LocalDate.of(2024, 3, 7))).isTrue();
    assertThat(allies.isAlly("SE", LocalDate.of(2024, 3, 6))).isFalse();
  }

  @Test
  void withoutFinlandsDepositSwedenIsNotIn() throws IOException {
    String both =
        Files.readString(CASES.resolve("finland-2022.csv"))
            + sweden().replace("given,2023-04-04,SE,ratified,FI,\n", "");

    ReplayResult result = replay.run(CaseFile.parse(both));

    assertThat(missed(result).get(0)).contains("deposits are missing of FI");
  }

  @Test
  void anObjectionHoldsOneCandidateWhileTheOtherGoesAhead() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-14",
                "given,2026-01-12,XB,proposal-circulated,,silence-ends=2026-01-14",
                "given,2026-01-13,XB,objection,GR,the name",
                "given,2026-01-13,XB,objection,FR,the name too",
                "expected,2026-01-13,XB,silence-broken,,",
                "expected,2026-01-14,XA,proposal-adopted,,",
                "given,2026-01-20,XA,talks-held,,",
                "given,2026-01-21,XA,talks-held,,second session",
                "given,2026-01-22,XA,letter-of-intent,,",
                "given,2026-01-30,XB,objection-withdrawn,GR,",
                "given,2026-01-31,XB,objection-withdrawn,FR,",
                "given,2026-02-02,XB,proposal-circulated,,silence-ends=2026-02-03",
                "expected,2026-02-03,XB,proposal-adopted,,",
                "given,2026-02-04,XA,protocol-signed,,"));

    assertThat(missed(result)).isEmpty();
    assertThat(result.refused()).isZero();
    assertThat(remarks(result))
        .contains("joins the consultation", "still objecting: FR", "a further session");
  }

  /** West Germany: no talks, no letter and no invitation to accede are on record. */
  @Test
  void stagesThatTheCaseLeavesOutArePresumedOnTheDayOfTheNextOne() throws IOException {
    ReplayResult result =
        replay.run(CaseFile.parse(Files.readString(CASES.resolve("germany-1955.csv"))));

    assertThat(result.events())
        .filteredOn(Event::presumed)
        .extracting(event -> event.row().event() + " " + event.row().date())
        .containsExactly(
            "TALKS_HELD 1954-10-23", "LETTER_OF_INTENT 1954-10-23", "INVITED_TO_ACCEDE 1955-05-06");
    assertThat(result.presumed()).isEqualTo(3);
    assertThat(accessions.of("DE-1954"))
        .filteredOn(entry -> entry.stage() == AccessionStage.LETTER_OF_INTENT)
        .singleElement()
        .satisfies(entry -> assertThat(entry.detail()).startsWith("Presumed: "));
  }

  @Test
  void aStageThatTheCaseTellsOfIsNotPresumedWhereverItStands() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-13",
                "expected,2026-01-13,XA,proposal-adopted,,",
                "given,2026-01-14,XA,protocol-signed,,",
                "given,2026-01-15,XA,talks-held,,",
                "given,2026-01-16,XA,ratified,FR,",
                "given,2026-01-17,XA,letter-of-intent,,"));

    assertThat(result.events())
        .extracting(event -> event.row().event().code() + (event.refused() ? " refused" : " taken"))
        .containsExactly(
            "proposal-circulated taken",
            "proposal-adopted taken",
            "protocol-signed refused",
            "talks-held taken",
            "ratified refused",
            "letter-of-intent taken");
    assertThat(result.presumed()).isZero();
  }

  /** Also where it is the deposit of an Ally that tells of the signature. */
  @Test
  void aDepositPresumesTheSignatureAndWhatCameBeforeIt() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-13",
                "given,2026-01-16,XA,ratified,FR,",
                "given,2026-01-17,XA,ratification-held,DE,"));

    assertThat(result.presumed()).isEqualTo(3);
    assertThat(result.refused()).isZero();
  }

  /** Nobody has deposited, no Party, not held, or before a stage that the case tells of. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "invited-to-accede,",
        "instrument-deposited,XA",
        "ratified,XB",
        "ratification-held,XB",
        "ratification-resumed,TR",
      })
  void whatIsRefusedPresumesNothing(String event) {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-13",
                "given,2026-01-12,XB,proposal-circulated,,silence-ends=2026-01-13",
                "given,2026-01-14,XA," + event + ","));

    assertThat(result.refused()).isOne();
    assertThat(result.presumed()).isZero();
    assertThat(accessions.of("XA-2026")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ratified", "ratification-held"})
  void whatComesBeforeAStageThatTheCaseTellsOfPresumesNothing(String event) {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-13",
                "given,2026-01-14,XA," + event + ",TR,",
                "given,2026-01-20,XA,protocol-signed,,"));

    assertThat(result.refused()).isOne();
    assertThat(result.events())
        .filteredOn(Event::presumed)
        .extracting(each -> each.row().event() + " " + each.row().date())
        .containsExactly("TALKS_HELD 2026-01-20", "LETTER_OF_INTENT 2026-01-20");
  }

  @Test
  void aPartyDepositsOnce() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-13",
                "given,2026-01-14,XA,ratified,TR,",
                "given,2026-01-15,XA,ratified,TR,"));

    assertThat(result.refused()).isOne();
    assertThat(remarks(result)).contains("refused: TR deposited its acceptance on 2026-01-14.");
  }

  @Test
  void whoIsAPartyJoinsNoMore() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2023-04-03,,party-joined,FR,",
                "given,2023-04-03,XA,proposal-circulated,,silence-ends=2023-04-07",
                "given,2023-04-04,,party-joined,FI,as the list has it",
                "given,2023-04-05,,party-joined,FI,",
                "given,2023-04-05,,party-joined,XB,",
                "given,2023-04-06,,party-joined,XB,"));

    assertThat(result.events())
        .filteredOn(Event::refused)
        .extracting(event -> event.row().line())
        .containsExactly(2, 5, 7);
    assertThat(remarks(result)).contains("FR is a Party already, since 1949-04-04.");
  }

  @Test
  void whyNothingCameOutIsSaidWithoutContradiction() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-13",
                "expected,2026-01-13,XA,proposal-adopted,,",
                "expected,2026-01-13,XA,proposal-adopted,,",
                "given,2026-01-14,XA,application-withdrawn,,",
                "expected,2026-01-15,XA,acceded,,"));

    assertThat(missed(result))
        .containsExactly(
            "proposal-adopted: proposal-adopted came out on 2026-01-13 only, which another row"
                + " expects",
            "acceded: acceded did not come out by 2026-01-15; instead came out proposal-adopted on"
                + " 2026-01-13; the application was withdrawn on 2026-01-14");
  }

  @Test
  void nothingIsPresumedBeforeTheCouncilHasAdopted() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-15",
                "given,2026-01-13,XA,protocol-signed,,"));

    assertThat(result.presumed()).isZero();
    assertThat(remarks(result))
        .contains("The council has not adopted the proposal; it is under silence until");
  }

  @Test
  void theInvitationToAccedeHasADayOfItsOwn() throws IOException {
    replay.run(CaseFile.parse(Files.readString(CASES.resolve("spain-1982.csv"))));

    assertThat(accessions.dateOf("ES-1981", AccessionStage.INVITED))
        .contains(LocalDate.of(1982, 5, 29));
    assertThat(accessions.dateOf("ES-1981", AccessionStage.ACCEDED))
        .contains(LocalDate.of(1982, 5, 30));
  }

  @Test
  void anInvitationBeforeTheProtocolIsInForceIsRefused() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-13",
                "given,2026-01-14,XA,protocol-signed,,",
                "given,2026-01-15,XA,invited-to-accede,,"));

    assertThat(result.refused()).isOne();
    assertThat(remarks(result)).contains("The process waits for something else");
  }

  @Test
  void anAllyThatHoldsItsRatificationHoldsUpNobodyElse() throws IOException {
    ReplayResult result =
        replay.run(CaseFile.parse(Files.readString(CASES.resolve("sweden-2022.csv"))));

    assertThat(holds.of("SE-2022"))
        .extracting(hold -> hold.ally() + " " + hold.change().code() + " " + hold.date())
        .containsExactly("TR held 2023-01-23", "TR resumed 2023-07-10");
    assertThat(missed(result)).isEmpty();
  }

  @Test
  void aHoldThatStandsIsNamedBesideTheDepositThatIsMissing() throws IOException {
    String held =
        Files.readString(CASES.resolve("sweden-2022.csv"))
            .lines()
            .filter(line -> !line.contains(",TR,") || line.contains("ratification-held"))
            .collect(Collectors.joining("\n"));

    assertThat(missed(replay.run(CaseFile.parse(held))).get(0))
        .contains("deposits are missing of TR (held since 2023-01-23)");
  }

  /** An objection in ratification: the council has decided, it is a hold that is meant. */
  @Test
  void anObjectionInRatificationIsRefusedWithAHint() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-13",
                "given,2026-01-14,XA,protocol-signed,,",
                "given,2026-01-15,XA,objection,TR,halted",
                "given,2026-01-16,XA,objection-withdrawn,TR,",
                "given,2026-01-17,XA,ratification-resumed,TR,",
                "given,2026-01-18,XA,ratification-held,TR,",
                "given,2026-01-19,XA,ratified,TR,"));

    assertThat(result.refused()).isEqualTo(3);
    assertThat(remarks(result))
        .contains("is told by ratification-held.", "is told by ratification-resumed.")
        .contains("the ratification is not held", "its hold ends with the deposit");
  }

  @Test
  void whatTheProcessRefusesIsSaidAndHistoryGoesOn() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-13",
                "given,2026-01-13,XA,talks-held,,before the silence has ended",
                "expected,2026-01-13,XA,proposal-adopted,,",
                "given,2026-01-14,XA,objection,GR,too late",
                "given,2026-01-15,XA,ratified,GR,not signed yet",
                "given,2026-01-15,XB,ratified,GR,",
                "given,2026-01-16,XA,objection-withdrawn,GR,",
                "expected,2026-01-16,XB,acceded,,"));

    assertThat(result.events()).filteredOn(Event::refused).hasSize(5);
    assertThat(remarks(result))
        .contains(
            "The council has not adopted the proposal",
            "came after the deadline",
            "the accession protocol is not signed",
            "No proposal on XB was circulated",
            "Greece has no objection that stands");
    assertThat(missed(result)).singleElement().asString().contains("no proposal was circulated");
  }

  /** Three rounds without adoption, then the proposal comes as a new one. */
  @Test
  void aProposalComesAgainAmendedAndAfterItsLastRoundAsANewOne() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-13",
                "given,2026-01-13,XA,objection,GR,",
                "expected,2026-01-13,XA,silence-broken,,",
                "given,2026-01-20,XA,proposal-circulated,,silence-ends=2026-01-21",
                "given,2026-01-21,XA,objection,GR,",
                "expected,2026-01-21,XA,silence-broken,,",
                "given,2026-01-27,XA,proposal-circulated,,silence-ends=2026-01-28",
                "given,2026-01-28,XA,objection,GR,",
                "expected,2026-01-28,XA,silence-broken,,",
                "given,2026-02-03,XA,objection-withdrawn,GR,",
                "given,2026-02-03,XA,proposal-circulated,,silence-ends=2026-02-04",
                "expected,2026-02-04,XA,proposal-adopted,,"));

    assertThat(missed(result)).isEmpty();
    assertThat(result.refused()).isZero();
  }

  @Test
  void aPartyThatJoinedIsAskedAndItsDepositIsNeeded() {
    String parties =
        allies.on(LocalDate.of(2026, 1, 20)).stream()
            .map(ally -> "given,2026-01-20,XA,ratified,%s,\n".formatted(ally.iso2()))
            .collect(Collectors.joining());
    ReplayResult result =
        replay.run(
            CaseFile.parse(
                HEADER
                    + "given,2026-01-05,,party-joined,XS,\n"
                    + "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-14\n"
                    + "given,2026-01-13,XA,objection,XS,\n"
                    + "expected,2026-01-13,XA,silence-broken,,\n"
                    + "given,2026-01-14,XA,objection-withdrawn,XS,\n"
                    + "given,2026-01-14,XA,proposal-circulated,,silence-ends=2026-01-15\n"
                    + "expected,2026-01-15,XA,proposal-adopted,,\n"
                    + "given,2026-01-18,XA,talks-held,,\n"
                    + "given,2026-01-18,XA,letter-of-intent,,\n"
                    + "given,2026-01-19,XA,protocol-signed,,\n"
                    + parties
                    + "given,2026-01-21,,party-joined,XT,\n"
                    + "given,2026-01-22,XA,ratified,XS,\n"
                    + "given,2026-01-23,XA,ratified,XT,\n"
                    + "expected,2026-01-23,XA,entered-into-force,,\n"
                    + "given,2026-01-30,XA,instrument-deposited,,\n"
                    + "expected,2026-01-30,XA,acceded,,\n"));

    assertThat(missed(result)).isEmpty();
    assertThat(result.refused()).isZero();
  }

  /** As told by a row, as the list of Parties has it, and as a candidate of the same file. */
  @ParameterizedTest
  @ValueSource(strings = {"given,2023-04-04,,party-joined,FI,real day", "", "accession"})
  void aPartyThatJoinsWhileSilenceRunsIsAskedAndMayObject(String joining) throws IOException {
    String finland = Files.readString(CASES.resolve("finland-2022.csv"));
    ReplayResult result =
        replay.run(
            CaseFile.parse(
                (joining.equals("accession") ? finland : HEADER + joining + "\n")
                    + "given,2023-04-03,XA,proposal-circulated,,silence-ends=2023-04-07\n"
                    + "given,2023-04-03,XB,proposal-circulated,,silence-ends=2023-04-07\n"
                    + "given,2023-04-05,XA,objection,FI,\"now a Party, was not asked\"\n"
                    + "expected,2023-04-05,XA,silence-broken,,\n"
                    + "expected,2023-04-07,XB,proposal-adopted,,\n"));

    assertThat(missed(result)).isEmpty();
    assertThat(result.refused()).isZero();
    assertThat(council.openRounds()).isEmpty();
    assertThat(council.newestRound("XB-2023").orElseThrow().allies()).hasSize(31).contains("FI");
  }

  @Test
  void objectionsThatComeLaterAreOnRecordAndEachIsNeededForTheWithdrawal() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-14",
                "given,2026-01-13,XA,objection,GR,the name",
                "given,2026-01-13,XA,objection,FR,the name too",
                "expected,2026-01-13,XA,silence-broken,,",
                "given,2026-02-13,XA,objection,BE,on second thoughts",
                "given,2026-03-01,XA,objection-withdrawn,GR,",
                "given,2026-03-02,XA,objection-withdrawn,FR,",
                "given,2026-03-03,XA,objection-withdrawn,BE,",
                "given,2026-03-04,XA,proposal-circulated,,silence-ends=2026-03-05",
                "expected,2026-03-05,XA,proposal-adopted,,"));

    assertThat(missed(result)).isEmpty();
    assertThat(result.refused()).isZero();
    assertThat(remarks(result)).contains("still objecting: BE, FR", "still objecting: BE");
    Round broken = council.rounds("XA-2026").get(0);
    assertThat(council.positions(broken.id()))
        .extracting(Position::ally, Position::statement)
        .containsExactly(
            tuple("GR", "the name"),
            tuple("FR", "the name too"),
            tuple("BE", "on second thoughts"));
    assertThat(council.consultations(broken.id()))
        .extracting(Consultation::course)
        .containsExactly(Course.RETABLE);
  }

  @Test
  void whatIsAdoptedInTheMorningIsFollowedOnTheSameDay() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,\"time=09:00, silence-ends=2026-01-12T10:00\"",
                "expected,2026-01-12,XA,proposal-adopted,,time=10:00",
                "given,2026-01-12,XA,talks-held,,",
                "given,2026-01-12,XA,letter-of-intent,,time=14:30",
                "given,2026-01-12,XA,protocol-signed,,time=17:00"));

    assertThat(missed(result)).isEmpty();
    assertThat(result.refused()).isZero();
  }

  @Test
  void anExpectationOfAnotherMinuteIsMissedAndSaysWhenItCame() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-13T10:00",
                "expected,2026-01-13,XA,proposal-adopted,,time=09:59",
                "given,2026-01-13,XA,talks-held,,time=09:30"));

    assertThat(missed(result))
        .singleElement()
        .asString()
        .endsWith("proposal-adopted came out on 2026-01-13 at 10:00 instead");
    assertThat(remarks(result)).contains("under silence until Tuesday 13 January 2026, 10:00");
  }

  /** Germany in 1954: adopted, talks and letter on one day. */
  @Test
  void theStagesOfOneDayFollowOneAnotherInTheOrderOfTheFile() {
    ReplayResult result =
        replay.run(
            rows(
                "given,1954-10-20,DE,proposal-circulated,,silence-ends=1954-10-22",
                "expected,1954-10-22,DE,proposal-adopted,,",
                "given,1954-10-22,DE,talks-held,,",
                "given,1954-10-22,DE,letter-of-intent,,",
                "given,1954-10-23,DE,protocol-signed,,"));

    assertThat(missed(result)).isEmpty();
    assertThat(result.refused()).isZero();
  }

  @Test
  void aProposalIsWithdrawnUnderSilenceOrInConsultationAndMayComeAgain() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-14",
                "given,2026-01-13,XA,proposal-withdrawn,,three only",
                "given,2026-01-14,XA,proposal-withdrawn,,again",
                "given,2026-01-15,XA,proposal-circulated,,silence-ends=2026-01-16",
                "expected,2026-01-16,XA,proposal-adopted,,",
                "given,2026-01-12,XB,proposal-circulated,,silence-ends=2026-01-14",
                "given,2026-01-13,XB,objection,US,three only",
                "expected,2026-01-13,XB,silence-broken,,",
                "given,2026-01-14,XB,proposal-withdrawn,,",
                "given,2026-01-15,XB,objection,FR,",
                "given,2026-01-20,XB,proposal-circulated,,silence-ends=2026-01-21",
                "expected,2026-01-21,XB,proposal-adopted,,"));

    assertThat(missed(result)).isEmpty();
    assertThat(result.events())
        .filteredOn(Event::refused)
        .extracting(event -> event.row().line())
        .containsExactlyInAnyOrder(4, 11);
    assertThat(council.rounds("XA-2026"))
        .extracting(Round::status)
        .containsExactly(Round.Status.WITHDRAWN, Round.Status.ADOPTED);
    assertThat(remarks(result)).contains("No proposal is under silence or in consultation");
  }

  @Test
  void aProposalIsWithdrawnAfterItsLastRoundWasBroken() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-14",
                "given,2026-01-13,XA,objection,US,three only",
                "given,2026-01-15,XA,proposal-circulated,,silence-ends=2026-01-16",
                "given,2026-01-16,XA,objection,US,time=09:00",
                "given,2026-01-19,XA,proposal-circulated,,silence-ends=2026-01-21",
                "given,2026-01-20,XA,objection,US,three only",
                "expected,2026-01-20,XA,silence-broken,,",
                "given,2026-01-20,XA,proposal-withdrawn,,that evening",
                "given,2026-01-21,XA,proposal-withdrawn,,again",
                "given,2026-01-26,XA,proposal-circulated,,silence-ends=2026-01-28",
                "expected,2026-01-28,XA,proposal-adopted,,"));

    assertThat(missed(result)).isEmpty();
    assertThat(result.events())
        .filteredOn(Event::refused)
        .extracting(event -> event.row().line())
        .containsExactly(10);
    assertThat(council.rounds("XA-2026")).extracting(Round::number).containsExactly(1, 2, 3, 1);
  }

  @Test
  void anApplicationIsWithdrawnAtAnyStepAndTheCandidateMayApplyAgain() {
    ReplayResult result =
        replay.run(
            rows(
                "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-14",
                "expected,2026-01-14,XA,proposal-adopted,,",
                "given,2026-01-20,XA,talks-held,,",
                "given,2026-01-21,XA,application-withdrawn,,a new government",
                "given,2026-01-22,XA,letter-of-intent,,",
                "given,2026-01-23,XA,application-withdrawn,,twice",
                "given,2026-02-01,XA,proposal-circulated,,silence-ends=2026-02-02",
                "expected,2026-02-02,XA,proposal-adopted,,",
                "given,2026-01-12,XB,proposal-circulated,,silence-ends=2026-01-14",
                "given,2026-01-13,XB,application-withdrawn,,under silence",
                "given,2026-01-12,XC,proposal-circulated,,silence-ends=2026-01-14",
                "given,2026-01-13,XC,objection,FR,",
                "expected,2026-01-13,XC,silence-broken,,",
                "given,2026-01-14,XC,application-withdrawn,,in consultation",
                "given,2026-01-14,XD,application-withdrawn,,before the council"));

    assertThat(missed(result)).isEmpty();
    assertThat(result.events())
        .filteredOn(Event::refused)
        .extracting(event -> event.row().line())
        .containsExactlyInAnyOrder(6, 7);
    assertThat(remarks(result)).contains("The application of XA was withdrawn on 2026-01-21");
    for (String key : List.of("XA-2026", "XB-2026", "XC-2026", "XD-2026")) {
      assertThat(programmes.get(key).outcome())
          .as(key)
          .isEqualTo(app.chancery.programme.Outcome.WITHDRAWN);
    }
    assertThat(programmes.get("XA-2026").why()).contains("a new government");
    assertThat(programmes.get("XA-2026-2").isOpen()).isTrue();
    assertThat(council.openRounds()).isEmpty();
    assertThat(office.openTasks())
        .extracting(OpenTask::programme)
        .doesNotContain("XA-2026", "XB-2026", "XC-2026", "XD-2026");
  }

  @Test
  void whatContradictsTheListOfPartiesIsABadFileAndNothingRuns() {
    assertThatThrownBy(
            () ->
                replay.run(
                    rows(
                        "given,2026-01-12,FR,proposal-circulated,,silence-ends=2026-01-13",
                        "given,2026-01-12,XA,proposal-circulated,,silence-ends=2026-01-13",
                        "given,2026-01-12,XA,objection,CH,")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("line 2, column 3 (candidate): FR is a Party already")
        .hasMessageContaining("line 4, column 5 (actor): CH is no Party on 2026-01-12");
    assertThat(programmes.isEmpty()).isTrue();
  }

  private static CaseFile finland() throws IOException {
    return CaseFile.parse(Files.readString(CASES.resolve("finland-2022.csv")));
  }

  /** As Finland's, but Türkiye and Hungary took longer, and Finland deposits when it joins. */
  private static String sweden() throws IOException {
    return Files.readString(CASES.resolve("finland-2022.csv"))
        .lines()
        .skip(1)
        .filter(line -> !line.contains(",HU,") && !line.contains("2023-04-04"))
        .map(line -> line.replace(",FI,", ",SE,") + "\n")
        .collect(Collectors.joining())
        .concat(
            """
            given,2023-04-04,SE,ratified,FI,
            given,2024-02-23,SE,ratified,TR,
            given,2024-03-07,SE,ratified,HU,
            expected,2024-03-07,SE,entered-into-force,,31 acceptances
            given,2024-03-07,SE,instrument-deposited,SE,
            expected,2024-03-07,SE,acceded,,
            """);
  }

  private static CaseFile rows(String... rows) {
    return CaseFile.parse(HEADER + String.join("\n", rows));
  }

  private static List<String> missed(ReplayResult result) {
    return result.events().stream()
        .filter(event -> event.outcome() == Outcome.MISSED)
        .map(event -> event.row().event().word() + ": " + event.remark())
        .toList();
  }

  private static String remarks(ReplayResult result) {
    return result.events().stream().map(Event::remark).collect(Collectors.joining("\n"));
  }
}
