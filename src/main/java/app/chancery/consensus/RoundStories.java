package app.chancery.consensus;

import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rounds of all programmes, each with what happened in it; read in as many statements for one
 * as for many, and as of one moment.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class RoundStories {

  private final CouncilRegister register;
  private final Consultations consultations;
  private final Programmes programmes;
  private final Clock clock;

  RoundStories(
      CouncilRegister register, Consultations consultations, Programmes programmes, Clock clock) {
    this.register = register;
    this.consultations = consultations;
    this.programmes = programmes;
    this.clock = clock;
  }

  /**
   * @throws NotFound if there is no round of that id
   */
  public RoundStory of(long id) {
    Round round =
        register.round(id).orElseThrow(() -> new NotFound(Words.of("round.none").formatted(id)));
    return of(List.of(round)).get(0);
  }

  /** The same rounds in the same order. */
  public List<RoundStory> of(List<Round> rounds) {
    if (rounds.isEmpty()) {
      return List.of();
    }
    List<Long> ids = rounds.stream().map(Round::id).toList();
    List<String> keys = rounds.stream().map(Round::programme).distinct().toList();
    Gathered gathered =
        new Gathered(
            register.items(rounds.stream().map(Round::item).distinct().toList()).stream()
                .collect(Collectors.toMap(Item::id, Function.identity())),
            register.roundsOf(keys),
            programmes.all(keys).stream()
                .collect(Collectors.toMap(Programme::key, Function.identity())),
            by(register.positions(ids), Position::round),
            by(register.withdrawals(ids), Withdrawal::round),
            by(register.extensions(ids), Extension::round),
            by(register.consultations(ids), Consultation::round),
            by(register.takingsUp(ids), TakingUp::round));
    return rounds.stream().map(round -> story(round, gathered)).toList();
  }

  /** The rounds under silence, the next deadline first. */
  public List<Round> open() {
    return register.openRounds();
  }

  /** The newest positions of some Allies in the rounds under silence. */
  public List<Position> positionsInOpenRounds(Collection<String> allies) {
    return allies.isEmpty() ? List.of() : register.positionsInOpenRounds(allies);
  }

  /** All rounds: those under silence, the next deadline first, then those that have ended. */
  public List<Round> all() {
    return Stream.concat(open().stream(), ended(0, Integer.MAX_VALUE).stream()).toList();
  }

  /**
   * The rounds that have ended and of whose proposals the council has not disposed yet, those that
   * ended first before the others.
   */
  public List<Round> unsettled() {
    return register.unsettled();
  }

  /** The rounds that have ended, the newest first. */
  public List<Round> ended(int page, int size) {
    return register.endedRounds(page * size, size);
  }

  public long endedCount() {
    return register.endedCount();
  }

  private RoundStory story(Round round, Gathered gathered) {
    List<Round> all =
        gathered.rounds.stream()
            .filter(each -> each.programme().equals(round.programme()))
            .toList();
    int at = all.indexOf(round);
    Round after = at + 1 < all.size() ? all.get(at + 1) : null;
    Item item = gathered.items.get(round.item());
    Programme programme = gathered.programmes.get(round.programme());
    List<Consultation> held = gathered.consultations.getOrDefault(round.id(), List.of());
    List<TakingUp> takingsUp = gathered.takingsUp.getOrDefault(round.id(), List.of());
    boolean programmeEnded = item.outcome() == CouncilOutcome.WITHDRAWN;
    OffsetDateTime ended = round.endedAt();
    return new RoundStory(
        round,
        programme.name(),
        RoundState.of(
            new RoundState.Facts(
                round.status(),
                round.hasExpired(clock.instant()),
                programme.status() == Programme.Status.SUSPENDED,
                after != null && after.item() == round.item(),
                consultations.isLast(round),
                held.stream().map(Consultation::course).toList(),
                takingsUp.size(),
                item.packageVersion() > round.packageVersion(),
                programmeEnded,
                programmeEnded && ended != null && ended.isEqual(item.closedAt()))),
        item.outcome(),
        gathered.positions.getOrDefault(round.id(), List.of()),
        gathered.withdrawals.getOrDefault(round.id(), List.of()),
        gathered.extensions.getOrDefault(round.id(), List.of()),
        held,
        takingsUp,
        at > 0 ? all.get(at - 1) : null,
        after);
  }

  private static <T> Map<Long, List<T>> by(List<T> entries, Function<T, Long> round) {
    return entries.stream().collect(Collectors.groupingBy(round));
  }

  private record Gathered(
      Map<Long, Item> items,
      List<Round> rounds,
      Map<String, Programme> programmes,
      Map<Long, List<Position>> positions,
      Map<Long, List<Withdrawal>> withdrawals,
      Map<Long, List<Extension>> extensions,
      Map<Long, List<Consultation>> consultations,
      Map<Long, List<TakingUp>> takingsUp) {}
}
