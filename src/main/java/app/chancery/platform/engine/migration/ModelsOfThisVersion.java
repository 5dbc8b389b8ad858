package app.chancery.platform.engine.migration;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What this version of the office brings for a process: its model, and its migration map. */
final class ModelsOfThisVersion {

  private static final PathMatchingResourcePatternResolver FILES =
      new PathMatchingResourcePatternResolver();

  private ModelsOfThisVersion() {}

  /**
   * Where activities went that the model no longer has: a file beside it, {@code
   * PROCESS.migration.properties}, with a line {@code oldActivity = newActivity} for each. What has
   * kept its id needs none, so most models have no such file.
   *
   * @return the new id by the old one; empty if there is no file
   */
  static Map<String, String> placesIn(String process) {
    Optional<Resource> file = file(process + ".migration.properties");
    Properties lines = new Properties();
    if (file.isPresent()) {
      try (Reader text =
          new InputStreamReader(file.get().getInputStream(), StandardCharsets.UTF_8)) {
        lines.load(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Map<String, String> places = new TreeMap<>();
    lines.forEach((from, to) -> places.put(from.toString(), to.toString().strip()));
    return places;
  }

  /** The file of a model, which is called as its process; empty if this version has none. */
  static Optional<byte[]> model(String process) {
    return file(process + ".bpmn")
        .map(
            file -> {
              try {
                return file.getContentAsByteArray();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static Optional<Resource> file(String name) {
    try {
      return Stream.of(FILES.getResources("classpath*:processes/**/" + name)).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
