package app.chancery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ModelFiles.DecisionFile;
import app.chancery.ModelFiles.FormFile;
import app.chancery.ModelFiles.ProcessFile;
import app.chancery.platform.people.Groups;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Signal;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;

/** The rules of all models, decision tables and forms. Each test names every violation at once. */
@OfficeTest
class ProcessModelsTest {

  /** Of the font that diagrams are shown in, in the widest of its usual stand-ins. */
  private static final double WIDTH_OF_A_LETTER = 7.2;

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern LOWER_CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");
  private static final Pattern METHOD =
      Pattern.compile("(?m)^  (?:JavaDelegate|ExecutionListener|TaskListener) (\\w+)\\(");
  private static final Pattern NAME_IN_EXPRESSION =
      Pattern.compile("(?<![\\w.'\"])[a-zA-Z_]\\w*(?=([^'\"]*['\"][^'\"]*['\"])*[^'\"]*$)");
  private static final Set<String> WORDS_OF_EXPRESSIONS =
      Set.of(
          "true",
          "false",
          "null",
          "empty",
          "not",
          "and",
          "or",
          "eq",
          "ne",
          "lt",
          "gt",
          "execution");
  private static final Set<String> GROUPS =
      Set.of(
          Groups.ANALYSTS,
          Groups.ENVOYS,
          Groups.PLANNERS,
          Groups.SECRETARIAT,
          Groups.PUBLIC_AFFAIRS,
          Groups.MILITARY_STAFF,
          Groups.COMMITTEE,
          Groups.EXECUTIVES,
          Groups.MANAGERS);
  private static final Set<String> INPUTS =
      Set.of("textfield", "textarea", "select", "radio", "checkbox", "checklist", "taglist");

  private static final List<ProcessFile> PROCESSES = ModelFiles.processes();

  /** Those of today, and those that programmes may still run on. */
  private static final List<ProcessFile> ALL_PROCESSES =
      Stream.concat(PROCESSES.stream(), ModelFiles.releasedProcesses().stream()).toList();

  private static final List<DecisionFile> DECISIONS = ModelFiles.decisions();
  private static final List<FormFile> FORMS = ModelFiles.forms();

  @Autowired ApplicationContext context;
  @Autowired ConfigurableListableBeanFactory beans;

  private final Set<String> violations = new TreeSet<>();

  // ---------------------------------------------------------------- files

  @Test
  void theFolderHoldsModelsDecisionsAndFormsAlone() {
    ModelFiles.files("").stream()
        .filter(path -> !path.toString().matches(".*\\.(bpmn|dmn|form)"))
        .forEach(path -> violations.add(path + " is no model, decision or form"));
    none();
  }

  @Test
  void aFileHasTheNameOfWhatItHolds() {
    for (ProcessFile file : PROCESSES) {
      List<String> ids = file.all(Process.class).stream().map(Process::getId).toList();
      check(ids.equals(List.of(ModelFiles.name(file.path()))), file, "holds the processes " + ids);
      check(kebab(file.process().getId()), file, "has an id that is not kebab-case");
    }
    for (DecisionFile file : DECISIONS) {
      List<String> ids =
          file.model().getModelElementsByType(Decision.class).stream()
              .map(Decision::getId)
              .toList();
      check(ids.contains(ModelFiles.name(file.path())), file.path(), "holds the decisions " + ids);
      ids.forEach(id -> check(kebab(id), file.path(), id + " is not kebab-case"));
    }
    for (FormFile file : FORMS) {
      check(file.id().equals(ModelFiles.name(file.path())), file.path(), "holds " + file.id());
      check(kebab(file.id()), file.path(), "has an id that is not kebab-case");
    }
    none();
  }

  @Test
  void aFolderHasTheNameOfItsPackage() {
    Stream.of(
            PROCESSES.stream().map(ProcessFile::path),
            DECISIONS.stream().map(DecisionFile::path),
            FORMS.stream().map(FormFile::path))
        .flatMap(paths -> paths)
        .forEach(
            path -> {
              Path relative = ModelFiles.FOLDER.relativize(path);
              check(relative.getNameCount() == 2, path, "does not lie in the folder of a step");
              check(
                  Files.isDirectory(
                      Path.of("src/main/java/app/chancery", relative.getName(0).toString())),
                  path,
                  "lies in a folder that no package is named after");
            });
    none();
  }

  // ---------------------------------------------------------------- processes

  @Test
  void aProcessCanRunIsExplainedAndKeptForItsTime() {
    for (ProcessFile file : PROCESSES) {
      Process process = file.process();
      check(process.isExecutable(), file, "is not executable");
      check(hasText(process.getName()), file, "has no name");
      check(documentation(process).isPresent(), file, "has no documentation");
      check(hasText(process.getCamundaHistoryTimeToLiveString()), file, "has no historyTimeToLive");
    }
    none();
  }

  @Test
  void elementsAreNamedByTheirTypeAndMeaning() {
    for (ProcessFile file : PROCESSES) {
      for (FlowNode node : file.flowNodes()) {
        checkId(file, node, prefixes(node));
      }
      file.all(SequenceFlow.class).forEach(flow -> checkId(file, flow, Set.of("flow")));
      file.all(Message.class).forEach(each -> checkId(file, each, Set.of("message")));
      file.all(Error.class).forEach(each -> checkId(file, each, Set.of("error")));
      file.all(Escalation.class).forEach(each -> checkId(file, each, Set.of("escalation")));
      file.all(Signal.class).forEach(each -> checkId(file, each, Set.of("signal")));
      file.all(TextAnnotation.class)
          .forEach(each -> checkId(file, each, Set.of("textAnnotation", "note")));
    }
    none();
  }

