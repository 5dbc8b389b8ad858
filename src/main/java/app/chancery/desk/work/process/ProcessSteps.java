package app.chancery.desk.work.process;

import app.chancery.platform.words.Coded;
import app.chancery.programme.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Which step a process is part of: a model lies in the folder of its step and has its name. */
@Component
class ProcessSteps {

  private static final String MODELS = "classpath*:processes/*/*.bpmn";

  private final Map<String, Step> steps = new TreeMap<>();

  ProcessSteps(ResourcePatternResolver resources) {
    try {
      for (Resource model : resources.getResources(MODELS)) {
        String[] path = model.getURL().getPath().split("/");
        String process = path[path.length - 1].replaceAll("\\.bpmn$", "");
        Coded.find(Step.class, path[path.length - 2]).ifPresent(step -> steps.put(process, step));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty for one that belongs to no step, such as one that updates a dossier. */
  Optional<Step> of(String process) {
    return Optional.ofNullable(process).map(steps::get);
  }

  List<String> processes(Step step) {
    return steps.entrySet().stream()
        .filter(each -> each.getValue() == step)
        .map(Map.Entry::getKey)
        .toList();
  }
}
