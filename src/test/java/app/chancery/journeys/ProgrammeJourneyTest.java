package app.chancery.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.briefing.OpenTask;
import app.chancery.consensus.Council;
import app.chancery.dossier.DossierReader;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import app.chancery.rehearsal.StaffScript;
import app.chancery.rehearsal.StaffScript.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The first steps of a programme as people go them, each with their own account in the real
 * Tasklist. What they write is what the rehearsal's staff writes; of tasks that come many times,
 * such as interviews, the first is done in the browser.
 */
class ProgrammeJourneyTest extends BrowserTest {

  /** A delegation's answer: the journey ends behind it. */
  private static final String LAST = "userTask_statePosition";

  @Autowired Office office;
  @Autowired Programmes programmes;
  @Autowired Council council;
  @Autowired DossierReader dossiers;
  @Autowired List<StaffScript> scripts;
  @Autowired TaskService tasks;
  @Autowired Clock clock;

  private final Map<String, Tasklist> tasklists = new HashMap<>();
  private final Set<String> doneInBrowser = new HashSet<>();

  @Test
  void aProgrammeGoesFromItsDossierToADelegationsPosition() {
    Tasklist analyst = tasklistOf("analyst");
    assertThat(analyst.filters()).contains("My tasks", "My groups", "Overdue", "Due this week");

    analyst.fillStartFormOf(
        "Enlargement programme",
        Tasklist.form("start-programme"),
        dossiers.flat(SampleDossiers.of("XY", "Freedonia").assessedOn(LocalDate.now(clock))));
    picture(analyst.page(), "01-dossier");
    analyst.start();
    String key = programmes.openFor("XY").map(Programme::key).orElseThrow();

    while (!doneInBrowser.contains(LAST)) {
      OpenTask next = nextTaskOf(key);
      String account = Rehearsal.accountOf(next.group());
      Map<String, Object> facts = office.facts(next);
      Map<String, Object> fields = answerOf(next).form().fill(next, facts, LocalDate.now(clock));
      if (doneInBrowser.add(next.key())) {
        completeInBrowser(next, account, fields, facts);
      } else {
        office.complete(next, account, fields);
      }
    }

    assertThat(doneInBrowser)
        .contains("userTask_interviewStakeholder", "userTask_draftOffer", LAST);
    assertThat(programmes.get(key).step().folder()).isEqualTo("consensus");
  }

  private void completeInBrowser(
      OpenTask task, String account, Map<String, Object> fields, Map<String, Object> facts) {
    Tasklist tasklist = tasklistOf(account);
    tasklist.claim(task.id());
    tasklist.fillForm(formOf(task), fields, facts);
    picture(
        tasklist.page(),
        "%02d-%s".formatted(doneInBrowser.size() + 1, task.key().replaceFirst("^userTask_", "")));
    tasklist.complete();
    if (task.key().equals(LAST)) {
      // It stands until the round ends, so that the delegation may change its mind.
      long round = council.openRound(task.programme()).orElseThrow().id();
      assertThat(council.positions(round)).hasSize(1);
    } else {
      assertThat(office.isOpen(task)).as(task.name() + " is done").isFalse();
    }
  }

  private Tasklist tasklistOf(String account) {
    return tasklists.computeIfAbsent(account, name -> Tasklist.of(loggedIn(name)));
  }

  /** The oldest open task; the office itself may need a moment to come to it. */
  private OpenTask nextTaskOf(String programme) {
    return eventually(
        "a task of " + programme,
        () ->
            office.openTasks().stream()
                .filter(task -> programme.equals(task.programme()))
                .filter(task -> answerOf(task).form() != null)
                .findFirst());
  }

  private Answer answerOf(OpenTask task) {
    return scripts.stream()
        .map(script -> script.answers().get(task.key()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nobody knows what to do with " + task.key()));
  }

  private Path formOf(OpenTask open) {
    Task task = tasks.createTaskQuery().taskId(open.id()).initializeFormKeys().singleResult();
    return Tasklist.form(task.getCamundaFormRef().getKey());
  }
}
