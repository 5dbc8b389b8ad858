package app.chancery.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.refusal.Refused;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final OffsetDateTime NOON =
      OffsetDateTime.of(2026, 11, 23, 12, 0, 0, 0, ZoneOffset.UTC);
  private static final List<String> ASKED = List.of("BE", "DE", "FR", "TR", "US");

  @Test
  void rule9_silenceIsAssent() {
    Tally tally = Tally.of(ASKED, List.of());

    assertThat(tally.isAdopted()).isTrue();
    assertThat(tally.silent()).isEqualTo(ASKED);
    assertThat(tally.entries()).extracting(Tally.Entry::word).containsOnly("silence (assent)");
  }

  @Test
  void rule9_oneStandingObjectionBlocksAdoption() {
    Tally tally =
        Tally.of(
            ASKED, List.of(position("BE", Stance.NO_OBJECTION), position("TR", Stance.OBJECTION)));

    assertThat(tally.finding()).isEqualTo(Tally.Finding.BROKEN);
    assertThat(tally.objections()).extracting(Position::ally).containsExactly("TR");
  }

  @Test
  void rule9_anObjectionTakenBackDoesNotStand() {
    Tally tally =
        Tally.of(
            ASKED, List.of(position("TR", Stance.OBJECTION), position("TR", Stance.NO_OBJECTION)));

    assertThat(tally.isAdopted()).isTrue();
    assertThat(tally.objections()).isEmpty();
  }

  @Test
  void aReservationIsRecordedAndDoesNotBlock() {
    Tally tally = Tally.of(ASKED, List.of(position("FR", Stance.RESERVATION)));

    assertThat(tally.isAdopted()).isTrue();
    assertThat(tally.reservations()).extracting(Position::ally).containsExactly("FR");
    assertThat(tally.silent()).containsExactly("BE", "DE", "TR", "US");
  }

  @Test
  void anAllyStandsWhereItSaidLast() {
    Position last = position("TR", Stance.RESERVATION);
    Tally tally = Tally.of(ASKED, List.of(position("TR", Stance.OBJECTION), last));

    assertThat(tally.of("TR")).contains(last);
    assertThat(tally.of("BE")).isEmpty();
    assertThat(tally.of("FI")).isEmpty();
    assertThat(tally.entries())
        .extracting(Tally.Entry::word)
        .containsExactly(
            "silence (assent)",
            "silence (assent)",
            "silence (assent)",
            Stance.RESERVATION.word(),
            "silence (assent)");
  }

  @Test
  void aReservationHasAText() {
    assertThatThrownBy(() -> new Position(0, 1, "FR", Stance.RESERVATION, " ", null, "a", NOON))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("reservation: is required");
  }

  @Test
  void anObjectionHasAReason() {
    assertThatThrownBy(() -> new Position(0, 1, "FR", Stance.OBJECTION, null, "less", "a", NOON))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("objectionReason: is required");
  }

  @Property
  void adoptedIfAndOnlyIfNoObjectionStands(@ForAll("answers") List<Position> stated) {
    Map<String, Stance> last = new HashMap<>();
    stated.forEach(position -> last.put(position.ally(), position.stance()));

    assertThat(Tally.of(ASKED, stated).isAdopted())
        .isEqualTo(!last.containsValue(Stance.OBJECTION));
  }

  @Property
  void revisingNeverLeavesTwoPositionsForOneAlly(@ForAll("answers") List<Position> stated) {
    Tally tally = Tally.of(ASKED, stated);

    assertThat(tally.entries()).extracting(Tally.Entry::ally).containsExactlyElementsOf(ASKED);
    Set<String> answered = stated.stream().map(Position::ally).collect(Collectors.toSet());
    assertThat(tally.silent())
        .containsExactlyElementsOf(
            ASKED.stream().filter(ally -> !answered.contains(ally)).toList());
  }

  /** Whoever answers first: only the order of one Ally's own answers matters. */
  @Property
  void theOrderOfArrivalBetweenAlliesDoesNotMatter(
      @ForAll("answers") List<Position> stated, @ForAll long seed) {
    assertThat(Tally.of(ASKED, interleaved(stated, seed))).isEqualTo(Tally.of(ASKED, stated));
  }

  @Provide
  Arbitrary<List<Position>> answers() {
    return Combinators.combine(
            Arbitraries.of(ASKED), Arbitraries.of(Arrays.asList(Stance.values())))
        .as(TallyTest::position)
        .list()
        .ofMaxSize(40);
  }

  /** Keeps the order of each Ally's answers, but mixes the Allies anew. */
  private static List<Position> interleaved(List<Position> stated, long seed) {
    Map<String, List<Position>> byAlly = new LinkedHashMap<>();
    stated.forEach(
        position ->
            byAlly.computeIfAbsent(position.ally(), ally -> new ArrayList<>()).add(position));
    List<String> turns = new ArrayList<>(stated.stream().map(Position::ally).toList());
    Collections.shuffle(turns, new Random(seed));
    return turns.stream().map(ally -> byAlly.get(ally).remove(0)).toList();
  }

  private static Position position(String ally, Stance stance) {
    return new Position(0, 1, ally, stance, "a statement", null, "delegate", NOON);
  }
}
