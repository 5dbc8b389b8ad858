package app.chancery.platform.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import liquibase.integration.spring.SpringResourceAccessor;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * Finds the change logs in any folder. Liquibase takes what follows an exclamation mark for the
 * path of a file, as it is within a jar; folders may have one in their names.
 */
class ChangeLogFiles extends SpringResourceAccessor {

  ChangeLogFiles(ResourceLoader loader) {
    super(loader);
  }

  @Override
  protected String getResourcePath(Resource resource) {
    return file(resource)
        .flatMap(this::onClassPath)
        .orElseGet(() -> super.getResourcePath(resource));
  }

  private Optional<String> onClassPath(Path file) {
    return IntStream.range(0, file.getNameCount())
        .mapToObj(first -> file.subpath(first, file.getNameCount()))
        .map(path -> path.toString().replace(File.separatorChar, '/'))
        .filter(path -> getResource("classpath:" + path).exists())
        .findFirst();
  }

  private static Optional<Path> file(Resource resource) {
    try {
      return resource.isFile() ? Optional.of(resource.getFile().toPath()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** There is nothing to close. */
  @Override
  public void close() {}
}