  /** One name is one thing: deadlines, briefings and staff scripts go by it alone. */
  @Test
  void aUserTaskHasItsIdAlone() {
    PROCESSES.stream()
        .flatMap(file -> file.all(UserTask.class).stream().map(task -> Map.entry(task, file)))
        .collect(groupingBy(entry -> entry.getKey().getId()))
        .forEach(
            (id, uses) ->
                check(
                    uses.size() == 1,
                    uses.get(0).getValue(),
                    id + " is in " + uses.stream().map(use -> use.getValue().path()).toList()));
    none();
  }

  @Test
  void whatAPersonReadsInADiagramIsLabelled() {
    for (ProcessFile file : PROCESSES) {
      for (FlowNode node : file.flowNodes()) {
        boolean joins = node instanceof Gateway && node.getOutgoing().size() < 2;
        boolean forks = node instanceof ParallelGateway || node instanceof EventBasedGateway;
        check(hasText(node.getName()) || joins || forks, file, node.getId() + " has no label");
      }
    }
    none();
  }

  @Test
  void aGatewayAsksAQuestionAndHasADefaultAnswer() {
    for (ProcessFile file : PROCESSES) {
      for (FlowNode node : file.flowNodes()) {
        if (node.getOutgoing().size() > 1
            && (node instanceof ExclusiveGateway || node instanceof InclusiveGateway)) {
          SequenceFlow otherwise =
              node instanceof ExclusiveGateway exclusive
                  ? exclusive.getDefault()
                  : ((InclusiveGateway) node).getDefault();
          check(
              hasText(node.getName()) && node.getName().endsWith("?"),
              file,
              node.getId() + " asks no question");
          check(otherwise != null, file, node.getId() + " has no default flow");
          for (SequenceFlow flow : node.getOutgoing()) {
            check(hasText(flow.getName()), file, flow.getId() + " gives no answer (name)");
            check(
                flow.equals(otherwise) == (flow.getConditionExpression() == null),
                file,
                flow.getId() + " must have a condition or be the default");
          }
        } else if (!(node instanceof Gateway)) {
          check(node.getOutgoing().size() < 2, file, node.getId() + " forks without a gateway");
          check(
              node.getIncoming().size() < 2 || node instanceof EndEvent,
              file,
              node.getId() + " joins without a gateway");
          node.getOutgoing()
              .forEach(
                  flow ->
                      check(
                          flow.getConditionExpression() == null,
                          file,
                          flow.getId() + " is conditional behind an activity"));
        }
      }
    }
    none();
  }

  /** What a person or a caller of the API submits must not steer the process. */
  @Test
  void noGatewayReadsAFieldOfAForm() {
    Set<String> fields =
        FORMS.stream()
            .flatMap(form -> form.components().stream())
            .filter(component -> component.hasNonNull("key"))
            .map(component -> component.get("key").asText())
            .collect(toSet());
    for (ProcessFile file : PROCESSES) {
      for (SequenceFlow flow : file.all(SequenceFlow.class)) {
        if (flow.getConditionExpression() != null) {
          names(flow.getConditionExpression().getTextContent()).stream()
              .filter(fields::contains)
              .forEach(
                  name ->
                      violations.add(
                          "%s: %s reads %s, a field of a form"
                              .formatted(file.path(), flow.getId(), name)));
        }
      }
    }
    none();
  }

  @Test
  void thereAreNoScriptsClassNamesOrCallsInAModel() {
    for (ProcessFile file : PROCESSES) {
      check(file.all(ScriptTask.class).isEmpty(), file, "has a script task");
      check(file.all(CamundaScript.class).isEmpty(), file, "has a script");
      elements(file.model().getDefinitions().getDomElement())
          .forEach(
              element -> {
                String where = describe(element);
                check(
                    element.getAttribute(CAMUNDA, "class") == null, file, where + " names a class");
                check(
                    element.getAttribute(CAMUNDA, "expression") == null,
                    file,
                    where + " has camunda:expression; use a delegate");
                texts(element)
                    .flatMap(ProcessModelsTest::expressions)
                    .filter(expression -> !expression.equals("execution.processBusinessKey"))
                    .filter(expression -> expression.contains("(") || expression.contains("."))
                    .forEach(
                        expression ->
                            violations.add(
                                "%s: %s calls %s".formatted(file.path(), where, expression)));
              });
    }
    none();
  }

  @Test
  void expressionsReadVariablesAndNoBeans() {
    for (ProcessFile file : PROCESSES) {
      elements(file.model().getDefinitions().getDomElement())
          .forEach(
              element ->
                  textsBut(element, "delegateExpression")
                      .flatMap(ProcessModelsTest::expressions)
                      .flatMap(expression -> names("${" + expression + "}").stream())
                      .filter(context::containsBean)
                      .forEach(
                          bean ->
                              violations.add(
                                  "%s: %s reads the bean %s"
                                      .formatted(file.path(), describe(element), bean))));
    }
    none();
  }

  // ---------------------------------------------------------------- delegates and listeners

