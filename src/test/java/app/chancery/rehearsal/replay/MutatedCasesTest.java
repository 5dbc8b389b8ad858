package app.chancery.rehearsal.replay;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.reading.Mutations;
import app.chancery.platform.refusal.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever happened to a case on its way, it is read or refused with line and column. */
class MutatedCasesTest {

  private static final int MANY = 1000;

  @Test
  void aMutatedCaseIsReadOrRefusedWithLineAndColumn() throws IOException {
    AtomicInteger accepted = new AtomicInteger();
    Mutations.of(
        Files.readAllBytes(Path.of("src/main/resources/cases/finland-2022.csv")),
        MANY,
        file -> {
          try {
            CaseFile read = CaseFile.parse(file);
            accepted.incrementAndGet();
            assertThat(read.rows())
                .isNotEmpty()
                .allMatch(row -> row.date() != null && row.event() != null && row.line() > 1);
          } catch (Refused refused) {
            assertThat(refused.faults())
                .isNotEmpty()
                .allMatch(fault -> fault.field().matches("(?s)line \\d+.*"));
          }
        });
    assertThat(accepted.get()).isBetween(MANY / 20, MANY * 9 / 10);
  }
}
