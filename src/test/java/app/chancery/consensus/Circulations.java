package app.chancery.consensus;

import app.chancery.InstalledOffice;
import app.chancery.engagement.PackageTerms;
import app.chancery.engagement.Packages;
import app.chancery.engagement.PlannedMilestone;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings any number of proposals before the council, each of a programme of its own. */
public final class Circulations {

  private final JdbcClient db;
  private final Packages packages;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final FormService forms;

  public Circulations(InstalledOffice office) {
    this(office.context());
  }

  public Circulations(ApplicationContext office) {
    db = office.getBean(JdbcClient.class);
    packages = office.getBean(Packages.class);
    runtime = office.getBean(RuntimeService.class);
    tasks = office.getBean(TaskService.class);
    forms = office.getBean(FormService.class);
  }

  /** What the proposals of these tests offer. */
  public static PackageTerms terms() {
    return new PackageTerms(
        List.of("Consultation in a crisis"),
        List.of("Energy security dialogue"),
        List.of("Officer exchange"),
        List.of(
            PlannedMilestone.interoperability(
                "Interoperability of declared units",
                "OCC stage",
                "NEL2",
                LocalDate.of(2027, 6, 30))),
        "It adds a capable neighbour to the alliance's exercises at little cost.");
  }

  /** A programme with an approved package whose council step waits for the secretariat. */
  public void prepare(String programme) {
    db.sql(
            """
            insert into programme (programme_key, candidate, name, status, step, opened_at, opened_by)
            values (:key, 'XX', :key, 'ACTIVE', 'CONSENSUS', :at, 'test')
            """)
        .param("key", programme)
        .param("at", OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC))
        .update();
    table(programme);
  }

  /** The same of a programme that there is already. */
  public void table(String programme) {
    packages.draft(programme, Tier.FULL_CANDIDATE, Tier.FULL_CANDIDATE, "as assessed", terms());
    packages.approve(programme);
    runtime.startProcessInstanceByKey("secure-alliance-consensus", programme);
  }

  /** The secretariat circulates the proposal. */
  public void circulate(String programme, OffsetDateTime silenceEnds) {
    submit(only(programme, "userTask_circulateProposal"), silenceEnds(silenceEnds));
  }

  /** The fields of the form that say when silence ends. */
  public static Map<String, Object> silenceEnds(OffsetDateTime moment) {
    return Map.of(
        "silenceDate", moment.toLocalDate().toString(),
        "silenceTime", time(moment),
        "silenceZone", "UTC");
  }

  /** As the forms take it, to the minute. */
  static String time(OffsetDateTime moment) {
    return LocalTime.of(moment.getHour(), moment.getMinute()).toString();
  }

  public void submit(String task, Map<String, Object> fields) {
    forms.submitTaskForm(task, fields);
  }

  public String only(String programme, String key) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .taskDefinitionKey(key)
        .singleResult()
        .getId();
  }

  /** The tasks in which the Allies state their positions. */
  public List<String> positionTasks(String programme) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .taskDefinitionKey("userTask_statePosition")
        .list()
        .stream()
        .map(Task::getId)
        .toList();
  }

  /** The task of one Ally. */
  public String positionTask(String programme, String delegation) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(programme)
        .taskDefinitionKey("userTask_statePosition")
        .taskCandidateGroup(delegation)
        .includeAssignedTasks()
        .singleResult()
        .getId();
  }
}
