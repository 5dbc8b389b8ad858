package app.chancery.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.refusal.Refused;
import app.chancery.readiness.MilestoneKind;
import app.chancery.readiness.MilestoneMeasure;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannedMilestoneTest {

  private static final LocalDate DUE = LocalDate.of(2027, 6, 30);

  @ParameterizedTest
  @CsvSource({
    "Interoperability of units | standards | 75 | 2027-06-30, GENERAL",
    "Interoperabilität | standards | 75 | 2027-06-30 | interoperability, INTEROPERABILITY",
    "Units | standards | 75 | 2027-06-30 | Interoperability, INTEROPERABILITY",
    "Interoperability | standards | 75 | 2027-06-30 | general, GENERAL"
  })
  void itsKindAndNotItsNameSaysWhatAMilestoneIsNeededFor(String line, MilestoneKind kind) {
    assertThat(PlannedMilestone.ofLines("milestones", List.of(line)))
        .singleElement()
        .extracting(PlannedMilestone::kind)
        .isEqualTo(kind);
  }

  @Test
  void aLineIsReadAsItWasWritten() {
    List<PlannedMilestone> milestones =
        List.of(
            PlannedMilestone.general("Law passed", "law", "in force", DUE),
            PlannedMilestone.general("Law | decree passed", "law|decree", "in force", DUE),
            PlannedMilestone.interoperability("Units", "standards, %", "75", DUE));

    assertThat(
            PlannedMilestone.ofLines(
                "milestones", milestones.stream().map(PlannedMilestone::line).toList()))
        .isEqualTo(milestones);
  }

  /** Rule 14: after a change of the words, how far it is must still be found. */
  @Test
  void rule14_aMeasureThatTheOfficeKnowsIsKeptAsItsCodeAndReadInWords() {
    String line = "Drills | %s | 4 | 2027-06-30".formatted(MilestoneMeasure.JOINT_EXERCISES.word());

    assertThat(PlannedMilestone.ofLines("milestones", List.of(line)))
        .singleElement()
        .returns(MilestoneMeasure.JOINT_EXERCISES.code(), PlannedMilestone::measure)
        .returns(MilestoneMeasure.JOINT_EXERCISES.word(), PlannedMilestone::measureInWords)
        .returns(MilestoneMeasure.JOINT_EXERCISES.word(), each -> each.facts().get("measure"))
        .returns(true, each -> each.line().contains(MilestoneMeasure.JOINT_EXERCISES.word()));
  }

  @Test
  void aKindThatNobodyKnowsIsRefusedWithItsLine() {
    assertThatThrownBy(
            () ->
                PlannedMilestone.ofLines(
                    "milestones", List.of("Units | standards | 75 | 2027-06-30 | talks")))
        .isInstanceOf(Refused.class)
        .hasMessage("milestones: line 1: 'talks' must be one of: interoperability, general");
  }
}
