package app.chancery.desk.work;

import app.chancery.documents.DeliverableEntry;
import app.chancery.documents.Library;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Person;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.Moments;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import app.chancery.records.alliance.Allies;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Gathers what there is to know beside the form of a task. */
@Service
class TaskViews {

  private final Programmes programmes;
  private final Library library;
  private final DecisionRecords decisions;
  private final Afterwards work;
  private final Days days;
  private final Clock clock;
  private final Allies allies;

  TaskViews(
      Programmes programmes,
      Library library,
      DecisionRecords decisions,
      Afterwards work,
      Days days,
      Clock clock,
      Allies allies) {
    this.programmes = programmes;
    this.library = library;
    this.decisions = decisions;
    this.work = work;
    this.days = days;
    this.clock = clock;
    this.allies = allies;
  }

  TaskView of(TaskFile file, Person person) {
    Optional<Programme> programme = programme(file.programme());
    return new TaskView(
        file,
        candidate(file.programme()),
        file.dueAt() == null ? null : words(file.dueAt()),
        file.dueAt() != null && !file.stands() && file.dueAt().isBefore(clock.instant()),
        Dates.words(days.of(file.openedAt())),
        Delegations.inWords(file.groups(), allies.names()),
        person.id().equals(file.holder()),
        programme.map(found -> documents(found.key(), person.groups())).orElse(List.of()),
        programme
            .map(found -> newestFirst(decisions.shownTo(person.groups(), found.key())))
            .orElse(List.of()),
        programme.map(found -> others(found.key(), file.id())).orElse(List.of()));
  }

  /** For example "Dorelia (XD-2026)"; null if there is no such programme. */
  String candidate(String programme) {
    return programme(programme).map(Programme::called).orElse(null);
  }

  /** For example "Friday 27 November 2026, 18:00 (Europe/Brussels)". */
  String words(Instant moment) {
    return Moments.words(moment.atOffset(ZoneOffset.UTC), days.zone());
  }

  private Optional<Programme> programme(String key) {
    return Optional.ofNullable(key).flatMap(programmes::find);
  }

  /** Of each kind the newest version. */
  private List<DeliverableEntry> documents(String programme, Collection<String> groups) {
    Map<String, DeliverableEntry> newest = new LinkedHashMap<>();
    newestFirst(library.list(programme, groups))
        .forEach(entry -> newest.putIfAbsent(entry.kind(), entry));
    return List.copyOf(newest.values());
  }

  private List<Waiting> others(String programme, String but) {
    return waiting(work.open(programme).stream().filter(each -> !each.id().equals(but)).toList());
  }

  /**
   * What is open in a programme, oldest first.
   *
   * @param since what has opened since a moment
   * @param before what was open before that
   */
  record Opened(List<Waiting> since, List<Waiting> before) {}

  Opened opened(String programme, Instant moment) {
    Map<Boolean, List<Afterwards.Open>> before =
        work.open(programme).stream()
            .collect(Collectors.partitioningBy(each -> each.openedAt().isBefore(moment)));
    return new Opened(waiting(before.get(false)), waiting(before.get(true)));
  }

  /** Of the same task for several groups, such as the delegations, one line. */
  private List<Waiting> waiting(List<Afterwards.Open> tasks) {
    Map<String, List<Afterwards.Open>> byWhat =
        tasks.stream()
            .collect(
                Collectors.groupingBy(
                    Afterwards.Open::what, LinkedHashMap::new, Collectors.toList()));
    return byWhat.entrySet().stream()
        .map(
            each ->
                new Waiting(
                    each.getKey(),
                    who(each.getValue()),
                    due(each.getValue().get(0)),
                    opens(each.getValue())))
        .toList();
  }

  private static String opens(List<Afterwards.Open> tasks) {
    List<String> seen =
        tasks.stream().filter(Afterwards.Open::seen).map(Afterwards.Open::id).toList();
    return seen.size() == 1 ? seen.get(0) : null;
  }

  private String who(List<Afterwards.Open> tasks) {
    return tasks.size() == 1 && tasks.get(0).holder() != null
        ? tasks.get(0).holder()
        : Delegations.inWords(
            tasks.stream().flatMap(each -> each.groups().stream()).distinct().toList(),
            allies.names());
  }

  private String due(Afterwards.Open task) {
    return task.dueAt() == null ? null : Dates.words(days.of(task.dueAt()));
  }

  private static <T> List<T> newestFirst(List<T> oldestFirst) {
    List<T> newestFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /** What was decided in a programme at a moment and since, oldest first. */
  List<DecisionRecord> decidedSince(String programme, Instant moment, Person reader) {
    return decided(programme, reader, at -> !at.isBefore(moment));
  }

  /** The same without what was decided at that very moment, and so led to it. */
  List<DecisionRecord> decidedAfter(String programme, Instant moment, Person reader) {
    return decided(programme, reader, at -> at.isAfter(moment));
  }

  private List<DecisionRecord> decided(String programme, Person reader, Predicate<Instant> when) {
    return programme(programme)
        .map(
            found ->
                decisions.shownTo(reader.groups(), found.key()).stream()
                    .filter(each -> when.test(each.decidedAt().toInstant()))
                    .toList())
        .orElse(List.of());
  }
}
