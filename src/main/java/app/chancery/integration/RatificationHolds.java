package app.chancery.integration;

import app.chancery.platform.people.Author;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import app.chancery.records.alliance.Ally;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Allies that hold their ratification. Entries are only added; the last one of an Ally counts. Each
 * is a decision of that Ally: it is recorded, and all Allies are told.
 */
@Service
public class RatificationHolds {

  private final RatificationRegister register;
  private final Days days;
  private final Author author;
  private final Allies allies;
  private final Programmes programmes;
  private final Accessions accessions;
  private final DecisionRecords decisions;
  private final Notices notices;

  RatificationHolds(
      RatificationRegister register,
      Days days,
      Author author,
      Allies allies,
      Programmes programmes,
      Accessions accessions,
      DecisionRecords decisions,
      Notices notices) {
    this.register = register;
    this.days = days;
    this.author = author;
    this.allies = allies;
    this.programmes = programmes;
    this.accessions = accessions;
    this.decisions = decisions;
    this.notices = notices;
  }

  /** Who may state it for an Ally: its delegation, or the secretariat that heard of it. */
  static Set<String> mayState(String ally) {
    return Set.of(
        Groups.SECRETARIAT, Groups.ADMINISTRATORS, Delegations.groupOf(String.valueOf(ally)));
  }

  /**
   * An Ally holds its ratification, or goes on.
   *
   * @param ally ISO 3166-1 alpha-2 code; may be null, which is refused
   * @param date the day it stated that
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   * @throws app.chancery.platform.refusal.Conflict if the programme has ended or is suspended
   * @throws app.chancery.platform.refusal.Refused if the protocol is not being ratified, the
   *     country is not a Party or has deposited, it does so already, the day is in the future or
   *     before what it follows, or who acts does not speak for that Ally; names every fault
   */
  @Transactional
  public RatificationHold state(
      String programme,
      String ally,
      RatificationHold.Change change,
      LocalDate date,
      String reason) {
    check(programme, ally, change, date);
    return enter(programme, ally, change, date, reason);
  }

  /** The same with the words of somebody outside; what is missing or unreadable is refused. */
  @Transactional
  RatificationHold report(
      String programme, String ally, String change, String date, String reason) {
    Faults faults = new Faults();
    Optional<RatificationHold.Change> known =
        Optional.ofNullable(change)
            .flatMap(given -> Coded.find(RatificationHold.Change.class, given));
    faults.check(known.isPresent(), "change", Coded.oneOf(RatificationHold.Change.class));
    LocalDate on = PastDate.of("date", date, allies.founded(), days.today(), faults);
    faults.check(reason != null && !reason.isBlank(), "reason", Words.of("form.required"));
    faults.refuseIfAny();
    return state(programme, ally, known.get(), on, reason.strip());
  }

  private RatificationHold enter(
      String programme,
      String ally,
      RatificationHold.Change change,
      LocalDate date,
      String reason) {
    register.add(programme, ally, change, date, reason);
    Programme ratified = programmes.get(programme);
    Ally country = allies.find(ally).orElseThrow();
    String what =
        change == RatificationHold.Change.HELD
            ? Words.of("ratificationHolds.holdsItsRatificationSince")
                .formatted(country.name(), Dates.words(date))
            : Words.of("ratificationHolds.goesOnWithItsRatificationFrom")
                .formatted(country.name(), Dates.words(date));
    decisions.record(programme, Step.INTEGRATION.folder(), what, reason);
    notices.tellAllAllies(
        Message.of(
            change == RatificationHold.Change.HELD
                ? NoticeKind.RATIFICATION_HELD
                : NoticeKind.RATIFICATION_RESUMED,
            programme,
            Step.INTEGRATION.folder(),
            NoticePlace.programme(),
            country.name(),
            date,
            PlainText.sentence(reason)));
    List<RatificationHold> all = of(programme);
    return all.get(all.size() - 1);
  }