  @Test
  void aServiceTaskCallsADelegateThatExists() {
    for (ProcessFile file : ALL_PROCESSES) {
      delegateExpressions(file)
          .forEach(
              (element, expression) -> {
                Matcher bean = BEAN.matcher(expression);
                if (!bean.matches()
                    || !context.containsBean(bean.group(1))
                    || !(context.getBean(bean.group(1)) instanceof JavaDelegate)) {
                  violations.add(
                      "%s: %s calls %s, which is no delegate"
                          .formatted(file.path(), element, expression));
                }
              });
      file.all(ServiceTask.class).stream()
          .filter(task -> !(task instanceof SendTask))
          .forEach(
              task ->
                  check(
                      hasText(task.getCamundaDelegateExpression()),
                      file,
                      task.getId() + " has no delegate"));
    }
    none();
  }

  /** Grep for one word and find all: the task in the diagram, its id and its delegate. */
  @Test
  void aDelegateWithOneTaskHasTheNameOfThatTask() {
    Map<String, List<String>> tasks = new TreeMap<>();
    PROCESSES.forEach(
        file ->
            delegateExpressions(file)
                .forEach(
                    (element, expression) ->
                        tasks.computeIfAbsent(expression, key -> new ArrayList<>()).add(element)));
    tasks.forEach(
        (expression, elements) -> {
          String word = expression.replaceAll("^\\$\\{|Delegate}$", "");
          String id = elements.get(0);
          // An event is named after a state, not after what is done.
          boolean event = id.matches("\\w+Event_.*");
          check(
              elements.size() > 1 || event || id.substring(id.indexOf('_') + 1).equals(word),
              Path.of(id),
              "is done by " + expression);
        });
    none();
  }

  @Test
  void aDelegateIsUsedBySomeModelOfTodayOrOfARelease() {
    Set<String> used =
        ALL_PROCESSES.stream()
            .flatMap(file -> delegateExpressions(file).values().stream())
            .collect(toSet());
    context
        .getBeansOfType(JavaDelegate.class)
        .forEach(
            (bean, delegate) -> {
              if (delegate.getClass().getName().startsWith("app.chancery")) {
                check(used.contains("${" + bean + "}"), Path.of(bean), "is used by no model");
              }
            });
    none();
  }

  /** So a process and its Java side can be read side by side. */
  @Test
  void whatAProcessHasDoneIsInItsOwnTasksInTheOrderOfTheModel() {
    Map<String, Set<String>> processesOf = new TreeMap<>();
    PROCESSES.forEach(
        file ->
            beansInOrder(file)
                .forEach(
                    bean ->
                        processesOf
                            .computeIfAbsent(bean, key -> new TreeSet<>())
                            .add(file.process().getId())));
    Set<String> folders = new TreeSet<>();
    for (ProcessFile file : PROCESSES) {
      String tasks = tasksOf(file.path());
      List<String> called = beansInOrder(file);
      called.stream()
          .filter(bean -> processesOf.get(bean).size() == 1)
          .filter(bean -> !tasks.equals(declaredIn(bean)))
          .forEach(
              bean ->
                  violations.add(
                      "%s: %s is declared in %s instead of %s"
                          .formatted(file.path(), bean, declaredIn(bean), tasks)));
      List<String> own = called.stream().filter(bean -> tasks.equals(declaredIn(bean))).toList();
      List<String> written =
          own.isEmpty() ? own : methods(tasks).stream().filter(own::contains).toList();
      check(written.equals(own), file, tasks + " has " + written + " in another order than " + own);
      folders.add(tasks);
    }
    DECISIONS.forEach(file -> folders.add(tasksOf(file.path())));
    processesOf.keySet().stream()
        .filter(bean -> !folders.contains(declaredIn(bean)))
        .forEach(
            bean ->
                violations.add(
                    bean + " is declared in " + declaredIn(bean) + ", which is of no model"));
    none();
  }

  @Test
  void aListenerIsABeanThatExists() {
    for (ProcessFile file : ALL_PROCESSES) {
      file.all(CamundaExecutionListener.class)
          .forEach(
              listener ->
                  checkListener(
                      file, listener.getCamundaDelegateExpression(), ExecutionListener.class));
      file.all(CamundaTaskListener.class)
          .forEach(
              listener ->
                  checkListener(file, listener.getCamundaDelegateExpression(), TaskListener.class));
    }
    none();
  }

  // ---------------------------------------------------------------- people

  @Test
  void aUserTaskIsForAGroupWithAFormOfItsDeployment() {
    Set<String> forms = FORMS.stream().map(FormFile::id).collect(toSet());
    for (ProcessFile file : PROCESSES) {
      for (UserTask task : file.all(UserTask.class)) {
        String id = task.getId();
        List<String> groups = task.getCamundaCandidateGroupsList();
        check(!groups.isEmpty(), file, id + " has no candidateGroups");
        groups.stream()
            .filter(group -> !group.contains("{"))
            .forEach(
                group ->
                    check(
                        GROUPS.contains(group),
                        file,
                        id + " is for " + group + ", which is no group"));
        check(task.getCamundaAssignee() == null, file, id + " is for one person");
        check(task.getCamundaCandidateUsers() == null, file, id + " is for persons");
        String due = task.getCamundaDueDate();
        check(
            due == null || due.matches("\\$\\{\\w+}"),
            file,
            id + " has a due date of its own that is no variable of the process");
        checkForm(file, id, task.getCamundaFormRef(), task.getCamundaFormRefBinding(), forms);
      }
      file.all(StartEvent.class).stream()
          .filter(start -> start.getCamundaFormRef() != null)
          .forEach(
              start ->
                  checkForm(
                      file,
                      start.getId(),
                      start.getCamundaFormRef(),
                      start.getCamundaFormRefBinding(),
                      forms));
      boolean hasStartForm =
          file.all(StartEvent.class).stream().anyMatch(start -> start.getCamundaFormRef() != null);
      check(
          file.process().isCamundaStartableInTasklist() == hasStartForm,
          file,
          "must be startable in Tasklist exactly if it has a start form");
    }
    none();
  }

