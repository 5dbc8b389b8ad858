package app.chancery.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a table, and where it says otherwise than it may. */
class TableTest {

  private static final List<String> NAMES = List.of("code", "name", "note");
  private static final Columns COLUMNS = new Columns(NAMES, Set.of("code", "name"), 8, 5);
  private static final String HEADER = "code,name,note\n";

  @Test
  void columnsMayStandInAnyOrderAndWhatNeedNotBeThereMayBeLeftOut() {
    assertThat(rows(" name ,code\n Aldermark , XA\n")).containsExactly("2: XA|Aldermark|");
  }

  @Test
  void aByteOrderMarkIsTaken() {
    byte[] file = ("\uFEFF" + HEADER + "XA,Aldermark,x\n").getBytes(StandardCharsets.UTF_8);

    assertThat(rows("\uFEFF" + HEADER + "XA,Aldermark,x\n")).containsExactly("2: XA|Aldermark|x");
    assertThat(written(Table.read(file, COLUMNS, new Faults())))
        .containsExactly("2: XA|Aldermark|x");
  }

  @Test
  void blanksOfAnyKindAroundTheNameOfAColumnAreTaken() {
    assertThat(rows("\uFEFF\uFEFFcode\u00A0, \u202Fname\u2007,\u3000note\nXA,Aldermark,x\n"))
        .containsExactly("2: XA|Aldermark|x");
  }

  @Test
  void quotedValuesHoldCommasQuotesAndEndsOfLines() {
    assertThat(rows(HEADER + "XA, \"Alder, \"\"the\"\" mark\" ,\" a\r\nb \"\r\nXB,B,F\"x\n"))
        .containsExactly("2: XA|Alder, \"the\" mark|a\r\nb", "4: XB|B|F\"x");
  }

  @Test
  void theLineIsThatOfTheFileWhateverStandsBefore() {
    assertThat(
            rows("\n , ,\n" + HEADER + "\r\n\rXA,\"of\rthree\r\nlines\",\n,,\n\"\",\"\"\nXB,B,\n"))
        .containsExactly("6: XA|of\rthree\r\nlines|", "11: XB|B|");
  }

  @Test
  void columnsThatAreWhollyEmptyAreNone() {
    assertThat(rows("code,,name,note,,\nXA,,Aldermark,x,,\nXB, ,Bellmora,y\nXC,,Corvana,,,,,\n"))
        .containsExactly("2: XA|Aldermark|x", "3: XB|Bellmora|y", "4: XC|Corvana|");
    assertThat(faults("code,,name,note,,\nXA,,Aldermark,x,,\nXB,y,Bellmora,,,z\n"))
        .containsExactly(
            new Fault("line 3, column 2 (none)", "the column has no name"),
            new Fault("line 3, column 6 (none)", "the column has no name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "XA,Aldermark     | line 3, column 3 (note) | the line has 2 values for 3 columns",
        "XA               | line 3, column 2 (name) | the line has 1 values for 3 columns",
        "XA,Alder,mark,x  | line 3, column 4 (none) | the line has 4 values for 3 columns",
        "code,name , note | line 3, column 1 (code) | the header stands here once more",
        "XA;\"Alder;mark\";x | line 3, column 2 (name) | the values are separated by semicolons;"
            + " there must be commas between them",
        "XA,Alder\u0000mark,x | line 3, column 2 (name) | holds a control character (U+0000,"
            + " character 6)",
        "XA,Aldermark,\u202Ex | line 3, column 3 (note) | holds a mark that turns the direction of"
            + " writing (U+202E, character 1)",
        "XA,Alderm\uFFFDrk,x | line 3, column 2 (name) | holds a character that could not be read"
            + " (U+FFFD, character 7)",
      })
  void aRowThatIsWrongIsNamedAndTheOthersAreRead(String row, String place, String message) {
    Faults faults = new Faults();

    Table read = Table.read(HEADER + "XB,Bellmora,\n" + row + "\nXC,C,\n", COLUMNS, faults);

    assertThat(faults.list()).containsExactly(new Fault(place, message));
    assertThat(written(read)).containsExactly("2: XB|Bellmora|", "4: XC|C|");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "XA,Aldermark,\"           | 4, column 3 (note)",
        "XA,\"A\"\"M\",\"a         | 4, column 3 (note)",
        "XA,\"\",\"a\"\"           | 4, column 3 (note)",
        "\"XA,Aldermark,           | 4, column 1 (code)",
        "XA,\"A\"\"M\" x,          | 4, column 2 (name)",
        "XA,\"A\"-M,               | 4, column 2 (name)",
        "XA,\"A,M\",x \"y\", \"a   | 4, column 4 (none)",
      })
  void aQuoteThatIsNotClosedIsNamedWhereItBegins(String row, String place) {
    String before = HEADER + "XB,Bellmora,\"of two\r\nlines\"\r\n";
    Fault open =
        new Fault(
            "line " + place,
            "a quoted value must end with a quote, followed by a comma or the end of the line");

    assertThat(faults(before + row)).containsExactly(open);
    assertThat(faults(before + row + "\nmore")).containsExactly(open);
  }

