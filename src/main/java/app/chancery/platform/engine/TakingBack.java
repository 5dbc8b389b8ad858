package app.chancery.platform.engine;

import app.chancery.platform.briefing.CandidateNames;
import app.chancery.platform.briefing.Remarks;
import app.chancery.platform.briefing.Retraction;
import app.chancery.platform.forms.Drafts;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.InPlace;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A task that was just done is taken back by whoever did it, while nobody has built on it: what
 * came of it in its process are tasks alone, which nobody has taken or done, and on which nobody
 * else has said anything. They go, and the task is there again, with what was handed in. Which
 * tasks allow it stands in their models ({@link TakeBackParseListener}); what the business kept of
 * them is taken back by their {@link Retraction}.
 */
@Component
public class TakingBack {

  private final RuntimeService processes;
  private final TaskService tasks;
  private final HistoryService history;
  private final OwnRights ownRights;
  private final ObjectProvider<Retraction> retractions;
  private final ObjectProvider<Remarks> remarks;
  private final Drafts drafts;
  private final Author author;
  private final Clock clock;
  private final TakeBackPolicy policy;
  private final CandidateNames names;
  private final Days days;

  TakingBack(
      @Lazy RuntimeService processes,
      @Lazy TaskService tasks,
      @Lazy HistoryService history,
      OwnRights ownRights,
      ObjectProvider<Retraction> retractions,
      ObjectProvider<Remarks> remarks,
      Drafts drafts,
      Author author,
      Clock clock,
      TakeBackPolicy policy,
      CandidateNames names,
      Days days) {
    this.processes = processes;
    this.tasks = tasks;
    this.history = history;
    this.ownRights = ownRights;
    this.retractions = retractions;
    this.remarks = remarks;
    this.drafts = drafts;
    this.author = author;
    this.clock = clock;
    this.policy = policy;
    this.names = names;
    this.days = days;
  }

  /** How long after a task was done it may be taken back. */
  public Duration within() {
    return policy.within();
  }

  /**
   * Whether an open task may be taken back once it is done, if nobody builds on it.
   *
   * @param id the engine's id of the task
   */
  public boolean isForeseen(String id) {
    return ownRights.use(
        () -> {
          Task task = tasks.createTaskQuery().taskId(id).singleResult();
          return task != null
              && TakeBackParseListener.isMarked(
                  task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        });
  }

  /**
   * Until when the person who acts may take back a task that they have done.
   *
   * @return empty if they may not
   */
  public Optional<Instant> until(String id) {
    return ownRights.use(() -> step(id).map(step -> step.end().plus(policy.within())));
  }

  /** What the person who acts may take back now, the last done first. */
  public List<Undoable> undoable() {
    return drafts.handedInSince(clock.instant().minus(policy.within())).stream()
        .flatMap(id -> ownRights.use(() -> step(id)).stream())
        .sorted(Comparator.comparing(Step::end).reversed())
        .map(this::undoable)
        .toList();
  }

  /**
   * A task that was done.
   *
   * @param id the engine's id of the task
   * @param what was done, without the programme
   * @param programme its key
   * @param candidate who it was about, as people read it
   * @param until when it may be taken back, unless somebody builds on it before
   */
  public record Undoable(
      String id, String what, String programme, String candidate, OffsetDateTime until) {}

  /**
   * Takes it back. The task is there again as it was, for whoever did it, in whose place they did,
   * until the day it was due, with what they handed in as their draft.
   *
   * @return the engine's id of the task that is there in its place
   * @throws Conflict if it cannot be taken back, or no more
   */
  @Transactional
  public String takeBack(String id) {
    Step step = ownRights.use(() -> taken(step(id).orElseThrow(() -> whyNot(id))));
    // A command of its own: what the one before has changed is found only once it has ended.
    String again = ownRights.use(() -> again(step.task()));
    FormPlace handedIn = FormPlace.handedIn(id);
    drafts.find(handedIn).ifPresent(draft -> drafts.save(FormPlace.task(again), draft.fields()));
    drafts.forget(handedIn);
    return again;
  }

  private Conflict whyNot(String id) {
    return new Conflict("", reason(id));
  }

  private String reason(String id) {
    HistoricTaskInstance task = history.createHistoricTaskInstanceQuery().taskId(id).singleResult();
    if (task == null
        || !TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason())
        || !TakeBackParseListener.isMarked(
            task.getProcessDefinitionId(), task.getTaskDefinitionKey())) {
      return Words.of("takeBack.notYours");
    }
    if (drafts.find(FormPlace.handedIn(id)).isEmpty()) {
      return Words.of(
          drafts.hasHandedIn(FormPlace.task(id)) && isThereAgain(task)
              ? "takeBack.already"
              : "takeBack.notYours");
    }
    if (!isSeen(task)) {
      return Words.of(task.getOwner() == null ? "takeBack.groupLost" : "takeBack.absenceOver");
    }
    Instant end = task.getEndTime().toInstant().plus(policy.within());
    if (!clock.instant().isBefore(end)) {
      return Words.of("takeBack.tooLate").formatted(days.moment(end.atOffset(ZoneOffset.UTC)));
    }
    boolean suspended =
        processes
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .suspended()
                .count()
            > 0;
    if (suspended) {
      return Words.of("takeBack.suspended");
    }
    return Words.of(isTalkedAbout(open(task)) ? "takeBack.talkedAbout" : "takeBack.builtUpon");
  }

