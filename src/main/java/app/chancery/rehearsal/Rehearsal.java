package app.chancery.rehearsal;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.WorkingDays;
import app.chancery.rehearsal.StaffScript.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.util.ClassUtils;

/**
 * Lets the scripted staff work on the virtual clock: each task is answered after the days its
 * script takes, each timer comes due at its time, whichever is first, until it is over.
 */
@Service
public class Rehearsal {

  /** Staff begin their day at this time (UTC). */
  public static final LocalTime MORNING = LocalTime.of(9, 0);

  /** No programme takes longer; one that does goes round in circles. */
  private static final Duration LONGEST = Duration.ofDays(20 * 365L);

  private static final int MOST_HAPPENINGS = 20_000;

  private static final Map<String, String> ACCOUNTS =
      Map.of(
          Groups.ANALYSTS, "analyst",
          Groups.ENVOYS, "envoy",
          Groups.PLANNERS, "planner",
          Groups.SECRETARIAT, "secretary",
          Groups.PUBLIC_AFFAIRS, "press",
          Groups.MILITARY_STAFF, "officer",
          Groups.COMMITTEE, "committee",
          Groups.EXECUTIVES, "executive",
          Groups.MANAGERS, "manager");

  private final Office office;
  private final List<StaffScript> scripts;
  private final Days days;
  private final WorkingDays workingDays;
  private final Map<String, Answer> otherwise;

  @Autowired
  Rehearsal(Office office, List<StaffScript> scripts, Days days, WorkingDays workingDays) {
    this(office, scripts, days, workingDays, Map.of());
  }

  private Rehearsal(
      Office office,
      List<StaffScript> scripts,
      Days days,
      WorkingDays workingDays,
      Map<String, Answer> otherwise) {
    this.office = office;
    this.scripts = List.copyOf(scripts);
    this.days = days;
    this.workingDays = workingDays;
    this.otherwise = Map.copyOf(otherwise);
  }

  /** The same staff, but they do some tasks otherwise than their scripts say. */
  public Rehearsal with(Map<String, Answer> otherwise) {
    return new Rehearsal(office, scripts, days, workingDays, otherwise);
  }

  /** The sample account that does the work of a group. */
  public static String accountOf(String group) {
    String account =
        Delegations.isOne(group)
            ? group.replaceFirst("^delegation", "delegate")
            : ACCOUNTS.get(group);
    if (account == null) {
      throw new RehearsalFailed("Nobody works for the group '" + group + "'");
    }
    return account;
  }

  /**
   * Runs until it is over, from the time the office's clock shows.
   *
   * @param over asked after everything that happened
   * @param listener told of everything that happened
   * @throws RehearsalFailed if it cannot go on, or goes on without an end
   */
  public void run(BooleanSupplier over, Consumer<Happening> listener) {
    new Run(over, listener).untilOver();
  }

  /**
   * Begins a run that goes on from stop to stop: each call lets time pass until that moment,
   * whatever is open or not by then. It throws {@link RehearsalFailed} if it cannot go on.
   */
  public Consumer<Instant> begin() {
    return new Run(() -> false, happening -> {})::until;
  }

  /** An answer and the step whose script gives it. */
  private record Scripted(Answer answer, String step) {}

  /** A task that somebody will have done by then. */
  private record Promise(OpenTask task, Scripted scripted, Instant at) {}

  private final class Run {

    private final BooleanSupplier over;
    private final Consumer<Happening> listener;
    private final Instant started = office.now();
    private final Map<String, Scripted> answers = answers();
    private final Map<String, Promise> promises = new HashMap<>();

    /** Tasks that stand: they stay open when they are answered, and are answered once. */
    private final Set<String> answered = new HashSet<>();

    private int happenings;

    Run(BooleanSupplier over, Consumer<Happening> listener) {
      this.over = over;
      this.listener = listener;
    }

    void untilOver() {
      runDueJobs();
      while (!over.getAsBoolean()) {
        Optional<Instant> next = next();
        if (next.isEmpty()) {
          // Where the engine works by itself, something may have come between two looks at it.
          runDueJobs();
          if (over.getAsBoolean()) {
            return;
          }
          next = next();
        }
        goOnAt(
            next.orElseThrow(
                () ->
                    new RehearsalFailed(
                        "On %s nothing is left to do or to wait for, but it has not ended"
                            .formatted(today()))));
      }
    }

    void until(Instant end) {
      runDueJobs();
      for (Optional<Instant> next = next();
          next.isPresent() && !next.get().isAfter(end);
          next = next()) {
        goOnAt(next.get());
      }
      setClock(end);
    }

    /** When the next thing happens: somebody is done with a task, or a timer is due. */
    private Optional<Instant> next() {
      return Stream.concat(firstPromise().map(Promise::at).stream(), office.nextTimer().stream())
          .min(Comparator.naturalOrder());
    }

