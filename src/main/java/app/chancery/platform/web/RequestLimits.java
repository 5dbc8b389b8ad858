package app.chancery.platform.web;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.AntPathMatcher;
import org.springframework.util.unit.DataSize;

/**
 * How much one request may bring. Configured under {@code chancery.requests}; all are above 0.
 *
 * @param body the most bytes of a body
 * @param bodyOf paths that take more, or less; a path ending in {@code /**} stands for all below it
 * @param file the most bytes of a file, in the form of a page that takes one
 * @param filePages pages that take files, as patterns of paths, with where the page is that has the
 *     form, seen from there; nobody else reads such a form
 * @param formOfStranger the most bytes of a form from somebody without a login
 * @param text the most characters of one text in a form
 * @param ownTexts pages that look at the texts of their forms themselves, as patterns of paths
 * @param drafts paths that take drafts, whose fields hold whatever is typed, as patterns
 * @param parameters the most parameters of one address
 * @param parameterText the most characters of one of them
 * @param several parameters that an address may have several times, by the patterns of the paths
 * @param results the most results that a caller of the engine may ask for at once
 */
@ConfigurationProperties("chancery.requests")
record RequestLimits(
    DataSize body,
    Map<String, DataSize> bodyOf,
    DataSize file,
    Map<String, String> filePages,
    DataSize formOfStranger,
    int text,
    List<String> ownTexts,
    List<String> drafts,
    int parameters,
    int parameterText,
    Map<String, List<String>> several,
    int results) {

  private static final AntPathMatcher PATHS = new AntPathMatcher();

  RequestLimits {
    bodyOf = bodyOf == null ? Map.of() : Map.copyOf(bodyOf);
    filePages = filePages == null ? Map.of() : Map.copyOf(filePages);
    ownTexts = ownTexts == null ? List.of() : List.copyOf(ownTexts);
    drafts = drafts == null ? List.of() : List.copyOf(drafts);
    several = several == null ? Map.of() : Map.copyOf(several);
    if (filePages.values().stream().anyMatch(form -> !form.matches("(\\.\\./)*[a-z-]+"))) {
      throw new IllegalArgumentException(
          "chancery.requests.file-pages must each name the page with the form");
    }
    positive("body", body.toBytes());
    bodyOf.forEach((path, size) -> positive("body-of." + path, size.toBytes()));
    positive("file", file.toBytes());
    positive("form-of-stranger", formOfStranger.toBytes());
    positive("text", text);
    positive("parameters", parameters);
    positive("parameter-text", parameterText);
    positive("results", results);
  }

  /** Whether the page at a path tells by itself what is wrong with the texts of its form. */
  boolean areTextsReadAt(String path) {
    return ownTexts.stream().anyMatch(pattern -> PATHS.match(pattern, path));
  }

  /** Whether a path takes drafts, whose fields hold whatever is typed. */
  boolean areDraftsKeptAt(String path) {
    return drafts.stream().anyMatch(pattern -> PATHS.match(pattern, path));
  }

  /** Whether an address of that path may have a parameter several times. */
  boolean areSeveralTakenAt(String path, String parameter) {
    return several.getOrDefault(parameter, List.of()).stream()
        .anyMatch(pattern -> PATHS.match(pattern, path));
  }

  /** Whether the page at a path takes files. */
  boolean areFilesTakenAt(String path) {
    return filePages.keySet().stream().anyMatch(pattern -> PATHS.match(pattern, path));
  }

  /** Where the page is that has the form of one that takes files, seen from that one. */
  String formBeside(String path) {
    return filePages.entrySet().stream()
        .filter(page -> PATHS.match(page.getKey(), path))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** The most bytes of a form with a file. */
  long formWithFile() {
    return file.toBytes() + body.toBytes();
  }

  private static void positive(String setting, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException("chancery.requests." + setting + " must be above 0");
    }
  }
}
