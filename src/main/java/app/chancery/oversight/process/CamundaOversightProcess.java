package app.chancery.oversight.process;

import app.chancery.documents.PrintingProcess;
import app.chancery.oversight.NoticedShift;
import app.chancery.oversight.OversightProcess;
import app.chancery.oversight.Quarter;
import app.chancery.platform.engine.OwnRights;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CamundaOversightProcess implements OversightProcess {

  /** Reviews and prints go on while a programme is suspended. */
  private static final Set<String> GO_ON =
      Set.of(
          MonitorAndAdjustModel.PROCESS_ID,
          HoldReviewModel.PROCESS_ID,
          ReportConditionShiftModel.PROCESS_ID,
          PrintingProcess.ID);

  private final RuntimeService runtime;
  private final ManagementService management;
  private final TaskService tasks;
  private final OwnRights ownRights;

  CamundaOversightProcess(
      @Lazy RuntimeService runtime,
      @Lazy ManagementService management,
      @Lazy TaskService tasks,
      OwnRights ownRights) {
    this.ownRights = ownRights;
    this.runtime = runtime;
    this.management = management;
    this.tasks = tasks;
  }

  @Override
  @Transactional
  public long shiftNoticed(String programme, NoticedShift shift) {
    ProcessInstanceWithVariables report =
        runtime
            .createProcessInstanceByKey(ReportConditionShiftModel.PROCESS_ID)
            .setVariable("programme", programme)
            .setVariable("kind", shift.kind())
            .setVariable("severity", shift.severity())
            .setVariable("description", shift.description())
            .setVariable("source", shift.source())
            .executeWithVariablesInReturn();
    return (Long) report.getVariables().get(ReportConditionShiftModel.SHIFT_ID.name());
  }

  @Override
  public void conditionsShifted(String programme, long review) {
    ownRights.use(
        () ->
            runtime
                .createMessageCorrelation(MonitorAndAdjustModel.CONDITIONS_SHIFTED)
                .processInstanceBusinessKey(programme)
                .setVariableLocal(MonitorAndAdjustModel.REVIEW_ID.name(), review)
                .correlateWithResult());
  }

  @Override
  public void reviewRedated(String programme, Instant due) {
    redate(MonitorAndAdjustModel.PROCESS_ID, programme, due);
  }

  @Override
  public void quarterPlanned(Quarter quarter, Instant reportDue) {
    ownRights.use(
        () ->
            runtime
                .createProcessInstanceByKey(ReportOnQuarterModel.PROCESS_ID)
                .businessKey(quarter.toString())
                .setVariable(ReportOnQuarterModel.QUARTER_REPORT_AT.name(), Date.from(reportDue))
                .execute());
  }

  @Override
  public void reportRedated(Quarter quarter, Instant reportDue) {
    redate(ReportOnQuarterModel.PROCESS_ID, quarter.toString(), reportDue);
  }

  private void redate(String process, String businessKey, Instant due) {
    try {
      instances(businessKey).stream()
          .filter(each -> each.getProcessDefinitionKey().equals(process))
          .flatMap(each -> timers(each).stream())
          .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(due)));
    } catch (OptimisticLockingException | NullValueException e) {
      throw new OptimisticLockingFailureException("The timer of " + businessKey + " is gone", e);
    }
  }

  @Override
  public void redesignBeside(String programme) {
    ownRights.use(
        () -> runtime.startProcessInstanceByKey(RedesignPackageModel.PROCESS_ID, programme));
  }

  @Override
  public boolean isRedesigning(String programme) {
    return ownRights.use(
        () ->
            runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(RedesignPackageModel.PROCESS_ID)
                    .processInstanceBusinessKey(programme)
                    .count()
                > 0);
  }

  @Override
  public void packageReplaced(String programme) {
    ownRights.use(
        () ->
            runtime
                .createMessageCorrelation(RedesignPackageModel.PACKAGE_REPLACED)
                .processInstanceBusinessKey(programme)
                .correlateWithResult());
  }

  @Override
  public void redesignDropped(String programme) {
    ownRights.use(
        () ->
            runtime
                .createMessageCorrelation(RedesignPackageModel.PROGRAMME_ENDED)
                .processInstanceBusinessKey(programme)
                .correlateAllWithResult());
  }

  @Override
  public void programmeSuspended(String programme) {
    work(programme).forEach(each -> runtime.suspendProcessInstanceById(each.getId()));
    // The frame itself must stay able to move: a later decision may end it.
    frame(programme).forEach(each -> management.suspendJobByProcessInstanceId(each.getId()));
  }

  @Override
  public void workPostponed(String programme, Duration by) {
    for (ProcessInstance each : work(programme)) {
      timers(each).forEach(timer -> postpone(timer, by));
      tasks(each).forEach(task -> postpone(task, by));
    }
  }

  @Override
  public void workRestarted(String programme) {
    work(programme).forEach(each -> runtime.activateProcessInstanceById(each.getId()));
    frame(programme).forEach(each -> management.activateJobByProcessInstanceId(each.getId()));
  }

  /** The processes of the steps that are under way, and those that staff started beside them. */
  private List<ProcessInstance> work(String programme) {
    List<String> frame = frame(programme).stream().map(ProcessInstance::getId).toList();
    return instances(programme).stream()
        .filter(each -> !frame.contains(each.getId()))
        .filter(each -> !GO_ON.contains(each.getProcessDefinitionKey()))
        .toList();
  }

  /** The process that called oversight and, beside it, the other steps. */
  private List<ProcessInstance> frame(String programme) {
    return instances(programme).stream()
        .filter(each -> each.getProcessDefinitionKey().equals(MonitorAndAdjustModel.PROCESS_ID))
        .flatMap(
            oversight ->
                runtime
                    .createProcessInstanceQuery()
                    .subProcessInstanceId(oversight.getId())
                    .list()
                    .stream())
        .toList();
  }

  private List<ProcessInstance> instances(String programme) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(programme).list();
  }

  private List<Job> timers(ProcessInstance instance) {
    return management.createJobQuery().processInstanceId(instance.getId()).timers().list();
  }

  private List<Task> tasks(ProcessInstance instance) {
    return tasks.createTaskQuery().processInstanceId(instance.getId()).list();
  }

  private void postpone(Job timer, Duration by) {
    management.setJobDuedate(timer.getId(), Date.from(timer.getDuedate().toInstant().plus(by)));
  }

  private void postpone(Task task, Duration by) {
    if (task.getDueDate() != null) {
      task.setDueDate(Date.from(task.getDueDate().toInstant().plus(by)));
      tasks.saveTask(task);
    }
  }
}
