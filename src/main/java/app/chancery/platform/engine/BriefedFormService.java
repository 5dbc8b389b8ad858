package app.chancery.platform.engine;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.briefing.TaskBriefing;
import app.chancery.platform.forms.Drafts;
import app.chancery.platform.forms.FormDefinition;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.forms.OpenForm;
import app.chancery.platform.people.InPlace;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.FormWords;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The form service of Tasklist with some additions. A form is served in the words of the office,
 * and says where its draft is kept. Opening it, the person gets the facts of the task's {@link
 * TaskBriefing} beside the process variables, with days in words and every text as it was typed.
 * Submitting it, only the fields of that form are taken: a caller of the API cannot smuggle in a
 * variable that steers the process. What is refused is told in the words of the form.
 */
class BriefedFormService extends FormServiceImpl {

  /** What the office tells the scripts of its pages about a form, beside what the form is. */
  private static final String OFFICE = "chancery";

  /** In a row of options, what the field holds if the option is chosen. */
  private static final String CHOICE = "value";

  private final Supplier<ProcessEngine> engine;
  private final Supplier<List<TaskBriefing>> briefings;
  private final StandingTasks standing;
  private final ObjectMapper json;
  private final Supplier<PlatformTransactionManager> transactions;
  private final Supplier<Drafts> drafts;

  /** The form of each task, and its fields. */
  private final Map<FormOfTask, Deployed> deployed = new ConcurrentHashMap<>();

  BriefedFormService(
      Supplier<ProcessEngine> engine,
      Supplier<List<TaskBriefing>> briefings,
      StandingTasks standing,
      ObjectMapper json,
      Supplier<PlatformTransactionManager> transactions,
      Supplier<Drafts> drafts) {
    this.engine = engine;
    this.briefings = briefings;
    this.standing = standing;
    this.json = json;
    this.transactions = transactions;
    this.drafts = drafts;
  }

  /** What is said of a task that has ended; empty if it is open. */
  Optional<String> whyGone(String taskId) {
    return standing.whyGone(commandExecutor, taskId).map(Refused::getMessage);
  }

  private record FormOfTask(FormWords words, String processDefinition, String task) {}

  private record Deployed(FormDefinition form, FormFields fields) {

    /** Of a form that is not known. */
    private static final Deployed NONE = new Deployed(FormDefinition.NONE, FormFields.NONE);
  }

  /** The form of a task in the words of the office; of a confidential one for others a sentence. */
  @Override
  public InputStream getDeployedTaskForm(String taskId) {
    return isWithheld(taskId) ? withheld(taskId) : whole(taskId);
  }

  /** Whether the form of a task is confidential and not for the person who acts. */
  boolean isWithheld(String taskId) {
    return definitionOf(taskId).isConfidential() && !isForReader(taskId);
  }

