package app.chancery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The files under {@code processes/}, read. */
public final class ModelFiles {

  static final Path FOLDER = Path.of("processes");

  /** One folder for each release, holding its models as running programmes have them. */
  private static final Path RELEASED = Path.of("src", "test", "resources", "released");

  /** A process model. */
  record ProcessFile(Path path, BpmnModelInstance model) {

    /** Its one process. */
    Process process() {
      return model.getModelElementsByType(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
      return model.getModelElementsByType(type);
    }

    Collection<FlowNode> flowNodes() {
      return all(FlowNode.class);
    }

    String folder() {
      return path.getParent().getFileName().toString();
    }
  }

  /** A decision model. */
  record DecisionFile(Path path, DmnModelInstance model) {}

  /** A form. */
  public record FormFile(Path path, JsonNode json) {

    public static FormFile of(Path path) {
      return new FormFile(path, read(path));
    }

    public String id() {
      return json.path("id").asText();
    }

    /** Its components, those of its groups included. */
    public List<JsonNode> components() {
      List<JsonNode> found = new ArrayList<>();
      collect(json.path("components"), found);
      return found;
    }

    private static void collect(JsonNode components, List<JsonNode> found) {
      for (JsonNode component : components) {
        found.add(component);
        collect(component.path("components"), found);
      }
    }
  }

  private ModelFiles() {}

  static List<ProcessFile> processes() {
    return processes(FOLDER);
  }

  /** The models of the processes alone. */
  public static List<BpmnModelInstance> models() {
    return processes().stream().map(ProcessFile::model).toList();
  }

  /** The models of all releases: programmes keep those that they were started with, for years. */
  static List<ProcessFile> releasedProcesses() {
    return processes(RELEASED);
  }

  private static List<ProcessFile> processes(Path folder) {
    return files(folder, ".bpmn").stream()
        .map(path -> new ProcessFile(path, Bpmn.readModelFromFile(path.toFile())))
        .toList();
  }

  static List<DecisionFile> decisions() {
    return files(".dmn").stream()
        .map(path -> new DecisionFile(path, Dmn.readModelFromFile(path.toFile())))
        .toList();
  }

  public static List<FormFile> forms() {
    return forms(FOLDER);
  }

  /** The forms of all releases; programmes keep them with their models. */
  public static List<FormFile> releasedForms() {
    return forms(RELEASED);
  }

  private static List<FormFile> forms(Path folder) {
    return files(folder, ".form").stream().map(FormFile::of).toList();
  }

  /** All files of the folder and the ones below it. */
  static List<Path> files(String ending) {
    return files(FOLDER, ending);
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(path -> path.toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's name without its ending. */
  static String name(Path path) {
    return path.getFileName().toString().replaceFirst("\\.[^.]+$", "");
  }

  private static JsonNode read(Path path) {
    try {
      return new ObjectMapper().readTree(path.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
