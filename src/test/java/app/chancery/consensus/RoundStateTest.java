package app.chancery.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoundStateTest {

  private static final RoundState.Facts OPEN = facts(Round.Status.OPEN);
  private static final RoundState.Facts BROKEN = facts(Round.Status.BROKEN);

  @Test
  void silenceRunsUntilTheDeadlineUnlessTheProgrammeStandsStill() {
    assertThat(RoundState.of(OPEN)).isEqualTo(RoundState.UNDER_SILENCE);
    assertThat(RoundState.of(with(OPEN, true, false))).isEqualTo(RoundState.BEING_TALLIED);
    assertThat(RoundState.of(with(OPEN, false, true))).isEqualTo(RoundState.STANDING_STILL);
    assertThat(RoundState.of(with(OPEN, true, true))).isEqualTo(RoundState.STANDING_STILL);
    assertThat(RoundState.of(facts(Round.Status.ADOPTED))).isEqualTo(RoundState.ADOPTED);
  }

  @Test
  void whatFollowsABrokenSilenceIsWhatTheConsultationCameTo() {
    assertThat(RoundState.of(BROKEN)).isEqualTo(RoundState.IN_CONSULTATION);
    assertThat(after(Course.HOLD)).isEqualTo(RoundState.ON_HOLD);
    assertThat(after(Course.WITHDRAW)).isEqualTo(RoundState.WITHDRAWN_IN_CONSULTATION);
    assertThat(after(Course.RETABLE)).isEqualTo(RoundState.COMES_BACK);
    assertThat(after(Course.AMEND)).isEqualTo(RoundState.BEING_AMENDED);
  }

  @Test
  void aProposalOnHoldIsInConsultationAgainOnceItIsTakenUp() {
    assertThat(taken(1, Course.HOLD)).isEqualTo(RoundState.IN_CONSULTATION);
    assertThat(taken(1, Course.HOLD, Course.HOLD)).isEqualTo(RoundState.ON_HOLD);
    assertThat(taken(2, Course.HOLD, Course.HOLD)).isEqualTo(RoundState.IN_CONSULTATION);
    assertThat(taken(1, Course.HOLD, Course.WITHDRAW))
        .isEqualTo(RoundState.WITHDRAWN_IN_CONSULTATION);
    assertThat(taken(1, Course.HOLD, Course.AMEND)).isEqualTo(RoundState.BEING_AMENDED);
  }

  @Test
  void anAmendedPackageComesBack() {
    assertThat(
            RoundState.of(
                new RoundState.Facts(
                    Round.Status.BROKEN,
                    true,
                    false,
                    false,
                    false,
                    List.of(Course.AMEND),
                    0,
                    true,
                    false,
                    false)))
        .isEqualTo(RoundState.COMES_BACK);
  }

  @Test
  void afterTheLastRoundThereIsNoConsultationAndAfterAFurtherOneNothingIsOpen() {
    assertThat(
            RoundState.of(
                new RoundState.Facts(
                    Round.Status.BROKEN,
                    false,
                    false,
                    false,
                    true,
                    List.of(),
                    0,
                    false,
                    false,
                    false)))
        .isEqualTo(RoundState.LAST_BROKEN);
    assertThat(
            RoundState.of(
                new RoundState.Facts(
                    Round.Status.BROKEN,
                    false,
                    false,
                    true,
                    false,
                    List.of(Course.RETABLE),
                    0,
                    false,
                    true,
                    false)))
        .isEqualTo(RoundState.FOLLOWED);
  }

  @Test
  void whatTheSecretariatWithdrewIsToldFromWhatEndedWithItsProgramme() {
    assertThat(RoundState.of(withdrawn(false, 0, false))).isEqualTo(RoundState.WITHDRAWN);
    assertThat(RoundState.of(withdrawn(false, 1, false))).isEqualTo(RoundState.COMES_BACK);
    assertThat(RoundState.of(withdrawn(true, 1, false))).isEqualTo(RoundState.WITHDRAWN);
    assertThat(RoundState.of(withdrawn(false, 0, true))).isEqualTo(RoundState.TAKEN_OFF);
    assertThat(
            RoundState.of(
                new RoundState.Facts(
                    Round.Status.BROKEN,
                    false,
                    false,
                    false,
                    false,
                    List.of(),
                    0,
                    false,
                    true,
                    false)))
        .isEqualTo(RoundState.TAKEN_OFF);
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
      for (List<Course> each : courses) {
        for (int bits = 0; bits < 256; bits++) {
          reached.add(
              RoundState.of(
                  new RoundState.Facts(
                      status,
                      (bits & 1) > 0,
                      (bits & 2) > 0,
                      (bits & 4) > 0,
                      (bits & 8) > 0,
                      each,
                      (bits & 16) > 0 ? 1 : 0,
                      (bits & 32) > 0,
                      (bits & 64) > 0,
                      (bits & 128) > 0)));
        }
      }
    }
    assertThat(reached).containsExactlyInAnyOrder(RoundState.values());
  }

  private static RoundState after(Course... courses) {
    return taken(0, courses);
  }

  private static RoundState taken(int takingsUp, Course... courses) {
    return RoundState.of(
        new RoundState.Facts(
            Round.Status.BROKEN,
            false,
            false,
            false,
            false,
            List.of(courses),
            takingsUp,
            false,
            false,
            false));
  }

  private static RoundState.Facts withdrawn(boolean followed, int takingsUp, boolean takenOff) {
    return new RoundState.Facts(
        Round.Status.WITHDRAWN,
        false,
        false,
        followed,
        false,
        List.of(),
        takingsUp,
        false,
        takenOff,
        takenOff);
  }

  private static RoundState.Facts facts(Round.Status status) {
    return new RoundState.Facts(
        status, false, false, false, false, List.of(), 0, false, false, false);
  }

  private static RoundState.Facts with(RoundState.Facts facts, boolean expired, boolean stopped) {
    return new RoundState.Facts(
        facts.status(), expired, stopped, false, false, List.of(), 0, false, false, false);
  }
}
