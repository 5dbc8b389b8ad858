package app.chancery.consensus.process;

import app.chancery.consensus.ConsensusProcess;
import app.chancery.consensus.Round;
import app.chancery.platform.engine.OwnRights;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class CamundaConsensusProcess implements ConsensusProcess {

  /** The process that calls that of the council beside the work; it is of the oversight. */
  private static final String REDESIGN = "redesign-package";

  private final RuntimeService runtime;
  private final ManagementService management;
  private final TaskService tasks;
  private final OwnRights ownRights;

  CamundaConsensusProcess(
      @Lazy RuntimeService runtime,
      @Lazy ManagementService management,
      @Lazy TaskService tasks,
      OwnRights ownRights) {
    this.runtime = runtime;
    this.management = management;
    this.tasks = tasks;
    this.ownRights = ownRights;
  }

  @Override
  public void deadlineMoved(Round round) {
    ownRights.use(() -> move(round, Date.from(round.silenceEnds().toInstant())));
  }

  @Override
  public Instant deadline(Round round) {
    return ownRights.use(() -> timer(process(round)).getDuedate().toInstant());
  }

  @Override
  public boolean standsStill(Round round) {
    return ownRights.use(() -> process(round).isSuspended());
  }

  @Override
  public boolean isBesideTheWork(String programme) {
    return ownRights.use(
        () ->
            runtime
                    .createProcessInstanceQuery()
                    .processDefinitionKey(REDESIGN)
                    .processInstanceBusinessKey(programme)
                    .count()
                > 0);
  }

  @Override
  public void newcomersAsked(Round round, int newcomers) {
    ownRights.use(
        () -> {
          ProcessInstance process = process(round);
          for (int number = 0; number < newcomers; number++) {
            askOneMore(process, round);
          }
          // The process knows the end of silence with which it began.
          answersAreDue(process, Date.from(round.silenceEnds().toInstant()));
          return process;
        });
  }

  /**
   * The loop of the position tasks grows by one; the group of the new task is the one behind those
   * of the tasks that are there.
   */
  private void askOneMore(ProcessInstance process, Round round) {
    runtime
        .createProcessInstanceModification(process.getId())
        .startBeforeActivity(SecureAllianceConsensusModel.STATE_POSITION)
        .setVariable(
            SecureAllianceConsensusModel.DELEGATIONS,
            Variables.objectValue(round.delegations(), true).create())
        .execute();
  }

  private Job timer(ProcessInstance process) {
    return management
        .createJobQuery()
        .processInstanceId(process.getId())
        .activityId(SecureAllianceConsensusModel.SILENCE_ENDS_TIMER)
        .singleResult();
  }

  private ProcessInstance process(Round round) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(round.programme(), SecureAllianceConsensusModel.PROCESS_ID)
        .singleResult();
  }

  private ProcessInstance move(Round round, Date deadline) {
    ProcessInstance process = process(round);
    Job timer = timer(process);
    if (((JobEntity) timer).getLockExpirationTime() != null) {
      // It has fallen due since the deadline was looked at, and would go off in spite of a new
      // date.
      throw new OptimisticLockingException("The silence of " + round.programme() + " is ending");
    }
    management.setJobDuedate(timer.getId(), deadline);
    answersAreDue(process, deadline);
    return process;
  }

  private void answersAreDue(ProcessInstance process, Date deadline) {
    tasks
        .createTaskQuery()
        .processInstanceId(process.getId())
        .taskDefinitionKey(SecureAllianceConsensusModel.STATE_POSITION)
        .list()
        .stream()
        .filter(task -> task.getDueDate().getTime() != deadline.getTime())
        .forEach(
            task -> {
              task.setDueDate(deadline);
              tasks.saveTask(task);
            });
  }
}
