package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.integration.Milestone;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Faults;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The committee edits one line for each milestone. */
class MilestoneChangeTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final LocalDate DUE = LocalDate.of(2027, 6, 30);
  private static final Milestone STANDARDS = milestone("Standards", "80", null);
  private static final Milestone STAFF = milestone("Staff", "12", LocalDate.of(2027, 2, 1));

  private final Faults faults = new Faults();

  @Test
  void aLineThatIsLeftAsItWasChangesNothing() {
    assertThat(parse(MilestoneChange.unchanged(STANDARDS), MilestoneChange.unchanged(STAFF)))
        .isEmpty();
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void aNewTargetOrANewDateIsAChange() {
    assertThat(parse("Standards | 70 | 2027-06-30", "Standards|80|2027-09-30"))
        .containsExactly(
            new MilestoneChange(STANDARDS, DUE, "70"),
            new MilestoneChange(STANDARDS, LocalDate.of(2027, 9, 30), "80"));
    assertThat(faults.list()).isEmpty();
  }

  @Test
  void aMilestoneMayBecomeDueTodayButNotYesterday() {
    assertThat(parse("Standards | 80 | 2027-03-01")).hasSize(1);
    assertThat(faults.list()).isEmpty();

    assertThat(parse("Standards | 80 | 2027-02-28")).isEmpty();
    assertThat(faults.list())
        .containsExactly(
            new Fault("milestoneChanges", "the new date of 'Standards' lies in the past"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Standards | 80 ; 'Standards | 80' is not a line like",
        "Standards | 80 | 2027-06-30 | x ; is not a line like",
        "Standards | | 2027-06-30 ; is not a line like",
        "Languages | 80 | 2027-06-30 ; there is no milestone 'Languages'",
        "Standards | 80 | June ; 'June' is not a date like 2026-11-01",
        "Staff | 14 | 2027-06-30 ; 'Staff' is met already",
      })
  void everyMistakeIsNamed(String line, String message) {
    assertThat(parse(line)).isEmpty();
    assertThat(faults.list())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("milestoneChanges");
              assertThat(fault.message()).contains(message);
            });
  }

  /** As plans of before may have; those drafted since do not. */
  @Test
  void eachLineOfANameIsAboutTheNextMilestoneOfThatName() {
    Milestone met = milestone("Units", "30", LocalDate.of(2027, 2, 1));
    Milestone first = milestone("Units", "50", null);
    Milestone second = milestone("Units", "80", null);

    assertThat(
            MilestoneChange.parse(
                List.of("Units | 50 | 2027-06-30", "Units | 80 | 2028-06-30"),
                List.of(met, first, second),
                TODAY,
                faults))
        .containsExactly(new MilestoneChange(second, LocalDate.of(2028, 6, 30), "80"));
    assertThat(faults.list()).isEmpty();
  }

  private List<MilestoneChange> parse(String... lines) {
    return MilestoneChange.parse(List.of(lines), List.of(STAFF, STANDARDS), TODAY, faults);
  }

  private static Milestone milestone(String name, String target, LocalDate metOn) {
    return new Milestone(
        1, "XR-2026", 1, name, "per cent", target, false, DUE, DUE, metOn, null, null, null);
  }
}
