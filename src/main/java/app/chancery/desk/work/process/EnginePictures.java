package app.chancery.desk.work.process;

import app.chancery.desk.work.Pictures;
import app.chancery.platform.engine.ModelNames;
import app.chancery.platform.engine.OwnRights;
import app.chancery.platform.engine.SeenTasks;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

@Component
class EnginePictures implements Pictures {

  /** What the engine adds to the id of an activity that goes on many times. */
  private static final String MANY = "#multiInstanceBody";

  private final SeenTasks seen;
  private final OwnRights ownRights;
  private final RepositoryService models;
  private final RuntimeService processes;

  EnginePictures(
      SeenTasks seen, OwnRights ownRights, RepositoryService models, RuntimeService processes) {
    this.seen = seen;
    this.ownRights = ownRights;
    this.models = models;
    this.processes = processes;
  }

  @Override
  public String svg(String task) {
    return ownRights.use(
        with(
            task,
            (stands, model) -> {
              Set<String> active = active(stands);
              return ProcessPicture.svg(
                  model, active, Words.of("task.picture.here"), words(stands, model, active));
            }));
  }

  @Override
  public String words(String task) {
    return ownRights.use(with(task, (stands, model) -> words(stands, model, active(stands))));
  }

  private <T> Supplier<T> with(String id, BiFunction<Task, BpmnModelInstance, T> told) {
    Task task = seen.find(id).orElseThrow(() -> new NotFound(Words.of("task.gone")));
    return () -> told.apply(task, models.getBpmnModelInstance(task.getProcessDefinitionId()));
  }

  private Set<String> active(Task task) {
    ActivityInstance all = processes.getActivityInstance(task.getProcessInstanceId());
    if (all == null) {
      throw new NotFound(Words.of("task.gone"));
    }
    return leaves(all)
        .map(activity -> activity.replace(MANY, ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String words(Task task, BpmnModelInstance model, Set<String> active) {
    return Words.of("task.picture.words")
        .formatted(
            ModelNames.of(models.getProcessDefinition(task.getProcessDefinitionId())),
            active.stream()
                .map(element -> ModelNames.of((FlowElement) model.getModelElementById(element)))
                .collect(Collectors.joining(", ")));
  }

  /** Where something goes on, and not merely around it. */
  private static Stream<String> leaves(ActivityInstance instance) {
    Stream<String> moving =
        Arrays.stream(instance.getChildTransitionInstances())
            .map(transition -> transition.getActivityId());
    Stream<String> inner =
        Arrays.stream(instance.getChildActivityInstances()).flatMap(EnginePictures::leaves);
    boolean isLeaf =
        instance.getChildActivityInstances().length == 0
            && instance.getChildTransitionInstances().length == 0;
    return isLeaf ? Stream.of(instance.getActivityId()) : Stream.concat(moving, inner);
  }
}
