package app.chancery.desk.work.process;

import app.chancery.desk.work.ProgrammeField;
import app.chancery.desk.work.Starts;
import app.chancery.platform.engine.ModelNames;
import app.chancery.platform.forms.DeployedForms;
import app.chancery.platform.forms.FormPlace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.springframework.stereotype.Component;

/** For templates: {@code @starts}. */
@Component("starts")
class EngineStarts implements Starts {

  private final RepositoryService repository;
  private final DeployedForms forms;

  /** By the definition of the process, whose form never changes. */
  private final Map<String, Boolean> aboutProgramme = new ConcurrentHashMap<>();

  EngineStarts(RepositoryService repository, DeployedForms forms) {
    this.repository = repository;
    this.forms = forms;
  }

  @Override
  public List<Start> all() {
    return startable().list().stream()
        .map(this::start)
        .sorted(Comparator.comparing(Start::aboutProgramme).thenComparing(Start::title))
        .toList();
  }

  @Override
  public Optional<Start> of(String process) {
    return Optional.ofNullable(startable().processDefinitionKey(process).singleResult())
        .map(this::start);
  }

  private ProcessDefinitionQuery startable() {
    return repository
        .createProcessDefinitionQuery()
        .latestVersion()
        .active()
        .startableInTasklist()
        .startablePermissionCheck();
  }

  private Start start(ProcessDefinition process) {
    return new Start(
        process.getKey(),
        process.getName() == null ? process.getKey() : ModelNames.of(process),
        aboutProgramme.computeIfAbsent(process.getId(), first -> asksForProgramme(process)));
  }

  private boolean asksForProgramme(ProcessDefinition process) {
    return forms.open(FormPlace.start(process.getKey())).definition().fields().stream()
        .anyMatch(field -> field.key().equals(ProgrammeField.NAME));
  }
}