  private boolean isTalkedAbout(List<Task> open) {
    List<String> ids = open.stream().map(Task::getId).toList();
    return remarks.stream().anyMatch(each -> each.areOfOthersOn(ids));
  }

  /** Of a task that was taken back there is another one that began when it did, and ends later. */
  private boolean isThereAgain(HistoricTaskInstance task) {
    return history
        .createHistoricTaskInstanceQuery()
        .processInstanceId(task.getProcessInstanceId())
        .taskDefinitionKey(task.getTaskDefinitionKey())
        .list()
        .stream()
        .anyMatch(
            each ->
                !each.getId().equals(task.getId())
                    && each.getStartTime().equals(task.getStartTime())
                    && (each.getEndTime() == null || each.getEndTime().after(task.getEndTime())));
  }

  /**
   * @param programme the key of the programme
   * @param built the leaves of its process, all of them tasks that came of it
   */
  private record Step(
      HistoricTaskInstance task, String programme, Retraction retraction, List<String> built) {

    Instant end() {
      return task.getEndTime().toInstant();
    }
  }

  private Undoable undoable(Step step) {
    return new Undoable(
        step.task().getId(),
        EngineTasks.withoutProgramme(step.task().getName(), step.programme()),
        step.programme(),
        names.inWords(step.programme()),
        step.end().plus(policy.within()).atOffset(ZoneOffset.UTC));
  }

  /**
   * Whether whoever did it would still see it: of a group that does it, in the place of somebody
   * who is away, or because somebody else had given it to them.
   */
  private boolean isSeen(HistoricTaskInstance task) {
    return inPlaceOf(task).isPresent()
        || InPlace.person()
            .filter(person -> TaskSight.isFor(Context.getCommandContext(), task, person.groups()))
            .isPresent()
        || task.getOwner() == null && isGiven(task);
  }

  private boolean isGiven(HistoricTaskInstance task) {
    return history
        .createHistoricIdentityLinkLogQuery()
        .taskId(task.getId())
        .type(IdentityLinkType.ASSIGNEE)
        .userId(author.account())
        .operationType("add")
        .list()
        .stream()
        .anyMatch(link -> !author.account().equals(link.getAssignerId()));
  }

  /**
   * In whose place it was done; in theirs it is taken back, as long as they are away. Afterwards
   * who did it takes it back for themselves.
   */
  private static Optional<Person.InPlaceOf> inPlaceOf(HistoricTaskInstance task) {
    return InPlace.person().flatMap(person -> person.inPlaceOf(task.getOwner()));
  }

