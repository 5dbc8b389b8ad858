package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.people.Delegations;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DelegationsTest {

  private static final UnaryOperator<String> NAMES =
      code -> Map.of("FR", "France", "TR", "Türkiye").getOrDefault(code, code);

  @Test
  void groupsAreToldInWordsAndManyDelegationsByTheirNumber() {
    assertThat(Delegations.inWords(List.of("military-staff", "envoys"), NAMES))
        .isEqualTo("military staff, envoys");
    assertThat(Delegations.inWords(List.of("delegation-fr", "delegation-tr"), NAMES))
        .isEqualTo("delegation of France, delegation of Türkiye");
    assertThat(
            Delegations.inWords(
                List.of("delegation-al", "delegation-be", "delegation-bg", "delegation-ca"), NAMES))
        .isEqualTo("4 delegations");
  }
}
