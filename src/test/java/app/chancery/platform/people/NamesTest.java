package app.chancery.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** People are chosen by name, and those of one name by their accounts too. */
class NamesTest {

  @Test
  void peopleOfOneNameAreToldApartByTheirAccounts() {
    assertThat(Names.apart(Map.of("ada", "Ada Lund", "ada2", "ADA LUND", "bo", "Bo Lund")))
        .isEqualTo(Map.of("ada", "Ada Lund (ada)", "ada2", "ADA LUND (ada2)", "bo", "Bo Lund"));
  }
}