  @Test
  void aQuoteThatIsNotClosedIsNamedOnItsOwnLine() {
    assertThat(faults(HEADER + "XA,\"of\ntwo lines\",\"open\n"))
        .extracting(Fault::field)
        .containsExactly("line 3, column 3 (note)");
    assertThat(faults("code,\"name"))
        .extracting(Fault::field)
        .containsExactly("line 1, column 2 (name)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "code,nmae,name | line 1, column 2 (nmae) | is not a column; known are code, name, note",
        "code,Name,name | line 1, column 2 (Name) | is not a column; known are code, name, note",
        "code,name,code | line 1, column 3 (code) | stands there twice, in column 1 too",
        "note,code      | line 1 (name)           | the column is missing",
        "XA,Aldermark,x | line 1, column 1 (XA)   | the first line must name the columns; known are"
            + " code, name, note",
        "sep=;          | line 1, column 1 (sep=;) | the first line must name the columns; known"
            + " are code, name, note",
        "code;name;note | line 1 | the values are separated by semicolons; there must be commas"
            + " between them",
        "code;\"name\"  | line 1 | the values are separated by semicolons; there must be commas"
            + " between them",
        "code\tname     | line 1 | the values are separated by tabs; there must be commas between"
            + " them",
        "code,name,a,b,c,d,e,f,g | line 1 | has more than 8 columns",
        "code,na\u0007me| line 1, column 2 (na\uFFFDme) | holds a control character (U+0007,"
            + " character 3)",
      })
  void aHeaderThatIsWrongIsNamedAndNothingIsRead(String header, String place, String message) {
    assertThat(faults(header + "\nXA,Aldermark,x\n")).containsExactly(new Fault(place, message));
    assertThat(faults("\n\n" + header + "\nXA,Aldermark,x\n"))
        .containsExactly(new Fault(place.replace("line 1", "line 3"), message));
  }

  @Test
  void bothSeparatorsThatOtherProgramsWriteAreKnown() {
    assertThat(faults("code|name\nXA|A\n"))
        .containsExactly(
            new Fault(
                "line 1", "the values are separated by bars; there must be commas between them"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n,,\n"})
  void aFileOfNothingIsEmpty(String csv) {
    assertThat(faults(csv))
        .containsExactly(new Fault("line 1, column 1 (code)", "the file is empty"));
  }

  @Test
  void aHeaderAloneIsNoTable() {
    assertThat(faults(HEADER + ",,\n"))
        .containsExactly(new Fault("line 3, column 1 (code)", "there is no line below the header"));
  }

  @Test
  void thereAreOnlySoManyRows() {
    assertThat(rows(HEADER + "\nXA,A,\n".repeat(5))).hasSize(5);
    assertThat(faults(HEADER + "XA,A,\n".repeat(6)))
        .containsExactly(new Fault("", "There are more than 5 lines"));
  }

  @Test
  void whatIsNotUtf8IsNamedWithLineAndColumn() {
    Charset windows = Charset.forName("windows-1252");

    assertThat(faults((HEADER + "XA,Bellmora,\n\nXB,C\u00F4te d\u2019Essai,x\n").getBytes(windows)))
        .containsExactly(
            new Fault("line 4, column 2 (name)", "the file is not text in UTF-8 (byte F4)"));
    assertThat(faults((HEADER + "XB,\"so,\nand\",\u2019x\n").getBytes(windows)))
        .containsExactly(
            new Fault("line 3, column 3 (note)", "the file is not text in UTF-8 (byte 92)"));
    assertThat(faults("c\u00F4de,name\nXA,A\n".getBytes(windows)))
        .containsExactly(
            new Fault("line 1, column 1 (none)", "the file is not text in UTF-8 (byte F4)"));
    assertThat(faults("code,name\r\nXA,A\r\n\u00F4".getBytes(windows)))
        .containsExactly(
            new Fault("line 3, column 1 (code)", "the file is not text in UTF-8 (byte F4)"));
  }

  @Test
  void whatIsInUtf16IsToldSo() {
    for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      for (String mark : List.of("\uFEFF", "")) {
        assertThat(faults((mark + HEADER + "XA,A,x\n").getBytes(charset)))
            .containsExactly(
                new Fault("line 1, column 1 (none)", "the file is in UTF-16; it must be in UTF-8"));
      }
    }
  }

  @Test
  void aPlaceIsNamedByItsLineAndColumn() {
    Table read = Table.read("name,code\nAldermark,XA\n", COLUMNS, new Faults());

    assertThat(read.rows().get(0).place("code")).isEqualTo("line 2, column 2 (code)");
    assertThat(read.rows().get(0).place("note")).isEqualTo("line 2 (note)");
  }

  private static List<String> rows(String csv) {
    Faults faults = new Faults();
    List<String> rows = written(Table.read(csv, COLUMNS, faults));
    faults.refuseIfAny();
    return rows;
  }

  private static List<String> written(Table table) {
    return table.rows().stream()
        .map(row -> row.line() + ": " + String.join("|", NAMES.stream().map(row::value).toList()))
        .toList();
  }

  private static List<Fault> faults(String csv) {
    return catchThrowableOfType(Refused.class, () -> rows(csv)).faults();
  }

  private static List<Fault> faults(byte[] csv) {
    return catchThrowableOfType(Refused.class, () -> Table.read(csv, COLUMNS, new Faults()))
        .faults();
  }
}
