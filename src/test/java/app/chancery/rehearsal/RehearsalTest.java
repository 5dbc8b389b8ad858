package app.chancery.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.WorkingDays;
import app.chancery.rehearsal.StaffScript.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How scripted staff and the virtual clock play together, in an office without an engine. */
@OfficeTest
class RehearsalTest {

  /** A Monday. */
  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

  @Autowired Days days;
  @Autowired WorkingDays workingDays;

  private final PaperOffice office = new PaperOffice();
  private final List<String> log = new ArrayList<>();

  @BeforeEach
  void firstTask() {
    office.open("userTask_draft", "planners");
  }

  @Test
  void aTaskIsDoneAfterTheDaysItsScriptTakes() {
    rehearse(Map.of("userTask_draft", answer(3)));

    assertThat(log).containsExactly("2026-11-05 planner userTask_draft");
  }

  @Test
  void nobodyWorksOnAWeekend() {
    rehearse(Map.of("userTask_draft", answer(5)));

    assertThat(log).containsExactly("2026-11-09 planner userTask_draft");
  }

  @Test
  void aTimerBeforeTheAnswerComesFirst() {
    office.timers.put(Instant.parse("2026-11-04T18:00:00Z"), () -> {});

    rehearse(Map.of("userTask_draft", answer(3)));

    assertThat(log).containsExactly("2026-11-04 time", "2026-11-05 planner userTask_draft");
  }

  @Test
  void aTaskThatATimerTookAwayIsNotAnswered() {
    office.timers.put(
        Instant.parse("2026-11-04T18:00:00Z"),
        () -> {
          office.tasks.clear();
          office.open("userTask_decide", "executives");
        });

    rehearse(Map.of("userTask_draft", answer(3), "userTask_decide", answer(0)));

    assertThat(log).containsExactly("2026-11-04 time", "2026-11-04 executive userTask_decide");
  }

  @Test
  void delegationsAnswerThroughTheirOwnAccounts() {
    office.open("userTask_draft", "delegation-fr");

    rehearse(Map.of("userTask_draft", answer(0)));

    assertThat(log)
        .containsExactly(
            "2026-11-02 delegate-fr userTask_draft", "2026-11-02 planner userTask_draft");
  }

  @Test
  void aTaskWithoutAScriptFailsTheRehearsal() {
    assertThatThrownBy(() -> rehearse(Map.of()))
        .isInstanceOf(RehearsalFailed.class)
        .hasMessageContaining("userTask_draft");
  }

  @Test
  void aRefusedFormFailsTheRehearsalWithItsFaults() {
    office.refusal = new Refused("budget", "is required");

    assertThatThrownBy(() -> rehearse(Map.of("userTask_draft", answer(0))))
        .isInstanceOf(RehearsalFailed.class)
        .hasMessageContaining("budget: is required");
  }

  @Test
  void nothingLeftToDoBeforeTheEndFailsTheRehearsal() {
    office.tasks.clear();

    assertThatThrownBy(() -> rehearsal(Map.of()).run(() -> false, this::note))
        .isInstanceOf(RehearsalFailed.class)
        .hasMessageContaining("nothing is left to do");
  }

  @Test
  void aLoopWithoutAnEndFailsTheRehearsal() {
    office.whenDone = () -> office.open("userTask_draft", "planners");

    assertThatThrownBy(() -> rehearse(Map.of("userTask_draft", answer(400))))
        .isInstanceOf(RehearsalFailed.class)
        .hasMessageContaining("did not end");
  }

  @Test
  void aLoopInWhichNoTimePassesFailsTheRehearsal() {
    office.whenDone = () -> office.open("userTask_draft", "planners");

    assertThatThrownBy(() -> rehearse(Map.of("userTask_draft", answer(0))))
        .isInstanceOf(RehearsalFailed.class)
        .hasMessageContaining("did not end");
  }

  @Test
  void aTaskHasOneScript() {
    StaffScript script = () -> Map.of("userTask_draft", answer(0));

    assertThatThrownBy(
            () ->
                new Rehearsal(office, List.of(script, script), days, workingDays)
                    .run(() -> false, this::note))
        .isInstanceOf(RehearsalFailed.class)
        .hasMessageContaining("userTask_draft");
  }

  private void rehearse(Map<String, Answer> answers) {
    rehearsal(answers).run(() -> office.tasks.isEmpty(), this::note);
  }

  private Rehearsal rehearsal(Map<String, Answer> answers) {
    return new Rehearsal(office, List.of(() -> answers), days, workingDays);
  }

  private void note(Happening happening) {
    String day = happening.at().toString().substring(0, 10);
    log.add(
        happening.isTask()
            ? "%s %s %s".formatted(day, happening.who(), happening.task())
            : day + " time");
  }

  private static Answer answer(int days) {
    return new Answer(days, (task, facts, today) -> Map.of());
  }

  /** Tasks and timers on paper. */
  private static final class PaperOffice implements Office {

    final List<OpenTask> tasks = new ArrayList<>();
    final TreeMap<Instant, Runnable> timers = new TreeMap<>();
    Runnable whenDone = () -> {};
    Refused refusal;
    private Instant now = START;
    private int opened;

    void open(String key, String group) {
      tasks.add(
          new OpenTask("task-" + opened++, key, key, "XR-2026", group, Instant.EPOCH, Map.of()));
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void setClock(Instant time) {
      now = time;
    }

    @Override
    public void resetClock() {
      now = START;
    }

    @Override
    public List<OpenTask> openTasks() {
      return List.copyOf(tasks);
    }

    @Override
    public List<OpenTask> openTasks(String key) {
      return tasks.stream().filter(task -> task.key().equals(key)).toList();
    }

    @Override
    public Set<String> openTaskIds() {
      return tasks.stream().map(OpenTask::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public List<OpenTask> tasks(Collection<String> ids) {
      return tasks.stream().filter(task -> ids.contains(task.id())).toList();
    }

    @Override
    public boolean isOpen(OpenTask task) {
      return tasks.contains(task);
    }

    @Override
    public Map<String, Object> facts(OpenTask task) {
      return Map.of();
    }

    @Override
    public void complete(OpenTask task, String user, Map<String, Object> fields) {
      if (refusal != null) {
        throw refusal;
      }
      tasks.remove(task);
      whenDone.run();
    }

    @Override
    public <T> T inTheNameOf(String user, Supplier<T> work) {
      return work.get();
    }

    @Override
    public int runDueJobs() {
      int ran = 0;
      while (!timers.isEmpty() && !timers.firstKey().isAfter(now)) {
        timers.pollFirstEntry().getValue().run();
        ran++;
      }
      return ran;
    }

    @Override
    public Optional<Instant> lastHappened() {
      return Optional.empty();
    }

    @Override
    public Optional<Instant> nextTimer() {
      return timers.isEmpty() ? Optional.empty() : Optional.of(timers.firstKey());
    }
  }
}
