package app.chancery.consensus;

import app.chancery.platform.people.Author;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The council: its rounds, and what each Ally says in them. */
@Service
public class Council {

  private final CouncilRegister register;
  private final Clock clock;
  private final Author author;

  Council(CouncilRegister register, Clock clock, Author author) {
    this.register = register;
    this.clock = clock;
    this.author = author;
  }

  /** All rounds of a programme, oldest first; each run of the step counts its own from 1. */
  public List<Round> rounds(String programme) {
    return register.rounds(programme);
  }

  /** The rounds under silence of all programmes, the next deadline first. */
  public List<Round> openRounds() {
    return register.openRounds();
  }

  /** The round of the programme that is under silence now. */
  public Optional<Round> openRound(String programme) {
    return register.newest(programme).filter(Round::isOpen);
  }

  /** The newest round of the programme, open or not. */
  public Optional<Round> newestRound(String programme) {
    return register.newest(programme);
  }

  /**
   * @throws NotFound if there is none of that id
   */
  public Round round(long id) {
    return register.round(id).orElseThrow(() -> new NotFound(Words.of("none.round").formatted(id)));
  }

  /** All positions ever stated in a round, revised ones too, oldest first. */
  public List<Position> positions(long round) {
    return register.positions(round);
  }

  /** Where the Allies stand in a round now. */
  public Tally tally(Round round) {
    return Tally.of(round.allies(), register.positions(round.id()));
  }

  /** The extensions of a round's deadline, oldest first. */
  public List<Extension> extensions(long round) {
    return register.extensions(round);
  }

  /** What the consultations after a broken silence came to, oldest first. */
  public List<Consultation> consultations(long round) {
    return register.consultations(round);
  }

  /**
   * An Ally states its position in the programme's open round; it may do so again until the
   * deadline, and the last position counts.
   *
   * @param reservation the text of a reservation; kept only with one
   * @param reason of an objection; kept only with one
   * @param amendmentSought what an objecting Ally wants changed, or null
   * @return the position on record; an objection has broken the silence at once, and the round
   *     takes no further position
   * @throws Refused if the round has ended, the Ally was not asked, or the statement is missing
   */
  @Transactional
  public Position state(
      String programme,
      String ally,
      Stance stance,
      String reservation,
      String reason,
      String amendmentSought) {
    Round round =
        register
            .lockNewest(programme)
            .orElseThrow(() -> new Refused("", Words.of("council.notCirculated")));
    // What was in time when it was looked at is on record with that very time.
    OffsetDateTime now = OffsetDateTime.now(clock);
    refuseUnlessOpen(round, now);
    if (!round.allies().contains(ally)) {
      throw new Refused("", Words.of("council.noAlly"));
    }
    Position position =
        new Position(
            0,
            round.id(),
            ally,
            stance,
            switch (stance) {
              case NO_OBJECTION -> null;
              case RESERVATION -> reservation;
              case OBJECTION -> reason;
            },
            stance == Stance.OBJECTION ? amendmentSought : null,
            author.name(),
            now);
    register.add(round, position);
    if (position.isObjection()) {
      register.end(round, Round.Status.BROKEN, position.statedAt());
    }
    return position;
  }

  /**
   * The silence of the programme's open round has ended: it is adopted unless an objection stands
   * (rule 9).
   *
   * @return whether it is adopted
   */
  public boolean tallyAtDeadline(String programme) {
    Round round = register.lockNewest(programme).orElseThrow();
    boolean adopted = round.isOpen() && tally(round).isAdopted();
    if (round.isOpen()) {
      register.end(
          round, adopted ? Round.Status.ADOPTED : Round.Status.BROKEN, OffsetDateTime.now(clock));
    }
    return adopted;
  }

  /** Why an answer is not taken any more, in a sentence for the one who gave it. */
  public String whyClosed(String programme) {
    return register
        .newest(programme)
        .map(
            round ->
                round.isOpen() && !round.hasExpired(clock.instant())
                    ? Words.of("council.thisTaskWasOfAnEarlier")
                        .formatted(round.number(), round.deadline())
                    : whyClosed(round))
        .orElse(Words.of("council.notCirculated"));
  }

  private static void refuseUnlessOpen(Round round, OffsetDateTime now) {
    if (!round.isOpen() || round.hasExpired(now.toInstant())) {
      throw new Refused("", whyClosed(round));
    }
  }

  private static String whyClosed(Round round) {
    if (round.status() == Round.Status.BROKEN) {
      return Words.of("council.theSilenceOfRoundWasBroken")
          .formatted(round.number(), round.read(round.endedAt()));
    }
    if (round.status() == Round.Status.WITHDRAWN) {
      return Words.of("council.theProposalWasWithdrawnInRound")
          .formatted(round.number(), round.read(round.endedAt()));
    }
    return Words.of("council.theSilenceOfRoundEndedOn").formatted(round.number(), round.deadline());
  }
}
