package app.chancery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/** The models of a release, which programmes may still run on. */
public final class ReleasedModels {

  private static final Path FOLDER = Path.of("src/test/resources/released");

  private ReleasedModels() {}

  /** Every release that there was. */
  public static Stream<String> all() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .filter(Files::isDirectory)
          .map(each -> each.getFileName().toString())
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that is kept of a release. */
  static Path folder(String release) {
    return FOLDER.resolve(release);
  }

  /** The models of this version, once more, behind those of a release. */
  public static Deployment deployNewest(RepositoryService repository) {
    return deploy(repository, Path.of("."), "newest");
  }

  /** Whatever starts from now on runs on them, until the deployment is deleted. */
  public static Deployment deploy(RepositoryService repository, String release) {
    return deploy(repository, FOLDER.resolve(release), release);
  }

  private static Deployment deploy(RepositoryService repository, Path folder, String name) {
    DeploymentBuilder deployment = repository.createDeployment().name(name);
    try (Stream<Path> files = Files.walk(folder.resolve("processes"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        deployment.addInputStream(
            folder.relativize(file).toString(), new ByteArrayInputStream(Files.readAllBytes(file)));
      }
      return deployment.deploy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