  /** After the engine has looked whether the person may see the task. */
  private InputStream withheld(String taskId) {
    try (InputStream confidential = super.getDeployedTaskForm(taskId)) {
      ObjectNode form = (ObjectNode) json.readTree(confidential);
      form.putArray("components")
          .addObject()
          .put("type", "text")
          .put("id", "text_withheld")
          .put("text", Words.of("form.withheld"));
      return new ByteArrayInputStream(json.writeValueAsBytes(form));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream whole(String taskId) {
    String programme =
        commandExecutor.execute(
            context ->
                context.runWithoutAuthorization(
                    () ->
                        Optional.ofNullable(context.getTaskManager().findTaskById(taskId))
                            .map(TaskEntity::getProcessInstance)
                            .map(ExecutionEntity::getBusinessKey)
                            .orElse(null)));
    return served(super.getDeployedTaskForm(taskId), FormPlace.task(taskId), programme);
  }

  /** The start form of a process in the words of the office. */
  @Override
  public InputStream getDeployedStartForm(String processDefinitionId) {
    return served(
        super.getDeployedStartForm(processDefinitionId),
        FormPlace.start(processOf(processDefinitionId)),
        null);
  }

  /**
   * @param place where Chancery has the same form, and its draft
   * @param programme the key of the programme that it is about; null if it is about none
   */
  private InputStream served(InputStream file, FormPlace place, String programme) {
    Authentication reader = engine.get().getIdentityService().getCurrentAuthentication();
    try (file) {
      ObjectNode form = FormWords.spoken().say(json.readTree(file));
      form.putObject(OFFICE)
          .put("place", place.address())
          .put("programme", programme)
          .put("handIn", place.handIn(form.path("id").asText()))
          .put("reader", reader == null ? null : reader.getUserId());
      return new ByteArrayInputStream(json.writeValueAsBytes(form));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the form of the task shows; Tasklist asks by this. */
  @Override
  public VariableMap getTaskFormVariables(
      String taskId, Collection<String> names, boolean deserializeObjectValues) {
    return inOneMoment(taskId, () -> shown(taskId, names, deserializeObjectValues));
  }

  /** What is read belongs together, whatever a colleague completes meanwhile. */
  private <T> T inOneMoment(String taskId, Supplier<T> reading) {
    TransactionTemplate moment = new TransactionTemplate(transactions.get());
    moment.setReadOnly(true);
    moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return standing.unlessGone(
        commandExecutor, taskId, () -> moment.execute(transaction -> reading.get()));
  }

  private VariableMap shown(
      String taskId, Collection<String> names, boolean deserializeObjectValues) {
    VariableMap variables = briefed(taskId, names, deserializeObjectValues);
    FormFields form = formOf(taskId);
    form.told().stream()
        .filter(variables::containsKey)
        .forEach(
            name -> {
              if (variables.getValueTyped(name).getValue() instanceof String text) {
                variables.put(name, form.shown(name, text));
              }
            });
    return variables;
  }

  /** What is known to the person who works on the task, as it is on record. */
  @Override
  public VariableMap getTaskFormVariables(String taskId) {
    return inOneMoment(taskId, () -> briefed(taskId, null, true));
  }

  /**
   * A task's form for a page of ours, with the facts as the business says them.
   *
   * @throws NotFound if there is no such task for the person who acts
   * @throws Refused if it has ended
   */
  OpenForm opened(String taskId) {
    return inOneMoment(
        taskId,
        () -> {
          Map<String, Object> known = new LinkedHashMap<>(super.getTaskFormVariables(taskId));
          known.replaceAll((name, value) -> LongTexts.read(value));
          boolean isForReader = isForReader(taskId);
          known.putAll(isForReader ? facts(taskId, known) : Map.of());
          return new OpenForm(definitionOf(taskId), known, isForReader);
        });
  }

  /**
   * The form of a task that has ended; no form if it had none.
   *
   * @throws NotFound if there is no such task for the person who acts
   */
  FormDefinition ofEnded(String taskId) {
    return commandExecutor.execute(
        context -> {
          TaskSight.find(context, taskId);
          HistoricTaskInstanceEntity task =
              context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(taskId);
          ProcessDefinitionEntity process =
              context
                  .getProcessEngineConfiguration()
                  .getDeploymentCache()
                  .findDeployedProcessDefinitionById(task.getProcessDefinitionId());
          Expression form =
              process
                  .getTaskDefinitions()
                  .get(task.getTaskDefinitionKey())
                  .getCamundaFormDefinitionKey();
          return form == null
              ? FormDefinition.NONE
              : context.runWithoutAuthorization(
                  () -> inDeployment(context, process.getDeploymentId(), form.getExpressionText()));
        });
  }

  /** A form is bound to the deployment of its process. */
  private FormDefinition inDeployment(CommandContext context, String deployment, String form) {
    String file =
        context
            .getCamundaFormDefinitionManager()
            .findDefinitionByDeploymentAndKey(deployment, form)
            .getResourceName();
    try (InputStream content =
        engine.get().getRepositoryService().getResourceAsStream(deployment, file)) {
      return FormDefinition.of(FormWords.spoken().say(json.readTree(content)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The start form of a process, of which nothing is known yet.
   *
   * @param processDefinitionId of a process that the person who acts may start
   */
  OpenForm openedStart(String processDefinitionId) {
    return new OpenForm(
        definition(getDeployedStartForm(processDefinitionId)),
        new LinkedHashMap<>(getStartFormVariables(processDefinitionId)),
        true);
  }

  @Override
  public void submitTaskForm(String taskId, Map<String, Object> properties) {
    submit(taskId, orNone(properties), false, false);
  }

  @Override
  public VariableMap submitTaskFormWithVariablesInReturn(
      String taskId, Map<String, Object> properties, boolean deserializeValues) {
    return submit(taskId, orNone(properties), true, deserializeValues);
  }

  @Override
  public ProcessInstance submitStartForm(
      String processDefinitionId, String businessKey, Map<String, Object> properties) {
    Map<String, Object> submitted = orNone(properties);
    FormDefinition definition = definition(getDeployedStartForm(processDefinitionId));
    FormFields form = FormFields.of(definition);
    form.refuseForeign(submitted);
    try {
      form.refuseUnseen(submitted);
      ProcessInstance started =
          InPlace.of(
              inPlace(processDefinitionId),
              () ->
                  Collisions.repeated(
                      () ->
                          super.submitStartForm(
                              processDefinitionId, businessKey, LongTexts.storable(submitted))));
      handedIn(FormPlace.start(processOf(processDefinitionId)));
      return started;
    } catch (Refused refused) {
      throw form.inWords(
          whole(
              refused,
              definition,
              submitted,
              each -> submitStartForm(processDefinitionId, businessKey, each)));
    }
  }

  private Optional<Person.InPlaceOf> inPlace(String processDefinitionId) {
    return commandExecutor.execute(
        context ->
            TasksInPlace.of(
                context,
                context
                    .getProcessEngineConfiguration()
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(processDefinitionId)));
  }

  @Override
  public ProcessInstance submitStartForm(
      String processDefinitionId, Map<String, Object> properties) {
    return submitStartForm(processDefinitionId, null, properties);
  }

  private VariableMap briefed(
      String taskId, Collection<String> names, boolean deserializeObjectValues) {
    // Reading the engine's own variables first also checks that the reader may see the task.
    VariableMap result = super.getTaskFormVariables(taskId, names, deserializeObjectValues);
    Map<String, Object> visible =
        names == null ? result : super.getTaskFormVariables(taskId, null, deserializeObjectValues);
    facts(taskId, visible)
        .forEach(
            (name, value) -> {
              if (names == null || names.contains(name)) {
                result.putValueTyped(name, typed(value));
              }
            });
    return result;
  }

  private VariableMap submit(
      String taskId, Map<String, Object> properties, boolean inReturn, boolean deserialize) {
    AtomicReference<Deployed> form = new AtomicReference<>(Deployed.NONE);
    AtomicBoolean comesBack = new AtomicBoolean();
    try {
      VariableMap variables =
          standing.complete(
              commandExecutor,
              taskId,
              properties,
              task -> {
                form.set(deployed(task));
                form.get().fields().refuseForeign(properties);
                form.get().fields().refuseUnseen(properties);
                comesBack.set(
                    TakeBackParseListener.isMarked(
                        task.getProcessDefinitionId(), task.getTaskDefinitionKey()));
              },
              new SubmitTaskFormCmd(taskId, LongTexts.storable(properties), inReturn, deserialize),
              new SubmitTaskFormCmd(taskId, Map.of(), inReturn, deserialize));
      handedIn(FormPlace.task(taskId));
      if (comesBack.get()) {
        keep(FormPlace.handedIn(taskId), properties);
      }
      return variables;
    } catch (Refused refused) {
      throw form.get()
          .fields()
          .inWords(
              whole(
                  refused,
                  form.get().form(),
                  properties,
                  each -> submit(taskId, each, false, false)));
    }
  }

  /** With all that is wrong, unless it is refused for what is on record. */
  private Refused whole(
      Refused refused,
      FormDefinition form,
      Map<String, Object> fields,
      Consumer<Map<String, Object>> handIn) {
    if (refused instanceof Conflict) {
      return refused;
    }
    List<Fault> all = new Trial(transactions.get(), handIn).all(form, fields, refused.faults());
    return all.equals(refused.faults()) ? refused : new Refused(all);
  }

  /** For whoever takes it back: the form comes back with it. */
  private void keep(FormPlace place, Map<String, Object> properties) {
    Map<String, Object> fields = new LinkedHashMap<>();
    properties.forEach(
        (name, value) -> {
          if (value instanceof Boolean) {
            fields.put(name, value);
          } else if (value != null) {
            fields.put(name, value.toString());
          }
        });
    drafts.get().save(place, fields);
  }

  /** What was typed has become what was handed in; by whichever way it came. */
  private void handedIn(FormPlace place) {
    Authentication person = engine.get().getIdentityService().getCurrentAuthentication();
    if (person != null && person.getUserId() != null) {
      drafts.get().forget(place);
    }
  }

  /**
   * For those who work on the task. Managers and administrators see every task, but not everything
   * that its group is told (rule 11). What the briefing reads is Chancery's own affair.
   */
  private Map<String, Object> facts(String taskId, Map<String, Object> variables) {
    return commandExecutor.execute(
        context ->
            context.runWithoutAuthorization(
                () ->
                    worksOn(taskId, context.getAuthentication())
                        ? brief(taskId, variables)
                        : Map.of()));
  }

  private boolean isForReader(String taskId) {
    return commandExecutor.execute(
        context ->
            context.runWithoutAuthorization(() -> worksOn(taskId, context.getAuthentication())));
  }

  private boolean worksOn(String taskId, Authentication reader) {
    if (reader == null || reader.getUserId() == null) {
      return true;
    }
    List<String> groups = reader.getGroupIds() == null ? List.of() : reader.getGroupIds();
    return engine.get().getTaskService().getIdentityLinksForTask(taskId).stream()
        .anyMatch(
            link ->
                reader.getUserId().equals(link.getUserId())
                    || link.getGroupId() != null && groups.contains(link.getGroupId()));
  }

  private Map<String, Object> brief(String taskId, Map<String, Object> variables) {
    ProcessEngine services = engine.get();
    Task task = services.getTaskService().createTaskQuery().taskId(taskId).singleResult();
    OpenTask open = EngineTasks.openTask(services, task, variables);
    Map<String, Object> facts = new LinkedHashMap<>();
    briefings.get().stream()
        .filter(briefing -> briefing.tasks().contains(open.key()))
        .forEach(briefing -> facts.putAll(briefing.facts(open)));
    Set<String> fields = fieldsOf((TaskEntity) task).labels().keySet();
    facts.replaceAll((name, value) -> fields.contains(name) ? value : inWords(value));
    return facts;
  }

  /**
   * A fact as it is read; what a field starts with, and what a choice sends back, stay as they are.
   */
  private static Object inWords(Object fact) {
    if (fact instanceof String text) {
      return Dates.inWords(text);
    }
    if (fact instanceof LocalDate day) {
      return Dates.words(day);
    }
    if (fact instanceof Collection<?> rows) {
      return rows.stream().map(BriefedFormService::inWords).toList();
    }
    if (fact instanceof Map<?, ?> row) {
      Map<Object, Object> read = new LinkedHashMap<>(row);
      read.replaceAll((name, value) -> CHOICE.equals(name) ? value : inWords(value));
      return read;
    }
    return fact;
  }

  private TypedValue typed(Object value) {
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      try {
        return SpinValues.jsonValue(json.writeValueAsString(value)).create();
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A fact of a form cannot be written as JSON", e);
      }
    }
    return Variables.untypedValue(value instanceof TemporalAccessor ? value.toString() : value);
  }

  private FormFields formOf(String taskId) {
    return onTask(taskId, this::formOf);
  }

  /** The form of an open task; no form if it has none. */
  FormDefinition definitionOf(String taskId) {
    return onTask(taskId, task -> hasForm(task) ? deployed(task).form() : FormDefinition.NONE);
  }

  private <T> T onTask(String taskId, Function<TaskEntity, T> reading) {
    return commandExecutor.execute(
        context ->
            context.runWithoutAuthorization(
                () -> reading.apply(context.getTaskManager().findTaskById(taskId))));
  }

  /** The form of a task, which may be none. */
  FormFields formOf(TaskEntity task) {
    return hasForm(task) ? fieldsOf(task) : FormFields.NONE;
  }

  private static boolean hasForm(TaskEntity task) {
    return task != null
        && task.getTaskDefinition() != null
        && task.getTaskDefinition().getCamundaFormDefinitionKey() != null;
  }

  private FormFields fieldsOf(TaskEntity task) {
    return deployed(task).fields();
  }

  /** A form is deployed with its process and never changes but for its words. */
  private Deployed deployed(TaskEntity task) {
    return deployed.computeIfAbsent(
        new FormOfTask(
            FormWords.spoken(), task.getProcessDefinitionId(), task.getTaskDefinitionKey()),
        form -> {
          FormDefinition definition = definition(whole(task.getId()));
          return new Deployed(definition, FormFields.of(definition));
        });
  }

  private FormDefinition definition(InputStream form) {
    try (form) {
      return FormDefinition.of(json.readTree(form));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The id of a process in its model. */
  private String processOf(String processDefinitionId) {
    return commandExecutor.execute(
        context ->
            context
                .getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId)
                .getKey());
  }

  /** A caller of the API may leave them out altogether. */
  private static Map<String, Object> orNone(Map<String, Object> properties) {
    return properties == null ? Map.of() : properties;
  }
}
