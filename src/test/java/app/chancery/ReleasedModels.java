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

  /** Whatever starts from now on runs on them, until the deployment is deleted. */
  public static Deployment deploy(RepositoryService repository, String release) {
    DeploymentBuilder deployment = repository.createDeployment().name(release);
    Path folder = FOLDER.resolve(release);
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
