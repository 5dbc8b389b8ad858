package app.chancery.platform.engine;

import app.chancery.platform.forms.DeployedForms;
import app.chancery.platform.forms.FormDefinition;
import app.chancery.platform.forms.FormPlace;
import app.chancery.platform.forms.OpenForm;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** The forms of the engine's tasks and processes: what Tasklist does, by the same service. */
@Component
class EngineForms implements DeployedForms {

  private final ProcessEngine engine;
  private final PlatformTransactionManager transactions;

  EngineForms(@Lazy ProcessEngine engine, @Lazy PlatformTransactionManager transactions) {
    this.engine = engine;
    this.transactions = transactions;
  }

  @Override
  public OpenForm open(FormPlace place) {
    return place.isTask()
        ? forms().opened(place.id())
        : forms().openedStart(startable(place.id()).getId());
  }

  @Override
  public FormDefinition definition(FormPlace place) {
    return place.isTask() ? forms().definitionOf(place.id()) : open(place).definition();
  }

  @Override
  public FormDefinition ofEnded(FormPlace task) {
    return forms().ofEnded(task.id());
  }

  @Override
  public void submit(FormPlace task, Map<String, Object> fields) {
    forms().submitTaskForm(task.id(), fields);
  }

  @Override
  public Started start(FormPlace start, Map<String, Object> fields) {
    ProcessInstance started = forms().submitStartForm(startable(start.id()).getId(), fields);
    return new Started(started.getBusinessKey(), started.getId());
  }

  @Override
  public List<Fault> tried(FormPlace place, Map<String, Object> fields) {
    Trial trial =
        new Trial(
            transactions,
            each -> {
              if (place.isTask()) {
                submit(place, each);
              } else {
                start(place, each);
              }
            });
    return trial.all(open(place).definition(), fields, trial.faults(fields));
  }

  @Override
  public boolean isWithheld(FormPlace task) {
    return forms().isWithheld(task.id());
  }

  @Override
  public Optional<String> whyGone(FormPlace task) {
    return forms().whyGone(task.id());
  }

  private ProcessDefinition startable(String process) {
    return Optional.ofNullable(
            engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .active()
                .startableInTasklist()
                .startablePermissionCheck()
                .singleResult())
        .orElseThrow(() -> new NotFound(Words.of("form.noSuchProcess")));
  }

  private BriefedFormService forms() {
    return (BriefedFormService) engine.getFormService();
  }
}
