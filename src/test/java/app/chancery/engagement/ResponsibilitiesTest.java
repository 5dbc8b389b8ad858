package app.chancery.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.readiness.Instrument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exactly one answers for a piece of work, and somebody does it. */
class ResponsibilitiesTest {

  private static final List<PlannedInstrument> PLANNED =
      List.of(
          new PlannedInstrument(
              Instrument.STRATEGIC_PARTNERSHIP_AGREEMENT,
              "low",
              "regional",
              LocalDate.of(2027, 1, 1),
              LocalDate.of(2028, 1, 1)));

  @Test
  void groupsAreNamedAsPeopleWriteThem() {
    assertThat(responsibilities("envoys, military-staff", "oversight-committee").of(PLANNED))
        .singleElement()
        .satisfies(
            work -> {
              assertThat(work.responsible()).isEqualTo("envoys, military staff");
              assertThat(work.accountable()).isEqualTo("oversight committee");
              assertThat(work.informed()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource({"'', managers", "envoys, ''", "envoys, 'managers, executives'"})
  void workThatNobodyDoesOrNotOneAnswersForIsRefused(String responsible, String accountable) {
    assertThatThrownBy(() -> responsibilities(responsible, accountable).of(PLANNED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'Sign it' needs somebody responsible and exactly one");
  }

  private static Responsibilities responsibilities(String responsible, String accountable) {
    DecisionTables tables = mock(DecisionTables.class);
    when(tables.all(any(), any()))
        .thenReturn(
            List.of(
                Map.of(
                    "work",
                    "Sign it",
                    "responsible",
                    responsible,
                    "accountable",
                    accountable,
                    "consulted",
                    "planners")));
    return new Responsibilities(tables);
  }
}
