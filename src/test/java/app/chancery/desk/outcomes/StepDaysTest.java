package app.chancery.desk.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.chancery.programme.Step;
import app.chancery.programme.StepEntry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How long a programme was in each step. */
class StepDaysTest {

  private static final OffsetDateTime OPENED = OffsetDateTime.parse("2026-07-06T08:00:00Z");

  private final List<StepEntry> entries = new ArrayList<>();

  @Test
  void staysInOneStepAreAddedUp() {
    stay(Step.ENGAGEMENT, 0, 10);
    stay(Step.CONSENSUS, 10, 15);
    stay(Step.ENGAGEMENT, 15, 17);

    assertThat(until(17).inStep())
        .containsOnly(entry(Step.ENGAGEMENT, 12.0), entry(Step.CONSENSUS, 5.0));
    assertThat(until(17).between()).isZero();
  }

  @Test
  void oversightCountsWhereItIsAlone() {
    stay(Step.INTEGRATION, 0, 30);
    stay(Step.OVERSIGHT, 5, 40);

    assertThat(until(40).inStep())
        .containsOnly(entry(Step.INTEGRATION, 30.0), entry(Step.OVERSIGHT, 10.0));
  }

  @Test
  void whatIsNotLeftLastsUntilNowAndWhatIsInNoStepStandsByItself() {
    stay(Step.PREREQUISITES, 1, 4);
    entries.add(new StepEntry(Step.STAKEHOLDERS, OPENED.plusDays(6), null));

    StepDays days = until(10);

    assertThat(days.inStep())
        .containsOnly(entry(Step.PREREQUISITES, 3.0), entry(Step.STAKEHOLDERS, 4.0));
    assertThat(days.between()).isEqualTo(3.0);
  }

  /**
   * Left out of the map, and so of every mean: to have been in it for no time is something else.
   */
  @Test
  void aStepThatWasNotEnteredIsNotThereAndOneLeftAtOnceIsNought() {
    stay(Step.PREREQUISITES, 0, 0);

    assertThat(until(3).inStep()).containsOnly(entry(Step.PREREQUISITES, 0.0));
    assertThat(Middle.mean(List.of())).isNull();
    assertThat(Middle.median(List.of())).isNull();
    assertThat(Middle.mean(List.of(0.0, 3.0))).isEqualTo(1.5);
    assertThat(Middle.median(List.of(9.0, 0.0, 3.0))).isEqualTo(3.0);
    assertThat(Middle.median(List.of(9.0, 0.0, 3.0, 4.0))).isEqualTo(3.5);
  }

  /** Whatever stays there were: to a tenth of a day, as they are read. */
  @Test
  void theDaysInEachStepAddUpToTheDuration() {
    Random chance = new Random(20261129);
    for (int course = 0; course < 500; course++) {
      entries.clear();
      long length = chance.nextInt(100_000_000);
      for (int at = chance.nextInt(12); at > 0; at--) {
        OffsetDateTime entered = OPENED.plusSeconds(chance.nextInt((int) length + 1));
        entries.add(
            new StepEntry(
                Step.values()[chance.nextInt(Step.values().length)],
                entered,
                chance.nextInt(4) == 0 ? null : entered.plusSeconds(chance.nextInt(20_000_000))));
      }
      StepDays days = StepDays.of(OPENED, OPENED.plusSeconds(length), entries);

      long tenths =
          days.inStep().values().stream().mapToLong(each -> Math.round(each * 10)).sum()
              + Math.round(days.between() * 10);
      assertThat(tenths).as("%s", entries).isEqualTo(Math.round(days.total() * 10));
      assertThat(Math.round(days.total() * 10))
          .isEqualTo(Math.round(Duration.ofSeconds(length).getSeconds() / 8640.0));
      assertThat(days.inStep().values().stream().allMatch(each -> each >= 0)).isTrue();
    }
  }

  private StepDays until(long day) {
    return StepDays.of(OPENED, OPENED.plusDays(day), entries);
  }

  private void stay(Step step, long from, long to) {
    entries.add(new StepEntry(step, OPENED.plusDays(from), OPENED.plusDays(to)));
  }
}
