package app.chancery.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundStateTest {

  @Test
  void silenceRunsUntilTheDeadlineUnlessTheProgrammeStandsStill() {
    assertThat(of(Round.Status.OPEN)).isEqualTo(RoundState.UNDER_SILENCE);
    assertThat(of(Round.Status.OPEN, Fact.EXPIRED)).isEqualTo(RoundState.BEING_TALLIED);
    assertThat(of(Round.Status.OPEN, Fact.STOPPED)).isEqualTo(RoundState.STANDING_STILL);
    assertThat(of(Round.Status.OPEN, Fact.EXPIRED, Fact.STOPPED))
        .isEqualTo(RoundState.STANDING_STILL);
    assertThat(of(Round.Status.ADOPTED, Fact.EXPIRED)).isEqualTo(RoundState.ADOPTED);
  }

  @Test
  void whatFollowsABrokenSilenceIsWhatTheConsultationCameTo() {
    assertThat(broken(0)).isEqualTo(RoundState.IN_CONSULTATION);
    assertThat(broken(0, Course.HOLD)).isEqualTo(RoundState.ON_HOLD);
    assertThat(broken(0, Course.WITHDRAW)).isEqualTo(RoundState.WITHDRAWN_IN_CONSULTATION);
    assertThat(broken(0, Course.RETABLE)).isEqualTo(RoundState.COMES_BACK);
    assertThat(broken(0, Course.AMEND)).isEqualTo(RoundState.BEING_AMENDED);
  }

  @Test
  void aProposalOnHoldIsInConsultationAgainOnceItIsTakenUp() {
    assertThat(broken(1, Course.HOLD)).isEqualTo(RoundState.IN_CONSULTATION);
    assertThat(broken(1, Course.HOLD, Course.HOLD)).isEqualTo(RoundState.ON_HOLD);
    assertThat(broken(2, Course.HOLD, Course.HOLD)).isEqualTo(RoundState.IN_CONSULTATION);
    assertThat(broken(1, Course.HOLD, Course.WITHDRAW))
        .isEqualTo(RoundState.WITHDRAWN_IN_CONSULTATION);
    assertThat(broken(1, Course.HOLD, Course.AMEND)).isEqualTo(RoundState.BEING_AMENDED);
  }

  @Test
  void anAmendedPackageComesBack() {
    assertThat(of(Round.Status.BROKEN, List.of(Course.AMEND), 0, Set.of(Fact.AMENDED)))
        .isEqualTo(RoundState.COMES_BACK);
  }

  @Test
  void afterTheLastRoundThereIsNoConsultationAndAfterAFurtherOneNothingIsOpen() {
    assertThat(of(Round.Status.BROKEN, Fact.LAST)).isEqualTo(RoundState.LAST_BROKEN);
    assertThat(
            of(
                Round.Status.BROKEN,
                List.of(Course.RETABLE),
                0,
                Set.of(Fact.FOLLOWED, Fact.PROGRAMME_ENDED)))
        .isEqualTo(RoundState.FOLLOWED);
  }

  @Test
  void whatTheSecretariatWithdrewIsToldFromWhatEndedWithItsProgramme() {
    assertThat(of(Round.Status.WITHDRAWN)).isEqualTo(RoundState.WITHDRAWN);
    assertThat(of(Round.Status.WITHDRAWN, List.of(), 1, Set.of())).isEqualTo(RoundState.COMES_BACK);
    assertThat(of(Round.Status.WITHDRAWN, List.of(), 1, Set.of(Fact.FOLLOWED)))
        .isEqualTo(RoundState.WITHDRAWN);
    assertThat(of(Round.Status.WITHDRAWN, Fact.PROGRAMME_ENDED)).isEqualTo(RoundState.WITHDRAWN);
    assertThat(of(Round.Status.WITHDRAWN, Fact.PROGRAMME_ENDED, Fact.TAKEN_OFF))
        .isEqualTo(RoundState.TAKEN_OFF);
    assertThat(of(Round.Status.BROKEN, Fact.PROGRAMME_ENDED)).isEqualTo(RoundState.TAKEN_OFF);
  }

  @Test
  void whateverIsOnRecordARoundHasAStateAndEveryStateIsReached() {
    Set<RoundState> reached = EnumSet.noneOf(RoundState.class);
    List<List<Course>> courses = new ArrayList<>(List.of(List.of()));
    for (Course each : Course.values()) {
      courses.add(List.of(each));
      courses.add(List.of(Course.HOLD, each));
    }
    for (Round.Status status : Round.Status.values()) {
      for (List<Course> held : courses) {
        for (int bits = 0; bits < 1 << Fact.values().length; bits++) {
          Set<Fact> facts = EnumSet.noneOf(Fact.class);
          for (Fact each : Fact.values()) {
            if ((bits & 1 << each.ordinal()) > 0) {
              facts.add(each);
            }
          }
          reached.add(of(status, held, 0, facts));
          reached.add(of(status, held, 1, facts));
        }
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(RoundState.values());
  }

  private enum Fact {
    EXPIRED,
    STOPPED,
    FOLLOWED,
    LAST,
    AMENDED,
    PROGRAMME_ENDED,
    TAKEN_OFF
  }

  private static RoundState broken(int takingsUp, Course... courses) {
    return of(Round.Status.BROKEN, List.of(courses), takingsUp, Set.of());
  }

  private static RoundState of(Round.Status status, Fact... facts) {
    return of(status, List.of(), 0, Set.of(facts));
  }

  private static RoundState of(
      Round.Status status, List<Course> courses, int takingsUp, Set<Fact> facts) {
    return RoundState.of(
        new RoundState.Facts(
            status,
            facts.contains(Fact.EXPIRED),
            facts.contains(Fact.STOPPED),
            facts.contains(Fact.FOLLOWED),
            facts.contains(Fact.LAST),
            courses,
            takingsUp,
            facts.contains(Fact.AMENDED),
            facts.contains(Fact.PROGRAMME_ENDED),
            facts.contains(Fact.TAKEN_OFF)));
  }
}
