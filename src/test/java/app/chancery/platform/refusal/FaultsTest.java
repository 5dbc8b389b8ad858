package app.chancery.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class FaultsTest {

  private final Faults faults = new Faults();

  @Test
  void whatHoldsIsNoFault() {
    assertThat(faults.check(true, "name", "is required")).isTrue();

    assertThat(faults.isEmpty()).isTrue();
    assertThat(faults.list()).isEmpty();
    assertThatCode(faults::refuseIfAny).doesNotThrowAnyException();
  }

  @Test
  void everyFaultIsNamedInOneRefusal() {
    assertThat(faults.check(false, "name", "is required")).isFalse();
    assertThat(faults.add("date", "is no date").add("", "Nothing was kept")).isSameAs(faults);

    assertThat(faults.isEmpty()).isFalse();
    Refused refused = catchThrowableOfType(Refused.class, faults::refuseIfAny);
    assertThat(refused.faults())
        .containsExactly(
            new Fault("name", "is required"),
            new Fault("date", "is no date"),
            new Fault("", "Nothing was kept"));
    assertThat(refused).hasMessage("name: is required; date: is no date; Nothing was kept");
  }
}