  /** A deposit ends a hold; nobody has to say so first. */
  void endWithDeposit(String programme, String ally, LocalDate deposited) {
    RatificationHold hold = standing(programme).get(ally);
    if (hold != null) {
      enter(
          programme,
          ally,
          RatificationHold.Change.RESUMED,
          deposited.isBefore(hold.date()) ? hold.date() : deposited,
          Words.of("ratificationHolds.itsAcceptanceWasDepositedOn")
              .formatted(Dates.words(deposited)));
    }
  }

  /**
   * The Ally that whoever acts speaks for: that of the delegation.
   *
   * @return null if it is no delegation
   */
  public String ownAlly() {
    List<String> own =
        allies.today().stream()
            .filter(ally -> author.isOneOf(Set.of(ally.delegation())))
            .map(Ally::iso2)
            .toList();
    return own.size() == 1 ? own.get(0) : null;
  }

  /** Every entry, in the order of recording. */
  public List<RatificationHold> of(String programme) {
    return register.holds(programme);
  }

  /** The holds that stand, by Ally; those of an earlier protocol ended with it. */
  public Map<String, RatificationHold> standing(String programme) {
    LocalDate signed = accessions.signedOn(programme);
    Map<String, RatificationHold> standing = new LinkedHashMap<>();
    for (RatificationHold entry : of(programme)) {
      standing.remove(entry.ally());
      if (entry.change() == RatificationHold.Change.HELD && !entry.date().isBefore(signed)) {
        standing.put(entry.ally(), entry);
      }
    }
    return standing;
  }

  private void check(
      String programme, String ally, RatificationHold.Change change, LocalDate date) {
    Activities.refuseUnlessActive(programmes.lock(programme));
    LocalDate today = days.today();
    Faults faults = new Faults();
    boolean isParty = ally != null && allies.isAlly(ally, today);
    if (faults.check(
        isParty,
        "ally",
        ally == null
            ? Words.of("form.required")
            : Words.of("ratificationHolds.isNotAPartyToday").formatted(ally))) {
      faults.check(speaksFor(ally), "ally", Words.of("ratificationHolds.isAnotherAllyThanThatOf"));
    }
    Optional<LocalDate> signed = accessions.dateOf(programme, AccessionStage.PROTOCOL_SIGNED);
    faults.check(
        signed.isPresent()
            && accessions.dateOf(programme, AccessionStage.ENTERED_INTO_FORCE).isEmpty(),
        "programme",
        Words.of("ratificationHolds.hasNoAccessionProtocolThatIs"));
    faults.check(!date.isAfter(today), "date", Words.of("ratificationHolds.isInTheFuture"));
    LocalDate since = signed.orElse(LocalDate.MIN);
    Optional<RatificationHold> last =
        of(programme).stream()
            .filter(entry -> entry.ally().equals(ally) && !entry.date().isBefore(since))
            .reduce((earlier, later) -> later);
    boolean isHeld = standing(programme).containsKey(ally);
    LocalDate notBefore = last.map(RatificationHold::date).or(() -> signed).orElse(date);
    faults.check(
        !date.isBefore(notBefore),
        "date",
        (last.isEmpty()
                ? Words.of("ratificationHolds.isBeforeTheAccessionProtocolWas")
                : Words.of("ratificationHolds.isBeforeWhatTheAllyStated"))
            .formatted(Dates.words(notBefore)));
    if (change == RatificationHold.Change.HELD) {
      faults.check(!isHeld, "change", Words.of("ratificationHolds.theRatificationIsHeldAlready"));
      faults.check(
          register.entries(programme).stream()
              .filter(entry -> entry.ally().equals(ally) && !entry.date().isBefore(since))
              .noneMatch(entry -> entry.stage() == RatificationStage.DEPOSIT),
          "ally",
          Words.of("ratificationHolds.hasDepositedItsAcceptanceNothingIs"));
    } else {
      faults.check(isHeld, "change", Words.of("ratificationHolds.theRatificationIsNotHeld"));
    }
    faults.refuseIfAny();
  }

  /**
   * Who may start this at all is a matter of rights; a delegation speaks for its own Ally alone.
   */
  private boolean speaksFor(String ally) {
    return author.isOneOf(mayState(ally))
        || !author.isOneOf(
            allies.today().stream().map(Ally::delegation).collect(Collectors.toSet()));
  }
}