  /** Who did it has what they handed in; nobody has to claim a task to do it. */
  private Optional<Step> step(String id) {
    HistoricTaskInstance task = history.createHistoricTaskInstanceQuery().taskId(id).singleResult();
    if (task == null
        || !TaskEntity.DELETE_REASON_COMPLETED.equals(task.getDeleteReason())
        || drafts.find(FormPlace.handedIn(id)).isEmpty()
        || !isSeen(task)
        || !TakeBackParseListener.isMarked(
            task.getProcessDefinitionId(), task.getTaskDefinitionKey())
        || !clock.instant().isBefore(task.getEndTime().toInstant().plus(policy.within()))) {
      return Optional.empty();
    }
    ProcessInstance process =
        processes
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .active()
            .singleResult();
    if (process == null || isBuiltUpon(task)) {
      return Optional.empty();
    }
    List<String> built = leaves(process.getId());
    return retractions.stream()
        .filter(each -> each.task().equals(task.getTaskDefinitionKey()))
        .findFirst()
        .filter(each -> each.isPossible(process.getBusinessKey(), task.getEndTime().toInstant()))
        .filter(each -> built.size() == open(task).size())
        .map(each -> new Step(task, process.getBusinessKey(), each, built));
  }

  /**
   * Whether somebody has taken or done what came of it or talks about it, or something else was
   * open beside it.
   */
  private boolean isBuiltUpon(HistoricTaskInstance task) {
    List<Task> open = open(task);
    boolean doneSince =
        history
            .createHistoricTaskInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .finished()
            .list()
            .stream()
            .anyMatch(
                each ->
                    !each.getId().equals(task.getId())
                        && !each.getEndTime().before(task.getEndTime()));
    return doneSince
        || open.isEmpty()
        || open.stream()
            .anyMatch(
                each ->
                    each.getAssignee() != null || each.getCreateTime().before(task.getEndTime()))
        || isTalkedAbout(open);
  }

  private List<Task> open(HistoricTaskInstance task) {
    return tasks.createTaskQuery().processInstanceId(task.getProcessInstanceId()).list();
  }

  /** What its process stands at: activities, and transitions between them by a job. */
  private List<String> leaves(String process) {
    return leaves(processes.getActivityInstance(process)).toList();
  }

  private static Stream<String> leaves(ActivityInstance at) {
    ActivityInstance[] below = at.getChildActivityInstances();
    Stream<String> jobs = Arrays.stream(at.getChildTransitionInstances()).map(each -> each.getId());
    return Stream.concat(
        jobs,
        below.length == 0 && at.getChildTransitionInstances().length == 0
            ? Stream.of(at.getId())
            : Arrays.stream(below).flatMap(TakingBack::leaves));
  }

  private Step taken(Step step) {
    HistoricTaskInstance task = step.task();
    InPlace.of(
        inPlaceOf(task),
        () -> {
          step.retraction().takeBack(step.programme(), step.end());
          return null;
        });
    // The task first: a process in which nothing is left would end.
    ProcessInstanceModificationBuilder modification =
        processes
            .createProcessInstanceModification(task.getProcessInstanceId())
            .startBeforeActivity(task.getTaskDefinitionKey());
    step.built().forEach(modification::cancelActivityInstance);
    modification.execute();
    SameTaskAgain.asOpenedAt(task, remindersOf(task));
    return step;
  }

  /** Which of its timers have come: what they told is not told again. */
  private Set<String> remindersOf(HistoricTaskInstance task) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(task.getProcessInstanceId())
        .activityType(ActivityTypes.BOUNDARY_TIMER)
        .startedAfter(task.getStartTime())
        .list()
        .stream()
        .map(HistoricActivityInstance::getActivityId)
        .collect(Collectors.toSet());
  }

  private String again(HistoricTaskInstance task) {
    TaskEntity again =
        (TaskEntity)
            tasks
                .createTaskQuery()
                .processInstanceId(task.getProcessInstanceId())
                .taskDefinitionKey(task.getTaskDefinitionKey())
                .singleResult();
    again.setOwner(inPlaceOf(task).map(Person.InPlaceOf::account).orElse(null));
    again.setDueDate(task.getDueDate());
    again.setFollowUpDate(task.getFollowUpDate());
    new AssignTaskCmd(again.getId(), author.account()).execute(Context.getCommandContext());
    return again.getId();
  }
}
