package app.chancery.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellLineTest {

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a|b", "|", "\\", "a\\|b", "\\\\|", "C:\\", "|a|", "a\\"})
  void whatIsWrittenIntoACellIsReadFromIt(String entry) {
    assertThat(CellLine.cells(CellLine.of("before", entry, "after")))
        .containsExactly("before", entry, "after");
    assertThat(CellLine.cells(CellLine.of(entry))).containsExactly(entry);
  }

  @Test
  void aSignByItselfStandsBetweenTwoCells() {
    assertThat(CellLine.cells(" one| two  |three")).containsExactly("one", "two", "three");
    assertThat(CellLine.cells("one |")).containsExactly("one", "");
    assertThat(CellLine.cells("")).containsExactly("");
  }

  @Test
  void inTheLastCellOfSoManyFurtherSignsBelongToIt() {
    assertThat(CellLine.cells("one | two | three \\| four", 2))
        .isEqualTo(List.of("one", "two | three | four"));
  }
}
