package app.chancery.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tasklist as a person uses it: lists, forms and buttons, nothing else. */
class Tasklist {

  /** How long the form waits for further letters, and a little more, in milliseconds. */
  private static final double TAKEN_OVER = 450;

  private final Page page;

  private Tasklist(Page page) {
    this.page = page;
  }

  /** Opens it for somebody who has logged in. */
  static Tasklist of(Page page) {
    Tasklist tasklist = new Tasklist(page);
    tasklist.open("");
    return tasklist;
  }

  /** The file of a form. */
  static Path form(String id) {
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      return files
          .filter(file -> file.getFileName().toString().equals(id + ".form"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fields of a form that hold a day. */
  static List<String> days(Path form) {
    return components(form).stream()
        .filter(component -> component.path("id").asText().startsWith("date_"))
        .map(component -> component.path("key").asText())
        .toList();
  }

  Page page() {
    return page;
  }

  /** The names of the filters that the person sees. */
  List<String> filters() {
    page.locator(".task-filter .name a").first().waitFor();
    return page.locator(".task-filter .name a").allInnerTexts().stream()
        .map(text -> text.replaceAll("\\(?\\d+\\)?", "").strip())
        .toList();
  }

  /** Opens the start form of a process and fills it. */
  void fillStartFormOf(String process, Path form, Map<String, Object> fields) {
    page.locator("a:has-text('Start process')").first().click();
    page.locator(".modal-content a:has-text('" + process + "')").first().click();
    fill(page.locator(".modal-content .fjs-form"), form, fields, Map.of());
  }

  /** Sends the start form; it goes away if the process has started. */
  void start() {
    pressStart();
    page.locator(".modal-content .fjs-form")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  void pressStart() {
    page.locator(".modal-content button:has-text('Start')").last().click();
  }

  /** Finds the task among those of the person's groups, and claims it. */
  void claim(String task) {
    open("#/?task=" + task);
    page.locator("[ng-click='claim()']").click();
    page.locator("[ng-click*='unclaim']").first().waitFor();
  }

  void fillForm(Path form, Map<String, Object> fields, Map<String, Object> facts) {
    fill(
        page.locator(".task-details .fjs-form, [cam-tasklist-task] .fjs-form"),
        form,
        fields,
        facts);
  }

  /** Sends the form of the task; it goes away if it was accepted. */
  void complete() {
    pressComplete();
    page.locator("[cam-tasklist-task] .fjs-form")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  void pressComplete() {
    page.locator("button:has-text('Complete')").last().click();
  }

  /** The field of a form by the id that its file gives it. */
  Locator field(String id) {
    return page.locator(".fjs-form [id$='-" + id + "']");
  }

  /** Types something else into a field. */
  void type(String id, String text) {
    field(id).fill(text);
    letTheFormTakeOver(1);
  }

  /** What stands below the field: how the office reads it, or why it does not. */
  Locator reading(String id) {
    return page.locator(".fjs-form-field-textfield:has([id$='-" + id + "']) .chancery-reading");
  }

  /** Picks a day from the calendar of a field, which the browser draws out of a test's reach. */
  void pick(String id, LocalDate day) {
    page.locator(".fjs-form-field-textfield:has([id$='-" + id + "']) .chancery-calendar")
        .fill(day.toString());
    letTheFormTakeOver(1);
  }

  /** The page loads its parts one by one, which on a busy machine it may give up. */
  private void open(String place) {
    for (int attempt = 1; ; attempt++) {
      page.navigate("/camunda/app/tasklist/default/" + place);
      try {
        page.locator("a:has-text('Start process')").first().waitFor();
        return;
      } catch (TimeoutError e) {
        if (attempt == 3) {
          throw e;
        }
        page.navigate("about:blank");
      }
    }
  }

  private void fill(
      Locator form, Path file, Map<String, Object> fields, Map<String, Object> facts) {
    form.first().waitFor();
    for (JsonNode component : components(file)) {
      String key = component.path("key").asText();
      // A person leaves a field alone that they have nothing to say in; it may not even be shown.
      if (fields.get(key) != null && !"".equals(fields.get(key))) {
        enter(form.first(), component, fields.get(key), facts);
      }
    }
  }

  /** Nothing on the page tells when it has; only here does a test wait without a condition. */
  private void letTheFormTakeOver(int times) {
    page.waitForTimeout(TAKEN_OVER * times);
  }

  private void enter(Locator form, JsonNode component, Object value, Map<String, Object> facts) {
    String id = component.path("id").asText();
    Locator field = form.locator("[id$='-" + id + "']");
    switch (component.path("type").asText()) {
      case "textfield", "textarea" -> {
        // The form takes over what was typed a moment later, and while it does, it forgets what
        // comes faster than any person types. A person would see that and type again.
        for (int attempt = 1; attempt <= 3 && !value.toString().equals(field.inputValue()); ) {
          field.fill(value.toString());
          letTheFormTakeOver(attempt++);
        }
      }
      case "checkbox" -> field.setChecked(Boolean.parseBoolean(value.toString()));
      case "select" -> {
        field.locator("xpath=..").click();
        form.locator(".fjs-dropdownlist-item").nth(option(component, value, facts)).click();
      }
      case "radio" ->
          form.locator("[id$='-" + id + "-" + option(component, value, facts) + "']").check();
      default ->
          throw new IllegalArgumentException("How does a person fill this field? " + component);
    }
  }

  /** The place of a value among the options that the form or a fact gives. */
  private static int option(JsonNode component, Object value, Map<String, Object> facts) {
    List<String> values = new ArrayList<>();
    component.path("values").forEach(each -> values.add(each.path("value").asText()));
    if (facts.get(component.path("valuesKey").asText()) instanceof Collection<?> options) {
      options.forEach(each -> values.add(String.valueOf(((Map<?, ?>) each).get("value"))));
    }
    int place = values.indexOf(value.toString());
    if (place < 0) {
      throw new IllegalArgumentException(
          "%s offers %s, not %s".formatted(component.path("key").asText(), values, value));
    }
    return place;
  }

  private static List<JsonNode> components(Path form) {
    List<JsonNode> found = new ArrayList<>();
    try {
      collect(new ObjectMapper().readTree(Files.readString(form)).path("components"), found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static void collect(JsonNode components, List<JsonNode> found) {
    for (JsonNode component : components) {
      found.add(component);
      collect(component.path("components"), found);
    }
  }
}
