package app.chancery.integration;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.records.alliance.Allies;
import app.chancery.records.alliance.Ally;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ratifications of accession protocols. Entries are only added; the last one counts. */
@Service
public class Ratifications {

  private final RatificationRegister register;
  private final Days days;
  private final Allies allies;
  private final Programmes programmes;
  private final Accessions accessions;
  private final RatificationHolds holds;
  private final RatificationProcess process;

  Ratifications(
      RatificationRegister register,
      Days days,
      Allies allies,
      Programmes programmes,
      Accessions accessions,
      RatificationHolds holds,
      RatificationProcess process) {
    this.register = register;
    this.days = days;
    this.allies = allies;
    this.programmes = programmes;
    this.accessions = accessions;
    this.holds = holds;
    this.process = process;
  }

  /**
   * A date of an Ally's ratification became known outside the process's own task: it is kept, and
   * the process looks again whether the ratification is complete.
   *
   * @param ally ISO 3166-1 alpha-2 code; may be null, which is refused
   * @param stage parliament, signature or deposit; may be null, which is refused
   * @param date such as 2027-05-20
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   * @throws app.chancery.platform.refusal.Conflict if the programme has ended or is suspended
   * @throws app.chancery.platform.refusal.Refused if the country is not a Party, the date is in the
   *     future or a deposit lies before the protocol was signed or the country became a Party;
   *     names every fault
   */
  @Transactional
  public RatificationEntry report(String programme, String ally, String stage, String date) {
    RatificationEntry entry = record(programme, ally, stage, date);
    process.ratificationRecorded(programme);
    return entry;
  }

  /** Keeps a date, without telling the process; see {@link #report}. */
  @Transactional
  public RatificationEntry record(String programme, String ally, String stage, String date) {
    Activities.refuseUnlessActive(programmes.lock(programme));
    LocalDate on = check(programme, ally, stage, date);
    RatificationStage reached = RatificationStage.of(stage).orElseThrow();
    register.add(programme, ally, reached, on);
    if (reached == RatificationStage.DEPOSIT) {
      holds.endWithDeposit(programme, ally, on);
    }
    List<RatificationEntry> entries = entries(programme);
    return entries.get(entries.size() - 1);
  }

  /** Every entry, also the corrected ones, in the order of recording. */
  public List<RatificationEntry> entries(String programme) {
    return register.entries(programme);
  }

  /** How far each Party of today is, in the order of the names. */
  public List<Ratification> of(String programme) {
    LocalDate signed = accessions.signedOn(programme);
    Map<String, Map<RatificationStage, LocalDate>> dates = new TreeMap<>();
    entries(programme).stream()
        // Those of an earlier protocol brought that one into force, and not this one.
        .filter(
            entry -> entry.stage() != RatificationStage.DEPOSIT || !entry.date().isBefore(signed))
        .forEach(
            entry ->
                dates
                    .computeIfAbsent(entry.ally(), ally -> new TreeMap<>())
                    .put(entry.stage(), entry.date()));
    Map<String, RatificationHold> held = holds.standing(programme);
    return allies.today().stream()
        .map(
            ally ->
                ratification(
                    ally, dates.getOrDefault(ally.iso2(), Map.of()), held.get(ally.iso2())))
        .toList();
  }

  /**
   * What is told of a programme's ratifications: none before the protocol is signed, and once it is
   * in force those that brought it into force.
   */
  public List<Ratification> told(String programme) {
    if (accessions.dateOf(programme, AccessionStage.PROTOCOL_SIGNED).isEmpty()) {
      return List.of();
    }
    boolean inForce = accessions.dateOf(programme, AccessionStage.ENTERED_INTO_FORCE).isPresent();
    return of(programme).stream().filter(each -> !inForce || each.isDeposited()).toList();
  }

  /** The Parties of today whose acceptance the depositary has not received. */
  public List<Ratification> missing(String programme) {
    return of(programme).stream().filter(each -> !each.isDeposited()).toList();
  }

  /**
   * Whether every Party of this moment has deposited; an Ally that joined meanwhile is needed too.
   */
  public boolean isComplete(String programme) {
    return missing(programme).isEmpty();
  }

  /** The day the last acceptance needed was deposited, when the ratification is complete. */
  Optional<LocalDate> completedOn(String programme) {
    return isComplete(programme)
        ? of(programme).stream().map(Ratification::deposit).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  private LocalDate check(String programme, String ally, String stage, String date) {
    LocalDate today = days.today();
    Faults faults = new Faults();
    boolean isParty = ally != null && allies.isAlly(ally, today);
    faults.check(
        isParty,
        "ally",
        ally == null
            ? Words.of("form.required")
            : Words.of("ratifications.isNotAPartyToday").formatted(ally));
    Optional<RatificationStage> known = Optional.ofNullable(stage).flatMap(RatificationStage::of);
    faults.check(known.isPresent(), "stage", Coded.oneOf(RatificationStage.class));
    LocalDate on = PastDate.of("date", date, allies.founded(), today, faults);
    if (known.filter(RatificationStage.DEPOSIT::equals).isPresent()) {
      Optional<LocalDate> signed = accessions.dateOf(programme, AccessionStage.PROTOCOL_SIGNED);
      faults.check(
          signed.isPresent(),
          "stage",
          Words.of("ratifications.cannotBeDepositTheAccessionProtocol"));
      faults.check(
          signed.isEmpty() || !on.isBefore(signed.get()),
          "date",
          Words.of("ratifications.isBeforeTheAccessionProtocolWas")
              .formatted(signed.map(Dates::words).orElse("")));
      faults.check(
          !isParty || allies.isAlly(ally, on),
          "date",
          Words.of("ratifications.isBeforeBecameAParty").formatted(ally));
    }
    faults.refuseIfAny();
    return on;
  }

  private static Ratification ratification(
      Ally ally, Map<RatificationStage, LocalDate> dates, RatificationHold hold) {
    return new Ratification(
        ally.iso2(),
        ally.name(),
        dates.get(RatificationStage.PARLIAMENT),
        dates.get(RatificationStage.SIGNATURE),
        dates.get(RatificationStage.DEPOSIT),
        hold);
  }
}
