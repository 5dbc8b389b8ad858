package app.chancery.platform.people;

import app.chancery.platform.people.AccountRecords.Known;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
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
  private final Holders holders;
  private final AbsencePolicy policy;
  private final Days days;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Absences(
      AbsenceRegister register,
      AccountRecords records,
      Holders holders,
      AbsencePolicy policy,
      Days days,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.register = register;
    this.records = records;
    this.holders = holders;
    this.policy = policy;
    this.days = days;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * An absence as somebody types it.
   *
   * @param who the name or account of who is away; blank for oneself
   * @param deputy the name or account of who acts meanwhile
   * @param from the first day
   * @param until the last day, inclusive
   * @param nevertheless the code of the warning in spite of which it is entered; blank if none
   */
  public record Entered(
      String who, String deputy, String from, String until, String nevertheless) {}

  /**
   * On some days nobody would act in some group of who is to be away.
   *
   * @param days the days, the groups and why, a sentence for each
   * @param code of just this warning
   */
  public record Warning(List<String> days, String code) {}

  /**
   * Enters an absence. An administrator enters one for anybody, and with a deputy of other groups;
   * everybody else for themselves, with a deputy who is of all their groups.
   *
   * @return why it is not entered until its writer says that they know; empty if it is entered
   * @throws Refused naming every field that something is wrong with
   */
  public Optional<Warning> enter(Person person, Entered entered) {
    Optional<Warning> warning =
        transaction.execute(
            status -> {
              // One after the other, on all nodes: two that are entered at once could close a
              // circle.
              records.holdAdministrators();
              long id = add(person, entered);
              Optional<Warning> unknown =
                  warning(id).filter(each -> !each.code().equals(entered.nevertheless()));
              if (unknown.isPresent()) {
                status.setRollbackOnly();
              } else {
                tellUncovered(id, person.id());
              }
              return unknown;
            });
    records.forget();
    return warning;
  }

  private Optional<Warning> warning(long id) {
    List<Absence> all = register.from(days.today());
    Map<String, Known> known = records.all(AccountRecords.accountsIn(all));
    Coverage coverage = AccountRecords.coverage(all, known);
    return all.stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .flatMap(
            absence -> {
              List<Gap> gaps = coverage.gaps(absence, days.today());
              return gaps.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new Warning(sentences(gaps, absence, known), Gap.written(gaps)));
            });
  }

  /**
   * Tells of days on which nobody acts for somebody who is or will be away, of each once. To be
   * called in the transaction of whatever may have changed that, once it is written, and every day.
   */
  public void tellUncovered() {
    if (!register.from(days.today()).isEmpty()) {
      // One after the other, on all nodes: each would tell of what the other one has found.
      records.holdAdministrators();
      tellUncovered(0, "");
    }
  }

  /**
   * @param entered the absence that somebody enters just now; 0 if nobody does
   * @param by who enters it
   */
  private void tellUncovered(long entered, String by) {
    LocalDate today = days.today();
    List<Absence> all = register.from(today);
    Map<String, Known> known = records.all(AccountRecords.accountsIn(all));
    Coverage coverage = AccountRecords.coverage(all, known);
    for (Absence absence : all) {
      List<Gap> gaps = coverage.gaps(absence, today);
      List<Gap> told = Gap.read(absence.uncovered());
      if (!gaps.stream().allMatch(gap -> gap.isWithin(told))) {
        events.publishEvent(
            new AbsenceUncovered(
                absence.account(),
                name(known, absence.account()),
                String.join(" ", sentences(gaps, absence, known)),
                gaps.stream().flatMap(gap -> gap.groups().stream()).collect(Collectors.toSet()),
                absence.id() == entered ? by : ""));
      }
      String written = Gap.written(gaps);
      if (!written.equals(absence.uncovered())) {
        register.keepUncovered(absence.id(), written);
      }
    }
  }

  private List<String> sentences(List<Gap> gaps, Absence absence, Map<String, Known> known) {
    return gaps.stream().map(gap -> sentence(gap, absence, known)).toList();
  }

  private String sentence(Gap gap, Absence absence, Map<String, Known> known) {
    String when =
        gap.first().equals(gap.last())
            ? Words.of("absence.gap.on").formatted(Dates.words(gap.first()))
            : Words.of("absence.gap.from")
                .formatted(Dates.words(gap.first()), Dates.words(gap.last()));
    String who = name(known, absence.account());
    if (!gap.nobody()) {
      Map<String, String> groups = groups(known, absence.account());
      return Words.of("absence.gap.groups")
          .formatted(
              when,
              who,
              gap.groups().stream().map(groups::get).sorted().collect(Collectors.joining(", ")));
    }
    return Words.of("absence.gap.nobody")
        .formatted(
            when,
            who,
            gap.end()
                .flatMap(end -> gone(end, known))
                .orElseGet(() -> Words.of("absence.gap.circle")));
  }

  /** Why the deputy of an absence acts for nobody. */
  private Optional<String> gone(Absence absence, Map<String, Known> known) {
    return AccountRecords.substitution(List.of(absence), known)
        .gone(absence)
        .map(
            gone ->
                Words.of("absence.gap.gone").formatted(name(known, absence.deputy()), gone.word()));
  }

  private long add(Person person, Entered entered) {
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
    return register.add(
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
    transaction.executeWithoutResult(
        status -> {
          register.end(absence.id(), person.id());
          tellUncovered();
        });
    records.forget();
  }

  /** A person's own absences of today and later, and those that were ended, the earliest first. */
  public List<AbsenceView> of(String account) {
    return views(register.of(account, days.today()));
  }

  /** Everybody's of today and later, by their beginnings; without those that were ended. */
  public List<AbsenceView> all() {
    return views(register.from(days.today()));
  }

  /** Those of today, by the account of who is away. */
  public Map<String, AbsenceView> today() {
    return views(register.on(days.today())).stream()
        .collect(Collectors.toMap(view -> view.absence().account(), view -> view));
  }

  /** Whether somebody is away today and nobody stands in for them. */
  public boolean isUncovered(String account) {
    return Optional.ofNullable(today().get(account)).filter(AbsenceView::uncovered).isPresent();
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
    List<Absence> named =
        register.on(days.today()).stream()
            .filter(each -> each.account().equals(absent) && each.deputy().equals(deputy))
            .toList();
    Map<String, Known> known = records.all(AccountRecords.accountsIn(named));
    return named.stream()
        .findFirst()
        .flatMap(each -> gone(each, known))
        .map(gone -> Words.of("absence.gone").formatted(gone));
  }

  private List<AbsenceView> views(List<Absence> absences) {
    LocalDate today = days.today();
    List<Absence> counting = register.from(today);
    Map<String, Known> known =
        records.all(
            Stream.of(absences, counting)
                .flatMap(each -> AccountRecords.accountsIn(each).stream())
                .collect(Collectors.toSet()));
    Substitution now =
        AccountRecords.substitution(
            counting.stream().filter(each -> each.overlaps(today, today)).toList(), known);
    Coverage coverage = AccountRecords.coverage(counting, known);
    return absences.stream()
        .map(
            absence ->
                view(
                    absence,
                    now,
                    absence.isEnded() ? List.of() : coverage.gaps(absence, today),
                    known,
                    today))
        .toList();
  }

  private AbsenceView view(
      Absence absence,
      Substitution now,
      List<Gap> gaps,
      Map<String, Known> known,
      LocalDate today) {
    boolean present = !absence.isEnded() && absence.overlaps(today, today);
    Optional<String> acting = present ? now.deputyOf(absence.account()) : Optional.empty();
    return new AbsenceView(
        absence,
        name(known, absence.account()),
        name(known, absence.deputy()),
        absence.isEnded()
            ? AbsenceView.State.ENDED
            : present ? AbsenceView.State.PRESENT : AbsenceView.State.COMING,
        acting.filter(account -> !account.equals(absence.deputy())).map(each -> name(known, each)),
        present && acting.isEmpty(),
        sentences(gaps, absence, known));
  }

  private static Map<String, String> groups(Map<String, Known> known, String account) {
    return Optional.ofNullable(known.get(account)).map(Known::groups).orElse(Map.of());
  }

  private String name(Map<String, Known> known, String account) {
    return Optional.ofNullable(known.get(account))
        .map(Known::name)
        .or(() -> holders.left(account).map(Holders.Left::name))
        .orElse(account);
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