  /** But for a task that is due at a date the process itself has set, as the end of silence. */
  @Test
  void aUserTaskHasItsRowAmongTheDeadlines() {
    List<String> rows = deadlines();
    Set<String> tasks =
        PROCESSES.stream()
            .flatMap(file -> file.all(UserTask.class).stream())
            .filter(task -> task.getCamundaDueDate() == null)
            .map(UserTask::getId)
            .collect(toSet());
    tasks.stream()
        .filter(task -> !rows.contains(task))
        .forEach(task -> violations.add(task + " has no row"));
    rows.stream()
        .filter(row -> !tasks.contains(row))
        .forEach(row -> violations.add("The row of " + row + " is of no user task"));
    check(new HashSet<>(rows).size() == rows.size(), Path.of("deadlines"), "has a user task twice");
    check(rows.equals(rows.stream().sorted().toList()), Path.of("deadlines"), "is not sorted");
    none();
  }

  /** Whom to tell of what is policy too; a model says only that it is done, and when. */
  @Test
  void aTimerThatRemindsOrEscalatesTellsWhomTheDeadlinesName() {
    Map<String, Map<String, String>> rows = deadlineRows();
    for (ProcessFile file : PROCESSES) {
      for (UserTask task : file.all(UserTask.class)) {
        Map<String, String> row = rows.getOrDefault(task.getId(), Map.of());
        check(
            row.isEmpty() || file.folder().equals(row.get("step")),
            file,
            task.getId() + " is in the deadlines of " + row.get("step"));
        checkTimer(file, task, "remindAfter", "remind", row, List.of("reminded", "reminder"));
        checkTimer(file, task, "escalateAfter", "escalate", row, List.of("told", "escalation"));
        Set<String> reminded = groups(row.get("reminded"));
        check(
            reminded.isEmpty() || reminded.containsAll(task.getCamundaCandidateGroupsList()),
            file,
            task.getId() + " is for others than are reminded of it: " + reminded);
        Stream.of("reminded", "told")
            .flatMap(column -> groups(row.get(column)).stream())
            .filter(group -> !GROUPS.contains(group))
            .forEach(
                group -> violations.add(task.getId() + " has " + group + ", which is no group"));
      }
    }
    none();
  }

