package app.chancery.platform.security;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.security.AccountRecords.Known;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters and ends absences: who is away, from when to when, and who acts meanwhile. */
@Service
public class Absences {

  /** The names of the fields. */
  public static final String WHO = "who";

  public static final String DEPUTY = "deputy";
  public static final String FROM = "from";
  public static final String UNTIL = "until";

  private final AbsenceRegister register;
  private final AccountRecords records;
  private final AbsencePolicy policy;
  private final Days days;
  private final TransactionTemplate transaction;

  Absences(
      AbsenceRegister register,
      AccountRecords records,
      AbsencePolicy policy,
      Days days,
      PlatformTransactionManager transactions) {
    this.register = register;
    this.records = records;
    this.policy = policy;
    this.days = days;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * An absence as somebody types it.
   *
   * @param who the name or account of who is away; blank for oneself
   * @param deputy the name or account of who acts meanwhile
   * @param from the first day
   * @param until the last day, inclusive
   */
  public record Entered(String who, String deputy, String from, String until) {}

  /**
   * Enters an absence. An administrator enters one for anybody, and with a deputy of other groups;
   * everybody else for themselves, with a deputy who is of all their groups.
   *
   * @throws Refused naming every field that something is wrong with
   */
  public void enter(Person person, Entered entered) {
    transaction.executeWithoutResult(
        status -> {
          // One after the other, on all nodes: two that are entered at once could close a circle.
          records.holdAdministrators();
          add(person, entered);
        });
    records.forget();
  }

  private void add(Person person, Entered entered) {
    Faults faults = new Faults();
    LocalDate today = days.today();
    Optional<LocalDate> first = Dates.read(entered.from()).orFault(FROM, faults);
    Optional<LocalDate> last = Dates.read(entered.until()).orFault(UNTIL, faults);
    first.ifPresent(day -> faults.check(!day.isBefore(today), FROM, Words.of("absence.past")));
    if (first.isPresent() && last.isPresent()) {
      check(first.get(), last.get(), faults);
    }
    boolean administers = person.ownGroups().contains(Groups.ADMINISTRATORS);
    Optional<Colleague> absent = absent(person, administers, entered.who(), faults);
    Optional<Colleague> deputy =
        absent.flatMap(who -> deputy(who, administers, entered.deputy(), faults));
    faults.refuseIfAny();
    Naming naming = naming(absent.orElseThrow(), deputy.orElseThrow(), administers);
    refuseCollisions(naming, first.orElseThrow(), last.orElseThrow());
    register.add(
        naming.absent().account(),
        naming.deputy().account(),
        first.get(),
        last.get(),
        naming.onStrengthOf(),
        naming.allowed(),
        person.id());
  }

  private void check(LocalDate first, LocalDate last, Faults faults) {
    if (faults.check(!last.isBefore(first), UNTIL, Words.of("absence.backwards"))) {
      faults.check(
          ChronoUnit.DAYS.between(first, last) < policy.longestDays(),
          UNTIL,
          Words.of("absence.long").formatted(policy.longestDays()));
    }
  }

  private Optional<Colleague> absent(
      Person person, boolean administers, String who, Faults faults) {
    String wanted = who == null || who.isBlank() ? person.id() : who.strip();
    if (!administers && !wanted.equals(person.id()) && !wanted.equals(person.displayName())) {
      faults.add(WHO, Words.of("absence.notYours"));
      return Optional.empty();
    }
    return named(administers ? wanted : person.id(), everybody(), WHO, faults);
  }

  private Optional<Colleague> deputy(
      Colleague absent, boolean administers, String wanted, Faults faults) {
    if (wanted == null || wanted.isBlank()) {
      faults.add(DEPUTY, Words.of("absence.nobody"));
      return Optional.empty();
    }
    List<Colleague> all = everybody();
    if (isCalled(absent, wanted.strip())) {
      faults.add(DEPUTY, Words.of("absence.oneself"));
      return Optional.empty();
    }
    // Who may not choose somebody is not told either that there is such an account.
    return named(
        wanted.strip(),
        administers ? all : all.stream().filter(each -> sharesGroup(each, absent)).toList(),
        DEPUTY,
        faults);
  }

  private List<Colleague> everybody() {
    return records.everybody().entrySet().stream()
        .map(each -> colleague(each.getKey(), each.getValue()))
        .toList();
  }

  private static Colleague colleague(String account, Known known) {
    Map<String, String> groups = new TreeMap<>(known.groups());
    // A group that nobody has named is told by its id.
    groups.replaceAll((id, name) -> name.isEmpty() ? id : name);
    return new Colleague(account, known.name(), groups);
  }

  private static boolean sharesGroup(Colleague one, Colleague other) {
    return one.groups().keySet().stream().anyMatch(other.groups()::containsKey);
  }

  private static boolean isCalled(Colleague person, String text) {
    return person.account().equals(text) || person.name().equalsIgnoreCase(text);
  }

  private static Optional<Colleague> named(
      String text, Collection<Colleague> all, String field, Faults faults) {
    Optional<Colleague> account =
        all.stream().filter(each -> each.account().equals(text)).findFirst();
    if (account.isPresent()) {
      return account;
    }
    List<Colleague> called = all.stream().filter(each -> isCalled(each, text)).toList();
    if (called.size() == 1) {
      return Optional.of(called.get(0));
    }
    faults.add(
        field,
        called.isEmpty()
            ? Words.of("absence.unknown")
            : Words.of("absence.several")
                .formatted(
                    text,
                    called.stream().map(Colleague::account).collect(Collectors.joining(", "))));
    return Optional.empty();
  }

  /**
   * @throws Refused if the deputy may not act in that person's place
   */
  private static Naming naming(Colleague absent, Colleague deputy, boolean administers) {
    Map<String, String> needed = new TreeMap<>(absent.groups());
    needed.remove(Groups.ADMINISTRATORS);
    needed.keySet().retainAll(toCover(needed.keySet()));
    Set<String> own = deputy.groups().keySet();
    Map<String, String> missing = new TreeMap<>(needed);
    missing.keySet().removeAll(own);
    if (missing.keySet().stream()
        .anyMatch(group -> Delegations.isOne(Heads.areIn(group) ? Heads.headed(group) : group))) {
      throw new Refused(DEPUTY, Words.of("absence.otherAlly").formatted(deputy.name()));
    }
    if (needed.isEmpty()) {
      throw new Refused(DEPUTY, Words.of("absence.nothing").formatted(absent.name()));
    }
    if (missing.isEmpty()) {
      return new Naming(absent, deputy, List.copyOf(needed.keySet()), false);
    }
    if (!administers) {
      throw new Refused(
          DEPUTY,
          Words.of("absence.otherGroup")
              .formatted(deputy.name(), String.join(", ", missing.values())));
    }
    if (own.stream().anyMatch(Delegations::isOne)) {
      throw new Refused(DEPUTY, Words.of("absence.delegate").formatted(deputy.name()));
    }
    if (needed.keySet().stream()
        .noneMatch(group -> own.contains(group) || Substitution.mayPass(own, group))) {
      throw new Refused(DEPUTY, Words.of("absence.confidential").formatted(deputy.name()));
    }
    return new Naming(absent, deputy, List.copyOf(own), true);
  }

  /**
   * Those of the groups that whoever stands in should be of. The head's right passes to whom an
   * administrator names, and keeps nobody else from standing in, unless it is all that there is.
   */
  private static Set<String> toCover(Set<String> groups) {
    Set<String> others =
        groups.stream().filter(group -> !Heads.areIn(group)).collect(Collectors.toSet());
    return others.isEmpty() ? Set.copyOf(groups) : others;
  }

  private void refuseCollisions(Naming naming, LocalDate first, LocalDate last) {
    List<Absence> others = register.between(first, last);
    others.stream()
        .filter(other -> other.account().equals(naming.absent().account()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new Refused(
                  FROM,
                  Words.of("absence.overlaps")
                      .formatted(
                          naming.absent().name(),
                          Dates.words(other.firstDay()),
                          Dates.words(other.lastDay())));
            });
    new Circle(others)
        .back(naming.deputy().account(), naming.absent().account(), first, last)
        .ifPresent(
            way -> {
              Map<String, Known> known = records.all(AccountRecords.accountsIn(way));
              throw new Refused(
                  DEPUTY,
                  Words.of("absence.circle")
                      .formatted(
                          way.stream()
                              .map(
                                  each ->
                                      Words.of("absence.circle.link")
                                          .formatted(
                                              name(known, each.account()),
                                              Dates.words(each.firstDay()),
                                              Dates.words(each.lastDay()),
                                              name(known, each.deputy())))
                              .collect(Collectors.joining("; "))));
            });
  }

  /**
   * Ends an absence now, or withdraws one that has not begun. Nothing happens if it has ended.
   *
   * @throws NotFound if there is none of that id for this person
   */
  public void end(Person person, long id) {
    Absence absence =
        register.byId(id).stream()
            .filter(
                each ->
                    each.account().equals(person.id())
                        || person.ownGroups().contains(Groups.ADMINISTRATORS))
            .findFirst()
            .orElseThrow(() -> new NotFound(Words.of("absence.none")));
    register.end(absence.id(), person.id());
    records.forget();
  }

  /** A person's own absences of today and later, and those that were ended, the earliest first. */
  public List<AbsenceView> of(String account) {
    return views(register.of(account, days.today()));
  }

  /** Everybody's of today and later, by their beginnings; without those that were ended. */
  public List<AbsenceView> all() {
    return views(register.between(days.today(), LocalDate.of(9999, 12, 31)));
  }

  /** Those of today, by the account of who is away. */
  public Map<String, AbsenceView> today() {
    return views(register.on(days.today())).stream()
        .collect(Collectors.toMap(view -> view.absence().account(), view -> view));
  }

  /** Those of today and later in which a person was named to stand in, by their beginnings. */
  public List<AbsenceView> asDeputy(String account) {
    return all().stream().filter(view -> view.deputy().equals(account)).toList();
  }

  /**
   * Whom somebody may name, by name: who is of all their groups, or of an administrator everybody.
   */
  public List<Colleague> choices(Person person) {
    Set<String> needed = new HashSet<>(person.ownGroups());
    boolean administers = needed.remove(Groups.ADMINISTRATORS);
    needed.retainAll(toCover(needed));
    return everybody().stream()
        .filter(each -> administers || !each.account().equals(person.id()))
        .filter(
            each -> administers || !needed.isEmpty() && each.groups().keySet().containsAll(needed))
        .toList();
  }

  /**
   * Why somebody who was named to stand in for a person today does not.
   *
   * @return a sentence; empty if they were not named, or do stand in
   */
  public Optional<String> whyNot(String deputy, String absent) {
    return views(
            register.on(days.today()).stream()
                .filter(each -> each.account().equals(absent) && each.deputy().equals(deputy))
                .toList())
        .stream()
        .findFirst()
        .flatMap(AbsenceView::gone);
  }

  private List<AbsenceView> views(List<Absence> absences) {
    LocalDate today = days.today();
    List<Absence> now = register.on(today);
    Map<String, Known> known =
        records.all(
            Stream.of(absences, now)
                .flatMap(each -> AccountRecords.accountsIn(each).stream())
                .collect(Collectors.toSet()));
    return absences.stream().map(absence -> view(absence, now, known, today)).toList();
  }

  private static AbsenceView view(
      Absence absence, List<Absence> now, Map<String, Known> known, LocalDate today) {
    // What holds on its own day; whether the deputy is away then too is known when it has come.
    Substitution that = AccountRecords.substitution(List.of(absence), known);
    Substitution chained = AccountRecords.substitution(now, known);
    boolean present = !absence.isEnded() && absence.overlaps(today, today);
    Optional<String> acting =
        present ? chained.deputyOf(absence.account()) : Optional.of(absence.deputy());
    Set<String> passed =
        present ? chained.passed(absence.account()) : that.passed(absence.account());
    Map<String, String> groups = groups(known, absence.account());
    Set<String> kept = new LinkedHashSet<>(groups.keySet());
    kept.removeAll(passed);
    return new AbsenceView(
        absence,
        name(known, absence.account()),
        name(known, absence.deputy()),
        absence.isEnded()
            ? AbsenceView.State.ENDED
            : present ? AbsenceView.State.PRESENT : AbsenceView.State.COMING,
        absence.isEnded()
            ? Optional.empty()
            : that.gone(absence).map(gone -> gone(gone, name(known, absence.deputy()))),
        acting.filter(account -> !account.equals(absence.deputy())).map(each -> name(known, each)),
        acting.isEmpty(),
        acting.isEmpty() ? List.of() : kept.stream().map(groups::get).toList());
  }

  private static String gone(Substitution.Gone gone, String deputy) {
    return Words.of("absence.gone").formatted(deputy, gone.word());
  }

  private static Map<String, String> groups(Map<String, Known> known, String account) {
    return Optional.ofNullable(known.get(account)).map(Known::groups).orElse(Map.of());
  }

  private static String name(Map<String, Known> known, String account) {
    return Optional.ofNullable(known.get(account)).map(Known::name).orElse(account);
  }

  /**
   * Somebody with an account.
   *
   * @param groups the name of each by its id
   */
  public record Colleague(String account, String name, Map<String, String> groups) {}

  /**
   * A deputy that may be.
   *
   * @param onStrengthOf the groups without which the deputy would be none
   * @param allowed whether by an administrator's word
   */
  private record Naming(
      Colleague absent, Colleague deputy, List<String> onStrengthOf, boolean allowed) {}
}
