package app.chancery.consensus;

import app.chancery.engagement.Packages;
import app.chancery.platform.people.Author;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The objections of a round whose silence was broken: those that come after the first one join the
 * consultation, and each that stands is needed for the proposal to come back unchanged.
 */
@Service
public class Objections {

  private final CouncilRegister register;
  private final Consultations consultations;
  private final Packages packages;
  private final Programmes programmes;
  private final Allies allies;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Author author;
  private final Clock clock;

  Objections(
      CouncilRegister register,
      Consultations consultations,
      Packages packages,
      Programmes programmes,
      Allies allies,
      DecisionRecords decisions,
      Notices notices,
      Author author,
      Clock clock) {
    this.register = register;
    this.consultations = consultations;
    this.packages = packages;
    this.programmes = programmes;
    this.allies = allies;
    this.decisions = decisions;
    this.notices = notices;
    this.author = author;
    this.clock = clock;
  }

  /** The Allies whose objection to the newest round stands, by code. */
  public List<String> standing(String programme) {
    return register.newest(programme).map(round -> standing(round.id())).orElse(List.of());
  }

  /**
   * An Ally objects after another one's objection has broken the silence: it joins the
   * consultation, and all Allies are told. What stands word for word already is not taken twice.
   *
   * @param amendmentSought what it wants changed, or null
   * @param askedAt when the Ally was given the task that it answers by; an answer to an earlier
   *     round does not count in this one
   * @return false if silence of the newest round was not broken, or the consultation is over; then
   *     nothing is recorded
   * @throws Refused if there is no reason, or the Ally was not asked in the round
   */
  @Transactional
  public boolean join(
      String programme, String ally, String reason, String amendmentSought, Instant askedAt) {
    Optional<Round> newest = register.lockNewest(programme);
    if (newest.isEmpty()
        || !isConsulted(newest.get())
        || askedAt.isBefore(newest.get().circulatedAt().toInstant())) {
      return false;
    }
    Round round = newest.get();
    if (!round.allies().contains(ally)) {
      throw new Refused("", Words.of("council.noAllyThen").formatted(allies.names().apply(ally)));
    }
    Position position =
        new Position(
            0,
            round.id(),
            ally,
            Stance.OBJECTION,
            reason,
            amendmentSought,
            author.name(),
            OffsetDateTime.now(clock));
    if (register.standing(round.id()).stream().anyMatch(known -> isSame(known, position))) {
      return true;
    }
    register.add(round, position);
    String text = consultations.objection(position);
    decisions.record(
        programme,
        Step.CONSENSUS.folder(),
        Words.of("objections.furtherObjectionJoinsTheConsultationOf").formatted(round.number()),
        text);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.OBJECTION_JOINED,
            programme,
            Step.CONSENSUS.folder(),
            NoticePlace.round(round.id()),
            round.number(),
            text));
    return true;
  }

  /**
   * An Ally withdraws its objection; all Allies are told. When none stands any more and nothing is
   * being amended, the proposal goes back to the table unchanged.
   *
   * @return whether the consultation is over by that
   * @throws Refused if the Ally has no objection that stands, or the consultation is over
   */
  @Transactional
  public boolean withdraw(String programme, String ally, String reason) {
    Round round = register.lockNewest(programme).filter(this::isConsulted).orElse(null);
    if (round == null || !standing(round.id()).contains(ally)) {
      throw new Refused("", Words.of("council.noObjection").formatted(allies.names().apply(ally)));
    }
    withdraw(round, ally, reason);
    List<String> left = standing(round.id());
    UnaryOperator<String> names = allies.names();
    String still =
        left.isEmpty()
            ? Words.of("notice.noObjection")
            : Words.of("notice.stillObjecting")
                .formatted(left.stream().map(names).collect(Collectors.joining(", ")));
    decisions.record(
        programme,
        Step.CONSENSUS.folder(),
        Words.of("objections.withdrawsItsObjectionInRound")
            .formatted(names.apply(ally), round.number()),
        reason);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.OBJECTION_WITHDRAWN,
            programme,
            Step.CONSENSUS.folder(),
            NoticePlace.round(round.id()),
            round.number(),
            names.apply(ally),
            PlainText.sentence(reason),
            still));
    if (!left.isEmpty() || isBeingAmended(round) || consultations.isLast(round)) {
      return false;
    }
    consultations.conclude(programme, Course.RETABLE, reason);
    return true;
  }

  /**
   * The secretariat brings the consultation to a course. For the proposal to come back unchanged,
   * every objection that stands must have been withdrawn.
   *
   * @param withdrawnBy the Allies that have withdrawn, by code or name; may be empty if one alone
   *     objects
   * @param byName whether it can name them; it cannot in a programme of the first release, where
   *     its word counts for all
   * @throws Refused if an objection stands that is not named
   */
  public void conclude(
      String programme, Course course, List<String> withdrawnBy, boolean byName, String account) {
    if (course == Course.RETABLE && byName) {
      withdrawn(programme, withdrawnBy, account);
    } else if (course == Course.RETABLE) {
      allWithdrawn(programme, account);
    }
    consultations.conclude(programme, course, account);
  }

  private void withdrawn(String programme, List<String> named, String account) {
    Round round = register.lockNewest(programme).orElseThrow();
    List<String> standing = standing(round.id());
    Set<String> withdrawn = named.stream().map(allies::codeOf).collect(Collectors.toSet());
    UnaryOperator<String> names = allies.names();
    Faults faults = new Faults();
    withdrawn.stream()
        .filter(ally -> !standing.contains(ally))
        .sorted()
        .forEach(
            ally ->
                faults.add(
                    "withdrawnBy",
                    Words.of("objections.hasNoObjectionThatStands").formatted(names.apply(ally))));
    List<String> missing = standing.stream().filter(ally -> !withdrawn.contains(ally)).toList();
    faults.check(
        missing.isEmpty() || standing.size() == 1 && withdrawn.isEmpty(),
        "withdrawnBy",
        Words.of("objections.mustNameEveryAllyWhoseObjection")
            .formatted(missing.stream().map(names).collect(Collectors.joining(", "))));
    faults.refuseIfAny();
    standing.forEach(ally -> withdraw(round, ally, account));
  }

  private void allWithdrawn(String programme, String account) {
    Round round = register.lockNewest(programme).orElseThrow();
    standing(round.id()).forEach(ally -> withdraw(round, ally, account));
  }

  /** Why an Ally can do no more in a consultation, in a sentence for the one who acted. */
  public String whyClosed(String programme) {
    return Words.of("objections.theConsultationOnHasEnded").formatted(name(programme));
  }

  private void withdraw(Round round, String ally, String reason) {
    register.withdraw(
        round,
        new Withdrawal(0, round.id(), ally, reason, author.name(), OffsetDateTime.now(clock)));
  }

  private List<String> standing(long round) {
    return register.standing(round).stream().map(Position::ally).toList();
  }

  /** Whether the silence of the round was broken and what follows from that is not settled yet. */
  private boolean isConsulted(Round round) {
    boolean onTheTable =
        register
            .proposal(round.programme())
            .filter(proposal -> proposal.id() == round.item())
            .isPresent();
    return round.status() == Round.Status.BROKEN
        && onTheTable
        && packages.current(round.programme()).version() == round.packageVersion()
        && courses(round).stream()
            .noneMatch(course -> course == Course.RETABLE || course == Course.WITHDRAW);
  }

  private boolean isBeingAmended(Round round) {
    return courses(round).contains(Course.AMEND);
  }

  private List<Course> courses(Round round) {
    return register.consultations(round.id()).stream().map(Consultation::course).toList();
  }

  private static boolean isSame(Position known, Position position) {
    return known.ally().equals(position.ally())
        && known.statement().equals(position.statement())
        && Objects.equals(known.amendmentSought(), position.amendmentSought());
  }

  private String name(String programme) {
    return programmes.get(programme).name();
  }
}
