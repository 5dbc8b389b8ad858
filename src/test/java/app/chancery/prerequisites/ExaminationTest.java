package app.chancery.prerequisites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Refused;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExaminationTest {

  private static final Map<Area, Integer> FIRST_ATTEMPTS =
      Map.of(
          Area.SECURITY_BASELINE, 1,
          Area.MECHANISMS_AND_COMMAND, 1,
          Area.POLITICAL_BANDWIDTH, 1);

  @Test
  void anAreaThatWasNeverOpenedIsNotOpen() {
    Examination nothing = new Examination(Map.of(), List.of());

    assertThat(nothing.openAreas()).isEmpty();
    assertThat(nothing.attempt(Area.SECURITY_BASELINE)).isZero();
  }

  @Test
  void anAreaIsOpenUntilEveryPartOfItIsFound() {
    Finding mechanisms = found(Part.PARTNERSHIP_MECHANISMS, 1, true);

    assertThat(new Examination(FIRST_ATTEMPTS, List.of(mechanisms)).openAreas())
        .containsExactly(Area.values());
    assertThat(
            new Examination(
                    FIRST_ATTEMPTS, List.of(mechanisms, found(Part.COMMAND_STRUCTURES, 1, false)))
                .openAreas())
        .containsExactly(Area.SECURITY_BASELINE, Area.POLITICAL_BANDWIDTH);
  }

  @Test
  void whatWasFoundInAnEarlierAttemptDoesNotCloseTheArea() {
    Examination sentBack =
        new Examination(
            Map.of(Area.SECURITY_BASELINE, 2), List.of(found(Part.SECURITY_BASELINE, 1, true)));

    assertThat(sentBack.openAreas()).containsExactly(Area.SECURITY_BASELINE);
    assertThat(sentBack.attempt(Area.SECURITY_BASELINE)).isEqualTo(2);
  }

  @Test
  void whatIsSatisfiedThroughoutMayBeEndorsed() {
    assertThat(new Examination(FIRST_ATTEMPTS, all(true)).againstEndorsement().isEmpty()).isTrue();
  }

  @Test
  void everyPartThatIsNotSatisfiedIsNamed() {
    assertThat(new Examination(FIRST_ATTEMPTS, all(false)).againstEndorsement().list())
        .hasSize(Part.values().length)
        .allMatch(fault -> fault.field().equals("endorsement"))
        .extracting(Fault::message)
        .first()
        .asString()
        .contains(Part.SECURITY_BASELINE.title(), "is not satisfied (why)");
  }

  @Test
  void whatIsNotExaminedIsNotEndorsed() {
    List<Finding> oneMissing = all(true).subList(1, Part.values().length);

    assertThatThrownBy(
            () -> new Examination(FIRST_ATTEMPTS, oneMissing).againstEndorsement().refuseIfAny())
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not everything has been examined yet");
  }

  @Test
  void waitedForAreTheOpenAreasAndThenTheDecision() {
    assertThat(new Examination(FIRST_ATTEMPTS, List.of(all(true).get(0))).waitedFor())
        .isEqualTo(Area.MECHANISMS_AND_COMMAND.title() + "; " + Area.POLITICAL_BANDWIDTH.title());
    assertThat(new Examination(FIRST_ATTEMPTS, all(true)).waitedFor())
        .isEqualTo("the decision on the readiness baseline");
  }

  @Test
  void verdictsNameEveryPart() {
    assertThat(new Examination(FIRST_ATTEMPTS, all(true).subList(0, 2)).verdicts())
        .isEqualTo(
            Part.SECURITY_BASELINE.title()
                + " satisfied; "
                + Part.PARTNERSHIP_MECHANISMS.title()
                + " satisfied");
  }

  private static List<Finding> all(boolean satisfied) {
    return Arrays.stream(Part.values()).map(part -> found(part, 1, satisfied)).toList();
  }

  private static Finding found(Part part, int attempt, boolean satisfied) {
    return new Finding(
        part,
        attempt,
        satisfied,
        "why",
        List.of(),
        "analyst",
        OffsetDateTime.parse("2026-11-02T09:00:00Z"));
  }
}