  @Test
  void aFormBelongsToOneTaskAndExplainsItself() {
    Map<String, Long> uses =
        PROCESSES.stream()
            .flatMap(
                file ->
                    Stream.concat(
                        file.all(UserTask.class).stream().map(UserTask::getCamundaFormRef),
                        file.all(StartEvent.class).stream().map(StartEvent::getCamundaFormRef)))
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(form -> form, Collectors.counting()));
    for (FormFile form : FORMS) {
      check(
          uses.getOrDefault(form.id(), 0L) == 1,
          form.path(),
          "is used " + uses.getOrDefault(form.id(), 0L) + " times");
      check(
          form.components().stream().anyMatch(component -> INPUTS.contains(type(component))),
          form.path(),
          "has nothing to fill in");
      Set<String> keys = new HashSet<>();
      for (JsonNode component : form.components()) {
        String key = component.path("key").asText();
        check(!type(component).equals("dynamiclist"), form.path(), key + " is a dynamic list");
        check(!type(component).equals("filepicker"), form.path(), key + " is a file picker");
        // The browser would read both in its own way, and change what it cannot read.
        check(!type(component).equals("datetime"), form.path(), key + " reads days by itself");
        check(!type(component).equals("number"), form.path(), key + " reads numbers by itself");
        checkKind(form.path(), component);
        if (INPUTS.contains(type(component))) {
          check(
              LOWER_CAMEL.matcher(key.replaceFirst("^confidential_", "")).matches(),
              form.path(),
              key + " is no name of a field");
          check(keys.add(key), form.path(), key + " is there twice");
          check(hasText(component.path("label").asText()), form.path(), key + " has no label");
          check(
              hasText(component.path("description").asText()),
              form.path(),
              key + " has no help text");
        }
      }
    }
    none();
  }

  @Test
  void aFormIsMadeForTheTasklistItIsShownIn() {
    for (FormFile form : FORMS) {
      JsonNode json = form.json();
      check(json.path("type").asText().equals("default"), form.path(), "is not of type default");
      check(
          json.path("executionPlatform").asText().equals("Camunda Platform"),
          form.path(),
          "is for " + json.path("executionPlatform"));
    }
    none();
  }

  // ---------------------------------------------------------------- waiting and calling

  @Test
  void anAsynchronousBoundaryIsExplainedAndRetried() {
    for (ProcessFile file : PROCESSES) {
      for (FlowNode node : file.flowNodes()) {
        boolean async =
            node.isCamundaAsyncBefore()
                || node.isCamundaAsyncAfter()
                || loop(node)
                    .map(loop -> loop.isCamundaAsyncBefore() || loop.isCamundaAsyncAfter())
                    .orElse(false);
        if (async) {
          check(
              documentation(node).isPresent(),
              file,
              node.getId() + " does not say why it is asynchronous");
          check(
              !below(node, CamundaFailedJobRetryTimeCycle.class).isEmpty(),
              file,
              node.getId() + " has no retry cycle");
        }
      }
    }
    none();
  }

  /** How long anything takes is policy, and policy is in tables or settings. */
  @Test
  void aTimerWaitsForADateOrDurationOfThePolicy() {
    for (ProcessFile file : PROCESSES) {
      for (TimerEventDefinition timer : file.all(TimerEventDefinition.class)) {
        String text = timer.getTextContent().strip();
        check(
            text.matches("\\$\\{[A-Za-z]\\w*}"),
            file,
            timer.getParentElement().getAttributeValue("id") + " waits for the literal " + text);
      }
    }
    none();
  }

  @Test
  void whatIsCalledExistsInTheSameDeployment() {
    Set<String> processes = PROCESSES.stream().map(file -> file.process().getId()).collect(toSet());
    Set<String> decisions = decisionIds();
    for (ProcessFile file : PROCESSES) {
      for (CallActivity call : file.all(CallActivity.class)) {
        String id = call.getId();
        check(
            processes.contains(call.getCalledElement()),
            file,
            id + " calls " + call.getCalledElement() + ", which does not exist");
        check(
            "deployment".equals(call.getCamundaCalledElementBinding()),
            file,
            id + " is not bound to its deployment");
        check(
            below(call, CamundaIn.class).stream()
                .anyMatch(in -> in.getCamundaBusinessKey() != null),
            file,
            id + " does not hand on the key of the programme");
        check(
            below(call, CamundaIn.class).stream()
                .noneMatch(in -> "all".equals(in.getCamundaVariables())),
            file,
            id + " hands on all variables");
      }
      for (BusinessRuleTask task : file.all(BusinessRuleTask.class)) {
        check(
            decisions.contains(task.getCamundaDecisionRef()),
            file,
            task.getId()
                + " asks the decision "
                + task.getCamundaDecisionRef()
                + ", which does not exist");
        check(
            "deployment".equals(task.getCamundaDecisionRefBinding()),
            file,
            task.getId() + " is not bound to its deployment");
      }
    }
    none();
  }

  @Test
  void messagesErrorsAndEscalationsAreNamedInKebabCase() {
    for (ProcessFile file : PROCESSES) {
      file.all(Message.class).forEach(each -> checkCode(file, each, each.getName()));
      file.all(Signal.class).forEach(each -> checkCode(file, each, each.getName()));
      file.all(Error.class).forEach(each -> checkCode(file, each, each.getErrorCode()));
      file.all(Escalation.class).forEach(each -> checkCode(file, each, each.getEscalationCode()));
    }
    none();
  }

  // ---------------------------------------------------------------- diagrams

  /** A label is broken between its words, and within them where it is too narrow. */
  @Test
  void aLabelIsAsWideAsItsLongestWord() {
    for (ProcessFile file : PROCESSES) {
      Stream<Map.Entry<BaseElement, BpmnLabel>> labels =
          Stream.concat(
              file.all(BpmnShape.class).stream()
                  .filter(shape -> shape.getBpmnLabel() != null)
                  .map(shape -> Map.entry(shape.getBpmnElement(), shape.getBpmnLabel())),
              file.all(BpmnEdge.class).stream()
                  .filter(edge -> edge.getBpmnLabel() != null)
                  .map(edge -> Map.entry(edge.getBpmnElement(), edge.getBpmnLabel())));
      labels
          .filter(label -> label.getValue().getBounds() != null)
          .filter(label -> hasText(label.getKey().getAttributeValue("name")))
          .forEach(
              label ->
                  check(
                      label.getValue().getBounds().getWidth()
                          >= WIDTH_OF_A_LETTER
                              * longestWord(label.getKey().getAttributeValue("name")),
                      file,
                      label.getKey().getId() + " has a label narrower than its longest word"));
    }
    none();
  }

  private static int longestWord(String text) {
    return Arrays.stream(text.split("\\s+")).mapToInt(String::length).max().orElseThrow();
  }

  @Test
  void everythingIsInTheDiagram() {
    for (ProcessFile file : PROCESSES) {
      Map<String, BpmnShape> shapes =
          file.all(BpmnShape.class).stream()
              .collect(toMap(shape -> shape.getBpmnElement().getId(), shape -> shape));
      Map<String, BpmnEdge> edges =
          file.all(BpmnEdge.class).stream()
              .collect(toMap(edge -> edge.getBpmnElement().getId(), edge -> edge));
      Stream.concat(file.flowNodes().stream(), file.all(TextAnnotation.class).stream())
          .map(BaseElement::getId)
          .forEach(
              id ->
                  check(
                      shapes.containsKey(id) && shapes.get(id).getBounds().getWidth() > 0,
                      file,
                      id + " is not drawn"));
      file.all(SequenceFlow.class)
          .forEach(
              flow ->
                  check(
                      edges.containsKey(flow.getId())
                          && edges.get(flow.getId()).getWaypoints().size() > 1,
                      file,
                      flow.getId() + " is not drawn"));
    }
    none();
  }

  /** Shapes that lie over each other cannot be read. */
  @Test
  void nothingLiesOverAnythingElse() {
    for (ProcessFile file : PROCESSES) {
      List<BpmnShape> shapes =
          file.all(BpmnShape.class).stream()
              .filter(shape -> !(shape.getBpmnElement() instanceof SubProcess))
              .filter(
                  shape ->
                      !shape
                          .getBpmnElement()
                          .getElementType()
                          .getTypeName()
                          .equals("boundaryEvent"))
              .toList();
      for (int one = 0; one < shapes.size(); one++) {
        for (int other = one + 1; other < shapes.size(); other++) {
          check(
              !overlap(shapes.get(one), shapes.get(other)),
              file,
              shapes.get(one).getBpmnElement().getId()
                  + " lies over "
                  + shapes.get(other).getBpmnElement().getId());
        }
      }
    }
    none();
  }

  /** A reader takes the picture of the documentation for the process that runs. */
  @Test
  void thePictureOfTheProgrammeShowsTheModelOfToday() throws IOException {
    String picture = Files.readString(Path.of("docs/images/enlargement-programme.svg"));
    ProcessFile programme =
        PROCESSES.stream()
            .filter(file -> ModelFiles.name(file.path()).equals("enlargement-programme"))
            .findFirst()
            .orElseThrow();

    programme
        .flowNodes()
        .forEach(
            node ->
                check(
                    picture.contains("data-element-id=\"" + node.getId() + "\""),
                    programme,
                    node.getId() + " is missing in the picture"));
    none();
  }

  // ---------------------------------------------------------------- decisions

  @Test
  void aDecisionIsExplainedRowByRow() {
    for (DecisionFile file : DECISIONS) {
      for (Decision decision : file.model().getModelElementsByType(Decision.class)) {
        String id = decision.getId();
        check(hasText(decision.getName()), file.path(), id + " has no name");
        check(
            hasText(decision.getCamundaHistoryTimeToLiveString()),
            file.path(),
            id + " has no historyTimeToLive");
      }
      for (Rule rule : file.model().getModelElementsByType(Rule.class)) {
        check(
            rule.getDescription() != null && hasText(rule.getDescription().getTextContent()),
            file.path(),
            rule.getId() + " has no description");
      }
      for (DecisionTable table : file.model().getModelElementsByType(DecisionTable.class)) {
        check(!table.getRules().isEmpty(), file.path(), table.getId() + " has no rule");
        for (Input input : table.getInputs()) {
          check(hasText(input.getLabel()), file.path(), input.getId() + " has no label");
        }
        for (Output output : table.getOutputs()) {
          check(hasText(output.getLabel()), file.path(), output.getId() + " has no label");
        }
      }
      check(read(file.path()).contains("DMNShape"), file.path(), "has no diagram");
    }
    none();
  }

  @Test
  void aDecisionIsAskedBySomebody() {
    String asked =
        Stream.concat(
                sources().map(ProcessModelsTest::read),
                PROCESSES.stream().map(file -> read(file.path())))
            .collect(Collectors.joining());
    String required =
        DECISIONS.stream().map(file -> read(file.path())).collect(Collectors.joining());
    decisionIds()
        .forEach(
            id ->
                check(
                    asked.contains("\"" + id + "\"")
                        || required.contains("requiredDecision href=\"#" + id + "\""),
                    Path.of(id),
                    "is asked by nobody"));
    none();
  }

  // ---------------------------------------------------------------- what the tests share

  /** {@code PassingCounters} takes the counter back as soon as the task is made. */
  @Test
  void whichOfManyTasksOneIsIsAskedForItsCandidatesAlone() {
    List<String> asked = new ArrayList<>();
    for (ProcessFile file : ModelFiles.processes()) {
      String others = read(file.path());
      for (UserTask task : file.all(UserTask.class)) {
        if (task.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics many
            && !many.isSequential()
            && task.getCamundaCandidateGroups().contains("loopCounter")) {
          others = others.replace(task.getCamundaCandidateGroups(), "");
        }
      }
      if (others.contains("loopCounter")) {
        asked.add(file.path().toString());
      }
    }
    Stream.of(".dmn", ".form")
        .flatMap(ending -> ModelFiles.files(ending).stream())
        .filter(path -> read(path).contains("loopCounter"))
        .forEach(path -> asked.add(path.toString()));
    sources()
        .filter(path -> !path.getParent().endsWith("engine"))
        .filter(path -> read(path).contains("loopCounter"))
        .forEach(path -> asked.add(path.toString()));

    assertThat(asked).as("files that ask for the loopCounter elsewhere").isEmpty();
  }

  private void none() {
    assertThat(violations).isEmpty();
  }

  private void check(boolean holds, ProcessFile file, String violation) {
    check(holds, file.path(), violation);
  }

  private void check(boolean holds, Path file, String violation) {
    if (!holds) {
      violations.add(file + ": " + violation);
    }
  }

  private void checkId(ProcessFile file, BaseElement element, Set<String> prefixes) {
    String id = element.getId();
    int underscore = id.indexOf('_');
    check(
        underscore > 0
            && prefixes.contains(id.substring(0, underscore))
            && LOWER_CAMEL.matcher(id.substring(underscore + 1)).matches(),
        file,
        id + " must be " + prefixes + "_ and its meaning in lowerCamel");
  }

  private void checkCode(ProcessFile file, BaseElement element, String code) {
    check(code != null && kebab(code), file, element.getId() + " has the code " + code);
  }

  private void checkListener(ProcessFile file, String expression, Class<?> type) {
    Matcher bean = BEAN.matcher(String.valueOf(expression));
    check(
        bean.matches()
            && context.containsBean(bean.group(1))
            && type.isInstance(context.getBean(bean.group(1))),
        file,
        "the listener " + expression + " is no " + type.getSimpleName());
  }

  /** A timer at the edge of a task is there exactly if the row says when and whom it tells. */
  private void checkTimer(
      ProcessFile file,
      UserTask task,
      String wait,
      String does,
      Map<String, String> row,
      List<String> told) {
    List<BoundaryEvent> timers =
        file.all(BoundaryEvent.class).stream()
            .filter(event -> event.getAttachedTo().equals(task))
            .filter(event -> event.getTextContent().contains("${" + wait + "}"))
            .toList();
    String where = task.getId() + " and its row differ in " + wait;
    check(timers.size() == (row.containsKey(wait) ? 1 : 0), file, where);
    told.forEach(
        column ->
            check(row.containsKey(wait) == row.containsKey(column), file, where + ": " + column));
    Map<String, String> calls = delegateExpressions(file);
    for (BoundaryEvent timer : timers) {
      check(!timer.cancelActivity(), file, timer.getId() + " takes the task away");
      timer
          .getSucceedingNodes()
          .list()
          .forEach(
              next -> {
                String called = String.valueOf(calls.get(next.getId()));
                check(
                    called.matches("\\$\\{" + does + "\\w*Delegate}"),
                    file,
                    next.getId() + " calls " + called + " to " + does);
                check(
                    below(next, CamundaInputOutput.class).isEmpty(),
                    file,
                    next.getId() + " has a variable");
              });
    }
  }

  private void checkForm(
      ProcessFile file, String element, String form, String binding, Set<String> forms) {
    check(hasText(form), file, element + " has no form");
    check(
        form == null || forms.contains(form),
        file,
        element + " has the form " + form + ", which does not exist");
    check(
        "deployment".equals(binding),
        file,
        element + " has a form that is not bound to its deployment");
  }

  /** What a text field holds is told by its id: whoever draws the form knows how to help. */
  private void checkKind(Path form, JsonNode component) {
    String id = component.path("id").asText();
    String kind = id.substring(0, Math.max(0, id.indexOf('_')));
    check(
        kind.equals(type(component))
            || type(component).equals("textfield")
                && List.of("date", "time", "number").contains(kind),
        form,
        id + " does not begin with what it holds");
  }

  private static Set<String> prefixes(FlowNode node) {
    if (node instanceof Gateway) {
      return Set.of("gateway");
    }
    if (node instanceof SubProcess subProcess && subProcess.triggeredByEvent()) {
      return Set.of("eventSubProcess", "subProcess");
    }
    return Set.of(node.getElementType().getTypeName());
  }

  private static Optional<MultiInstanceLoopCharacteristics> loop(FlowNode node) {
    return node instanceof Activity activity
        ? Optional.ofNullable((MultiInstanceLoopCharacteristics) activity.getLoopCharacteristics())
        : Optional.empty();
  }

  /** The expression of each service task, send task and message thrown, by the element's id. */
  private static Map<String, String> delegateExpressions(ProcessFile file) {
    Map<String, String> found = new java.util.LinkedHashMap<>();
    for (Task task : file.all(Task.class)) {
      String expression = task.getAttributeValueNs(CAMUNDA, "delegateExpression");
      if (expression != null) {
        found.put(task.getId(), expression);
      }
    }
    for (MessageEventDefinition message : file.all(MessageEventDefinition.class)) {
      String expression = message.getCamundaDelegateExpression();
      if (expression != null) {
        found.put(((Event) message.getParentElement()).getId(), expression);
      }
    }
    return found;
  }

  /** The beans that a model calls, in the order in which it does so first. */
  private static List<String> beansInOrder(ProcessFile file) {
    return elements(file.model().getDefinitions().getDomElement())
        .flatMap(
            element ->
                Stream.of(
                    element.getAttribute(CAMUNDA, "delegateExpression"),
                    element.getAttribute("delegateExpression")))
        .filter(Objects::nonNull)
        .map(BEAN::matcher)
        .filter(Matcher::matches)
        .map(bean -> bean.group(1))
        .distinct()
        .toList();
  }

  /** The class for what is done for a model, beginning with the folder both have. */
  private static String tasksOf(Path model) {
    return model.getParent().getFileName()
        + ".process."
        + Stream.of(ModelFiles.name(model).split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining())
        + "Tasks";
  }

  /** The class that declares a bean, beginning with its folder; "nothing" if none does. */
  private String declaredIn(String bean) {
    String factory =
        context.containsBeanDefinition(bean)
            ? beans.getBeanDefinition(bean).getFactoryBeanName()
            : null;
    return factory == null
        ? "nothing"
        : context.getType(factory).getName().replaceFirst("^app\\.chancery\\.", "");
  }

  /** The names of the methods of a class that a model may call, in the order of its source. */
  private static List<String> methods(String tasks) {
    Path source = Path.of("src/main/java/app/chancery", tasks.replace('.', '/') + ".java");
    return METHOD.matcher(read(source)).results().map(method -> method.group(1)).toList();
  }

  private static Optional<String> documentation(BaseElement element) {
    return element.getDocumentations().stream()
        .map(ModelElementInstance::getTextContent)
        .filter(ProcessModelsTest::hasText)
        .findFirst();
  }

  /** The extension elements of that type which belong to the element itself. */
  private static <T extends ModelElementInstance> Collection<T> below(
      BaseElement element, Class<T> type) {
    List<T> found = new ArrayList<>();
    if (element.getExtensionElements() != null) {
      found.addAll(element.getExtensionElements().getChildElementsByType(type));
    }
    if (element instanceof FlowNode node) {
      loop(node)
          .map(BaseElement::getExtensionElements)
          .ifPresent(extensions -> found.addAll(extensions.getChildElementsByType(type)));
    }
    return found;
  }

  private static boolean overlap(BpmnShape one, BpmnShape other) {
    var a = one.getBounds();
    var b = other.getBounds();
    return a.getX() < b.getX() + b.getWidth()
        && b.getX() < a.getX() + a.getWidth()
        && a.getY() < b.getY() + b.getHeight()
        && b.getY() < a.getY() + a.getHeight();
  }

  /** The cells of the deadlines by their columns, those that are not null, for each task. */
  private static Map<String, Map<String, String>> deadlineRows() {
    DmnModelInstance table =
        DECISIONS.stream()
            .filter(file -> ModelFiles.name(file.path()).equals("deadlines"))
            .findFirst()
            .orElseThrow()
            .model();
    List<String> columns =
        table.getModelElementsByType(Output.class).stream().map(Output::getName).toList();
    Map<String, Map<String, String>> rows = new TreeMap<>();
    for (Rule rule : table.getModelElementsByType(Rule.class)) {
      Map<String, String> row = new TreeMap<>();
      List<OutputEntry> cells = List.copyOf(rule.getOutputEntries());
      for (int column = 0; column < columns.size(); column++) {
        String text = cells.get(column).getTextContent().strip();
        if (!text.equals("null")) {
          row.put(columns.get(column), text.replace("\"", ""));
        }
      }
      rows.put(
          rule.getInputEntries().iterator().next().getTextContent().strip().replace("\"", ""), row);
    }
    return rows;
  }

  /** The groups that a cell names. */
  private static Set<String> groups(String cell) {
    return cell == null ? Set.of() : Set.of(cell.split(", "));
  }

  private static List<String> deadlines() {
    return DECISIONS.stream()
        .filter(file -> ModelFiles.name(file.path()).equals("deadlines"))
        .flatMap(file -> file.model().getModelElementsByType(Rule.class).stream())
        .map(rule -> rule.getInputEntries().iterator().next().getTextContent().strip())
        .map(text -> text.replace("\"", ""))
        .toList();
  }

  private static Set<String> decisionIds() {
    return DECISIONS.stream()
        .flatMap(file -> file.model().getModelElementsByType(Decision.class).stream())
        .map(Decision::getId)
        .collect(toSet());
  }

  private static Stream<DomElement> elements(DomElement element) {
    return Stream.concat(
        Stream.of(element),
        element.getChildElements().stream().flatMap(ProcessModelsTest::elements));
  }

  private static Stream<String> texts(DomElement element) {
    return textsBut(element, "");
  }

  /** Its own text and the values of the engine's attributes, but for the one named. */
  private static Stream<String> textsBut(DomElement element, String attribute) {
    Stream<String> attributes =
        CAMUNDA_ATTRIBUTES.stream()
            .filter(name -> !name.equals(attribute))
            .flatMap(
                name -> Stream.of(element.getAttribute(CAMUNDA, name), element.getAttribute(name)))
            .filter(Objects::nonNull);
    return element.getChildElements().isEmpty()
            && !element.getLocalName().equals("documentation")
            && !element.getLocalName().equals("text")
        ? Stream.concat(attributes, Stream.of(element.getTextContent()))
        : attributes;
  }

  private static final List<String> CAMUNDA_ATTRIBUTES =
      List.of(
          "assignee",
          "businessKey",
          "calledElementBinding",
          "candidateGroups",
          "candidateStarterGroups",
          "candidateUsers",
          "collection",
          "delegateExpression",
          "dueDate",
          "elementVariable",
          "expression",
          "followUpDate",
          "formKey",
          "formRef",
          "jobPriority",
          "priority",
          "source",
          "sourceExpression",
          "taskPriority");

  private static Stream<String> expressions(String text) {
    return EXPRESSION.matcher(text).results().map(match -> match.group(1).strip());
  }

  /** The names of variables that the expressions of a text read. */
  private static Set<String> names(String text) {
    return expressions(text)
        .flatMap(
            expression ->
                NAME_IN_EXPRESSION.matcher(expression).results().map(match -> match.group()))
        .filter(name -> !WORDS_OF_EXPRESSIONS.contains(name))
        .collect(toSet());
  }

  private static String describe(DomElement element) {
    DomElement each = element;
    while (each.getAttribute("id") == null && each.getParentElement() != null) {
      each = each.getParentElement();
    }
    return each.getAttribute("id");
  }

  private static String type(JsonNode component) {
    return component.path("type").asText();
  }

  private static boolean kebab(String text) {
    return KEBAB.matcher(text).matches();
  }

  private static boolean hasText(String text) {
    return text != null && !text.isBlank();
  }

  private static Stream<Path> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(path -> path.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
