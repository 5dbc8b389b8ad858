package app.chancery.desk.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.desk.outcomes.Retained.Entry;
import app.chancery.readiness.Instrument;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether programmes stay, out of when they entered and were lost. */
class RetainedTest {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2030-01-01T12:00:00Z");

  private final List<Entry> entries = new ArrayList<>();

  /** The values of the published formula, by hand: 5 of 10 is 23.66 to 76.34. */
  @Test
  void aShareHasTheIntervalOfWilson() {
    assertThat(List.of(new Share(5, 10).percent(), new Share(5, 10).low(), new Share(5, 10).high()))
        .containsExactly(50, 24, 76);
    assertThat(List.of(new Share(0, 10).low(), new Share(0, 10).high())).containsExactly(0, 28);
    assertThat(List.of(new Share(10, 10).low(), new Share(10, 10).high())).containsExactly(72, 100);
    assertThat(List.of(new Share(81, 263).low(), new Share(81, 263).high()))
        .containsExactly(26, 37);
    assertThatThrownBy(() -> new Share(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyWhoseYearsAreOverAreCasesAndLostLaterIsKept() {
    Instrument path = Instrument.JOINT_TRAINING_INITIATIVE;
    entered(path, "2029-01-01T12:00:00Z", null);
    entered(path, "2029-01-01T12:00:01Z", null);
    entered(path, "2028-01-01T12:00:00Z", "2029-01-01T12:00:00Z");
    entered(path, "2028-01-01T12:00:00Z", "2029-01-01T11:59:59Z");

    Retained.Path found = retained(2).paths().get(0);

    assertThat(found.entered()).isEqualTo(4);
    assertThat(found.lost()).isEqualTo(2);
    assertThat(found.after())
        .containsExactly(
            new Retained.After(1, 3, 2, new Share(2, 3)),
            new Retained.After(2, 2, 0, new Share(0, 2)));
  }

  @Test
  void fewCasesHaveNoShareAndNothingIsSaidOfThem() {
    enter(4, 4, Instrument.STRATEGIC_PARTNERSHIP_AGREEMENT);
    enter(9, 0, Instrument.FULL_MEMBERSHIP_ACCESSION);

    Retained retained = retained(5);

    assertThat(retained.paths().get(0).after().get(0).share()).isNull();
    assertThat(retained.paths().get(1).after().get(0).share()).isEqualTo(new Share(0, 9));
    assertThat(retained.findings().get(0))
        .isEqualTo(
            "After 1 year: fewer than two paths have 5 cases or more, so nothing can be compared.");
  }

  /** 10 of 10 is 72 to 100 per cent: 4 of 10 (17 to 69) lies below, 5 of 10 (24 to 76) does not. */
  @Test
  void pathsAreCalledDifferentOnlyWhereTheirIntervalsDoNotTouch() {
    enter(10, 10, Instrument.STRATEGIC_PARTNERSHIP_AGREEMENT);
    enter(10, 5, Instrument.FULL_MEMBERSHIP_ACCESSION);

    assertThat(retained(5).findings().get(0))
        .isEqualTo("After 1 year: the paths cannot be told apart by these cases.");

    entries.clear();
    enter(10, 10, Instrument.STRATEGIC_PARTNERSHIP_AGREEMENT);
    enter(10, 4, Instrument.FULL_MEMBERSHIP_ACCESSION);
    assertThat(retained(5).findings().get(0))
        .isEqualTo(
            "After 1 year: more stay who entered by the Strategic Partnership Agreement than who"
                + " entered by the Full Membership Accession, beyond what chance would explain.");
  }

  @Test
  void whereNobodyEnteredNothingIsFound() {
    assertThat(retained(5).paths()).isEmpty();
  }

  @Test
  void settingsThatWouldSaySomethingOfOneCaseAreRefused() {
    assertThatThrownBy(() -> new OutcomesPolicy(null, 1, List.of(1), 1))
        .hasMessageContaining("least-cases");
    assertThatThrownBy(() -> new OutcomesPolicy(null, 1, List.of(0), 5))
        .hasMessageContaining("retention-years");
    assertThatThrownBy(() -> new OutcomesPolicy(null, 1, List.of(), 5))
        .hasMessageContaining("retention-years");
  }

  private Retained retained(int leastCases) {
    return Retained.of(entries, NOW, List.of(1, 2), leastCases);
  }

  private void enter(int cases, int kept, Instrument path) {
    IntStream.range(0, cases)
        .forEach(
            number ->
                entered(
                    path, "2028-06-01T12:00:00Z", number < kept ? null : "2028-09-01T12:00:00Z"));
  }

  private void entered(Instrument path, String entered, String lost) {
    entries.add(
        new Entry(
            path, OffsetDateTime.parse(entered), lost == null ? null : OffsetDateTime.parse(lost)));
  }
}
