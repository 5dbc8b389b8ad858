package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DelegationsTest {

  @Test
  void groupsAreToldInWordsAndManyDelegationsByTheirNumber() {
    assertThat(Delegations.inWords(List.of("military-staff", "envoys")))
        .isEqualTo("military staff, envoys");
    assertThat(Delegations.inWords(List.of("delegation-fr", "delegation-tr")))
        .isEqualTo("delegation of FR, delegation of TR");
    assertThat(
            Delegations.inWords(
                List.of("delegation-al", "delegation-be", "delegation-bg", "delegation-ca")))
        .isEqualTo("4 delegations");
  }
}