    private void goOnAt(Instant next) {
      if (promises.values().stream()
          .anyMatch(promise -> promise.at().equals(next) && isToBeKept(promise))) {
        answerAllOf(next);
      } else {
        letTimePassTo(next);
      }
      guard();
    }

    private Optional<Promise> firstPromise() {
      Set<String> open = office.openTaskIds();
      promises.keySet().retainAll(open);
      open.removeAll(promises.keySet());
      office.tasks(open).forEach(fresh -> promises.put(fresh.id(), promise(fresh)));
      return promises.values().stream()
          .filter(this::isToBeKept)
          .min(Comparator.comparing(Promise::at));
    }

    private boolean isToBeKept(Promise promise) {
      Answer.Form form = promise.scripted().answer().form();
      return form != null && form.isFor(promise.task()) && !answered.contains(promise.task().id());
    }

    private Promise promise(OpenTask task) {
      Scripted scripted = answers.get(task.key());
      if (scripted == null) {
        throw new RehearsalFailed(
            "On %s nobody knows what to do with the task '%s' (%s)"
                .formatted(today(), task.name(), task.key()));
      }
      LocalDate day = workingDays.onOrAfter(today().plusDays(scripted.answer().days()));
      return new Promise(
          task, scripted, day.equals(today()) ? office.now() : days.at(day, MORNING));
    }

    /** All that is promised for that moment, unless one answer makes another task go away. */
    private void answerAllOf(Instant at) {
      setClock(at);
      List<Promise> kept =
          promises.values().stream()
              .filter(promise -> promise.at().equals(at) && isToBeKept(promise))
              .sorted(
                  Comparator.comparing((Promise promise) -> promise.task().key())
                      .thenComparing(promise -> String.valueOf(promise.task().group()))
                      .thenComparing(promise -> promise.task().name())
                      .thenComparing(promise -> promise.task().id()))
              .toList();
      for (Promise promise : kept) {
        if (kept.size() == 1 || office.isOpen(promise.task())) {
          answer(promise);
        }
      }
    }

    private void answer(Promise promise) {
      OpenTask task = promise.task();
      String who = accountOf(String.valueOf(task.group()));
      try {
        Map<String, Object> fields =
            promise.scripted().answer().form().fill(task, office.facts(task), today());
        if (fields != null) {
          office.complete(task, who, fields);
        }
        answered.add(task.id());
      } catch (Refused e) {
        throw new RehearsalFailed(
            "On %s the task '%s' (%s) of %s was refused: %s"
                .formatted(today(), task.name(), task.key(), who, e.getMessage()),
            e);
      } catch (RuntimeException e) {
        throw new RehearsalFailed(
            "On %s the task '%s' (%s) of %s failed: %s"
                .formatted(today(), task.name(), task.key(), who, e),
            e);
      }
      runDueJobs();
      tell(
          new Happening(
              office.now(), promise.scripted().step(), task.key(), task.name(), who, task.group()));
    }

    private void letTimePassTo(Instant timer) {
      setClock(timer);
      runDueJobs();
      tell(Happening.time(office.now()));
    }

    private void runDueJobs() {
      try {
        office.runDueJobs();
      } catch (IllegalStateException e) {
        throw new RehearsalFailed(
            "On %s Chancery itself failed. %s: %s".formatted(today(), e.getMessage(), e.getCause()),
            e);
      }
    }

    private void tell(Happening happening) {
      happenings++;
      listener.accept(happening);
    }

    private void guard() {
      if (happenings > MOST_HAPPENINGS
          || Duration.between(started, office.now()).compareTo(LONGEST) > 0) {
        throw new RehearsalFailed(
            "It did not end: on %s, after %s tasks and timers, it still goes on; open are %s"
                .formatted(
                    today(),
                    happenings,
                    office.openTasks().stream().map(OpenTask::key).distinct().toList()));
      }
    }

    /** Time never goes back, even if a timer is overdue. */
    private LocalDate today() {
      return days.of(office.now());
    }

    private void setClock(Instant at) {
      if (at.isAfter(office.now())) {
        office.setClock(at);
      }
    }
  }

  private Map<String, Scripted> answers() {
    Map<String, Scripted> answers = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (StaffScript script : scripts) {
      // A script lies in the package of its step, and that has the step's name.
      String location = ClassUtils.getPackageName(ClassUtils.getUserClass(script));
      String step = location.substring(location.lastIndexOf('.') + 1);
      script
          .answers()
          .forEach(
              (task, answer) -> {
                if (answers.put(task, new Scripted(answer, step)) != null) {
                  twice.add(task);
                }
              });
    }
    if (!twice.isEmpty()) {
      throw new RehearsalFailed("Two scripts answer the same tasks: " + twice);
    }
    otherwise.forEach(
        (task, answer) ->
            answers.computeIfPresent(
                task, (key, scripted) -> new Scripted(answer, scripted.step())));
    return answers;
  }
}
