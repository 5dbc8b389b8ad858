package app.chancery.rehearsal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a case: nothing of it runs if anything in it is wrong. */
class CaseFileTest {

  private static final String HEADER = "kind,date,candidate,event,actor,note\n";
  private static final String GOOD = "given,2022-07-05,FI,protocol-signed,,\n";

  @Test
  void rowsAreSortedByDateAndKeepTheirOrderWithinOne() {
    CaseFile read =
        CaseFile.parse(
            HEADER
                + "given,2022-07-05,FI,ratified,CA,\n"
                + "given,2022-06-28,FI,proposal-circulated,,\"assumed; silence-ends=2022-06-29\"\n"
                + "\n"
                + "given,2022-07-05,FI,ratified,AL,\r\n");

    assertThat(read.rows()).extracting(CaseRow::line).containsExactly(3, 2, 5);
    assertThat(read.rows().get(0).silenceEnds()).isEqualTo("2022-06-29T16:00:00Z");
    assertThat(read.candidates()).containsExactly("FI");
  }

  @Test
  void columnsMayStandInAnyOrder() {
    CaseFile read =
        CaseFile.parse(
            "\uFEFFdate,kind,actor,event,candidate,note\n2022-07-05,given,CA,ratified,FI,x\n");

    assertThat(read.rows())
        .containsExactly(
            new CaseRow(
                2,
                CaseEvent.Kind.GIVEN,
                LocalDate.of(2022, 7, 5),
                "FI",
                CaseEvent.RATIFIED,
                "CA",
                "x",
                null,
                Instant.parse("2022-07-05T10:00:00Z"),
                null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gives,2022-07-05,FI,protocol-signed,,     | column 1 (kind)      | neither given nor expected",
        "given,2022-07-32,FI,protocol-signed,,     | column 2 (date)      | '2022-07-32' is no day",
        "given,05/07/2022,FI,protocol-signed,,     | column 2 (date)      | 5 Jul 2022 write 2022-07-05",
        "given,2022-07-05,Finland,protocol-signed,,| column 3 (candidate) | 'Finland' is not an ISO",
        "given,2022-07-05,,protocol-signed,,       | column 3 (candidate) | is required",
        "given,2022-07-05,FI,protocol-sined,,      | column 4 (event)     | no event that is given",
        "given,2022-07-05,FI,acceded,,             | column 4 (event)     | no event that is given",
        "expected,2022-07-05,FI,ratified,CA,       | column 4 (event)     | no event that is expected",
        "given,2022-07-05,FI,ratified,,            | column 5 (actor)     | is required",
        "given,2022-07-05,FI,ratified,CAN,         | column 5 (actor)     | 'CAN' is not an ISO",
        "given,2022-07-05,FI,ratified,FI,          | column 5 (actor)     | no Party to its own",
        "given,2022-07-05,,party-joined,,          | column 5 (actor)     | is required",
        "given,2022-07-05,FI,instrument-deposited,SE, | column 5 (actor)  | not SE",
        "given,2022-07-05,FI,instrument-deposited,FIN, | column 5 (actor) | 'FIN' is not an ISO",
        "given,2022-07-05,FI,proposal-circulated,, | column 6 (note)      | must say when silence ends",
        "given,2022-07-05,FI,proposal-circulated,,silence-ends=soon       | column 6 (note) | is not a date",
        "given,2022-07-05,FI,proposal-circulated,,silence-ends=2022-07-04 | column 6 (note) | before",
        "given,2022-07-05,FI,proposal-circulated,,silence-ends=2022-07-06 silence-ends=2022-07-07 | column 6 (note) | more than once",
        "given,2022-07-05,FI,protocol-signed,      | column 6 (note)      | 5 values for 6 columns",
        "given,2022-07-05,FI,protocol-signed,,a,b  | column 7 (none)      | 7 values for 6 columns",
        "given,2022-07-05,FI,protocol-signed,,\"a  | column 6 (note)      | must end with a quote",
      })
  void everyMistakeIsNamedWithLineAndColumn(String line, String column, String message) {
    assertThat(faults(HEADER + GOOD + line + "\n"))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("line 3, " + column);
              assertThat(fault.message()).contains(message);
            });
  }

  @Test
  void aNoteWithWhatNobodySeesIsNamed() {
    assertThat(faults(HEADER + "given,2022-07-05,FI,protocol-signed,,all \u202Ewell\n"))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("line 2, column 6 (note)");
              assertThat(fault.message()).contains("direction of writing (U+202E, character 5)");
            });
  }

  @Test
  void allMistakesAreNamedAtOnce() {
    assertThat(faults(HEADER + "x,y,FI,acceded,,\n" + GOOD + "given,2022-07-05,FI,ratified,,\n"))
        .extracting(Fault::field)
        .containsExactly(
            "line 2, column 1 (kind)", "line 2, column 2 (date)", "line 4, column 5 (actor)");
  }

  @Test
  void whoJoinsIsNoCandidate() {
    CaseFile read =
        CaseFile.parse(
            HEADER
                + "given,2022-07-04,,party-joined,ME,\n"
                + "given,2022-07-05,XZ,protocol-signed,,\n"
                + "given,2022-07-06,FI,protocol-signed,,\n"
                + "given,2022-07-07,XZ,instrument-deposited,XZ,\n"
                + "given,2022-07-08,XZ,instrument-deposited,,\n");

    assertThat(read.candidates()).containsExactly("XZ", "FI");
  }

  @Test
  void silenceMayEndOnTheDayItBegins() {
    CaseFile read =
        CaseFile.parse(
            HEADER + "given,2022-07-05,FI,proposal-circulated,,silence-ends=2022-07-05\n" + GOOD);

    assertThat(read.rows())
        .extracting(CaseRow::silenceEnds)
        .containsExactly(Instant.parse("2022-07-05T16:00:00Z"), null);
  }

  @Test
  void theHourCountsWhereANoteGivesIt() {
    CaseFile read =
        CaseFile.parse(
            HEADER
                + "given,2022-06-29,XA,talks-held,,\n"
                + "given,2022-06-29,XB,proposal-circulated,,"
                + "\"time=09:30, silence-ends=2022-06-29T10:00\"\n"
                + "given,2022-06-29,XB,talks-held,,time=15:00\n"
                + "given,2022-06-29,XB,letter-of-intent,,right behind it\n"
                + "given,2022-01-10,XB,objection,CA,time=00:00\n"
                + "given,2022-10-30,XB,protocol-signed,,time=02:30+01:00\n");

    assertThat(read.given())
        .extracting(CaseRow::candidate, CaseRow::at)
        .containsExactly(
            tuple("XB", Instant.parse("2022-01-09T23:00:00Z")),
            tuple("XB", Instant.parse("2022-06-29T07:30:00Z")),
            tuple("XA", Instant.parse("2022-06-29T10:00:00Z")),
            tuple("XB", Instant.parse("2022-06-29T13:00:00Z")),
            tuple("XB", Instant.parse("2022-06-29T13:00:00Z")),
            tuple("XB", Instant.parse("2022-10-30T01:30:00Z")));
    assertThat(read.rows().get(2).silenceEnds()).isEqualTo("2022-06-29T08:00:00Z");
  }

  /** Where the file has the adoption ahead of it, what waits for that happens in the evening. */
  @Test
  void theAccessionGoesOnBehindTheAdoptionOfTheSameDay() {
    CaseFile read =
        CaseFile.parse(
            HEADER
                + "given,1954-10-20,DE,proposal-circulated,,silence-ends=1954-10-22\n"
                + "given,1954-10-22,DE,objection,FR,\n"
                + "expected,1954-10-22,DE,proposal-adopted,,\n"
                + "given,1954-10-22,DE,objection,BE,\n"
                + "given,1954-10-22,DE,talks-held,,\n"
                + "given,1954-10-22,XA,talks-held,,\n");

    assertThat(read.given())
        .extracting(CaseRow::line, CaseRow::at)
        .containsExactly(
            tuple(2, Instant.parse("1954-10-20T11:00:00Z")),
            tuple(3, Instant.parse("1954-10-22T11:00:00Z")),
            tuple(5, Instant.parse("1954-10-22T11:00:00Z")),
            tuple(7, Instant.parse("1954-10-22T11:00:00Z")),
            tuple(6, Instant.parse("1954-10-22T17:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"time=09:30", "TIME=09:30", "at Time = 09:30 sharp", "(time= 09:30 )"})
  void aTimeIsTakenHoweverItIsSetOff(String note) {
    assertThat(
            CaseFile.parse(HEADER + "given,2022-06-29,XA,talks-held,,%s\n".formatted(note)).given())
        .extracting(CaseRow::at)
        .containsExactly(Instant.parse("2022-06-29T07:30:00Z"));
  }

  @Test
  void whatStandsAheadOfATimeInTheMorningHappensNoLaterThanThat() {
    CaseFile read =
        CaseFile.parse(
            HEADER
                + "given,2022-06-29,XA,proposal-circulated,,silence-ends=2022-06-30T10:00\n"
                + "given,2022-06-30,XA,objection-withdrawn,FR,\n"
                + "expected,2022-06-30,XA,proposal-adopted,,\n"
                + "given,2022-06-30,XA,talks-held,,\n"
                + "given,2022-06-30,XB,talks-held,,\n"
                + "given,2022-06-30,XA,letter-of-intent,,time=11:00\n"
                + "given,2022-06-30,XA,protocol-signed,,\n");

    assertThat(read.given())
        .extracting(CaseRow::line, CaseRow::at)
        .containsExactly(
            tuple(2, Instant.parse("2022-06-29T10:00:00Z")),
            tuple(3, Instant.parse("2022-06-30T09:00:00Z")),
            tuple(5, Instant.parse("2022-06-30T09:00:00Z")),
            tuple(7, Instant.parse("2022-06-30T09:00:00Z")),
            tuple(6, Instant.parse("2022-06-30T10:00:00Z")),
            tuple(8, Instant.parse("2022-06-30T10:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proposal-circulated | silence-ends=2022-03-27T02:30 | 02:30",
        "proposal-circulated | silence-ends=2022-10-30T02:30 | 02:30",
        "proposal-circulated | silence-ends=2022-10-30T25:00 | 25:00",
        "proposal-circulated | silence-ends=2022-03-27T12:00 | at noon unless the note says",
        "proposal-circulated | time=18:00; silence-ends=2022-03-27 | before the proposal is",
        "talks-held          | time=02:30 | 02:30",
        "talks-held          | time=2:30 | 2:30",
        "talks-held          | time=noon | noon",
        "talks-held          | time= | time",
        "talks-held          | Time=9.00 | 9.00",
        "talks-held          | time = 25:00 | 25:00",
        "talks-held          | time=10:00 or time=11:00 | time= more than once",
        "talks-held          | time=10:00; TIME = 10:00 | time= more than once",
        "talks-held          | tiem=10:00 | 'tiem=' is not known",
        "talks-held          | silence-end = 2022-03-28 | 'silence-end=' is not known",
        "talks-held          | silence-ends=2022-03-28 | belongs to proposal-circulated",
      })
  void anHourThatIsNoneOrNotOneIsRefusedInItsPlace(String event, String note, String message) {
    assertThat(faults(HEADER + "given,2022-03-27,XA,%s,,%s\n".formatted(event, note)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.field()).isEqualTo("line 2, column 6 (note)"))
        .satisfies(fault -> assertThat(fault.message()).contains(message));
  }

  @Test
  void aPlaceIsNamedByItsLineAndColumn() {
    CaseFile read =
        CaseFile.parse("date,kind,actor,event,candidate,note\n2022-07-05,given,CA,ratified,FI,x\n");

    assertThat(read.place(read.rows().get(0), "actor")).isEqualTo("line 2, column 3 (actor)");
  }

  @Test
  void theColumnsAreThoseOfACase() {
    assertThat(faults("kind,date,country,event,actor,note\n" + GOOD))
        .extracting(Fault::field)
        .containsExactly("line 1, column 3 (country)", "line 1 (candidate)");
  }

  private static List<Fault> faults(String csv) {
    try {
      CaseFile.parse(csv);
    } catch (Refused refused) {
      return refused.faults();
    }
    throw new AssertionError("It was not refused");
  }
}
