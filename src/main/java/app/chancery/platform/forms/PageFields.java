package app.chancery.platform.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What people call the fields of our pages that are in no form of a process, where nothing but the
 * address is known: the keys of the labels that the pages themselves show.
 */
final class PageFields {

  private static final String COMMENT = "talk.say";

  /** What is in the addresses of lists, the same on all pages. */
  private static final Map<String, String> OF_LISTS =
      Map.ofEntries(
          Map.entry("text", "parameter.text.name"),
          Map.entry("status", "parameter.status.name"),
          Map.entry("refused", "parameter.refused.name"),
          Map.entry("state", "parameter.state.name"),
          Map.entry("step", "parameter.step.name"),
          Map.entry("tier", "parameter.tier.name"),
          Map.entry("group", "parameter.group.name"),
          Map.entry("list", "parameter.list.name"),
          Map.entry("overdue", "parameter.overdue.name"),
          Map.entry("find", "parameter.text.name"),
          Map.entry("page", "parameter.page.name"),
          Map.entry("month", "parameter.month.name"),
          Map.entry("open", "parameter.open.name"),
          Map.entry("unsettled", "parameter.unsettled.name"),
          Map.entry("ended", "parameter.ended.name"),
          Map.entry("view", "parameter.view.name"),
          Map.entry("region", "parameter.region.name"),
          Map.entry("pending", "parameter.pending.name"),
          Map.entry("dimension", "parameter.dimension.name"),
          Map.entry("colour", "parameter.colour.name"),
          Map.entry("change", "parameter.change.name"),
          Map.entry("programme", "parameter.programme.name"));

  private static final Map<PathPattern, Map<String, String>> PAGES = pages();

  private PageFields() {}

  private static Map<PathPattern, Map<String, String>> pages() {
    Map<PathPattern, Map<String, String>> pages = new LinkedHashMap<>();
    pages.put(
        at("/programmes/{key}/corrections"),
        keys("correction.field.", "name", "value", "asOf", "source", "date", "to", "reason"));
    pages.put(at("/absence"), keys("absence.", "who", "from", "until", "deputy"));
    pages.put(
        at("/what-if"), keys("whatIf.field.", "programme", "european", "region", "assessedOn"));
    String tried = "whatIf.field.tried";
    pages.put(
        at("/what-if/scenarios"),
        Map.of(
            "name",
            "whatIf.field.name",
            "note",
            "whatIf.field.note",
            "shared",
            "whatIf.field.shared",
            "tried",
            tried));
    pages.put(at("/what-if/scenarios/{id}/delete"), Map.of("tried", tried));
    pages.put(at("/outcomes"), keys("outcomes.", "from", "to", "tier", "programme"));
    pages.put(at("/policy"), Map.of("tooLarge", "parameter.tooLarge.name"));
    pages.put(at("/policy/trials"), keys("policy.field.", "file", "note"));
    pages.put(at("/policy/trials/{id}/release"), keys("policy.field.", "reason"));
    pages.put(at("/audit"), keys("audit.", "from", "until", "kind", "person", "programme"));
    for (String comments :
        List.of("/programmes/{key}/comments", "/tasks/{id}/comments", "/comments/{id}")) {
      pages.put(at(comments), Map.of("text", COMMENT));
    }
    for (String colleagues : List.of("/programmes/{key}/colleagues", "/tasks/{id}/colleagues")) {
      pages.put(at(colleagues), Map.of("name", "parameter.text.name"));
    }
    return pages;
  }

  /** The key of what the field is called; empty if no page of that address has it. */
  static Optional<String> key(String path, String name) {
    PathContainer address = PathContainer.parsePath(path);
    return PAGES.entrySet().stream()
        .filter(page -> page.getKey().matches(address))
        .map(page -> page.getValue().get(name))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The key of what is called so in the address of any list; empty if nothing is. */
  static Optional<String> ofLists(String name) {
    return Optional.ofNullable(OF_LISTS.get(name));
  }

  private static PathPattern at(String path) {
    return PathPatternParser.defaultInstance.parse(path);
  }

  private static Map<String, String> keys(String prefix, String... names) {
    Map<String, String> keys = new LinkedHashMap<>();
    for (String name : names) {
      keys.put(name, prefix + name);
    }
    return keys;
  }
}
