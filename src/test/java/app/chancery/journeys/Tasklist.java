package app.chancery.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ModelFiles.FormFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tasklist as a person uses it: lists, forms and buttons, nothing else. */
class Tasklist {

  /** The labels of a form that are not read to their end. */
  private static final String CUT_OFF =
      """
      form => [...form.querySelectorAll('.fjs-form-field-label')]
        .filter(label => label.scrollWidth > label.clientWidth)
        .map(label => label.textContent)""";

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
    return FormFile.of(form).components().stream()
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
    page.locator(".modal-content .modal-footer .btn-primary").last().click();
  }

  /** Finds the task among those of the person's groups, and claims it. */
  void claim(String task) {
    open("#/?task=" + task);
    page.locator("[ng-click='claim()']").click();
    page.locator("[ng-click*='unclaim']").first().waitFor();
  }

  /** Opens a task and looks at its form. */
  void see(String task) {
    open("#/?task=" + task);
    page.locator("[cam-tasklist-task] .fjs-form .fjs-form-field").first().waitFor();
  }

  void fillForm(Path form, Map<String, Object> fields, Map<String, Object> facts) {
    fill(
        page.locator(".task-details .fjs-form, [cam-tasklist-task] .fjs-form"),
        form,
        fields,
        facts);
  }

  /**
   * Fills in whatever the form shows, in its order.
   *
   * @param choices what a choice whose options are a fact offers first
   * @return what was filled in, by the names of the fields
   */
  Map<String, Object> fillAnything(Path file, String choices) {
    Locator form = page.locator("[cam-tasklist-task] .fjs-form").first();
    form.locator(".fjs-form-field").first().waitFor();
    assertThat((List<?>) form.evaluate(CUT_OFF)).as("labels that are cut off").isEmpty();
    Map<String, Object> filled = new LinkedHashMap<>();
    for (JsonNode component : FormFile.of(file).components()) {
      String type = component.path("type").asText();
      String id = component.path("id").asText() + ("radio".equals(type) ? "-0" : "");
      if (component.has("key") && form.locator("[id$='-" + id + "']").count() > 0) {
        Object value = anything(component, choices);
        enter(
            form,
            component,
            value,
            Map.of(component.path("valuesKey").asText(), List.of(Map.of("value", choices))));
        filled.put(component.path("key").asText(), value);
      }
    }
    return filled;
  }

  private static Object anything(JsonNode component, String choices) {
    if ("checkbox".equals(component.path("type").asText())) {
      return true;
    }
    if (component.path("values").has(0)) {
      return component.path("values").path(0).path("value").asText();
    }
    if (component.has("valuesKey")) {
      return choices;
    }
    String id = component.path("id").asText();
    return id.startsWith("date_")
        ? LocalDate.now(ZoneOffset.UTC).plusMonths(7).toString()
        : id.startsWith("number_")
            ? "2"
            : component.at("/validate/maxLength").asInt() == 2 ? "XR" : "Something | else";
  }

  /** The button that sends the form. */
  Locator completeButton() {
    return page.locator(".form-actions .btn-primary").last();
  }

  /** One click from the first line of a form, however long it is, somebody answers. */
  void goToTheAnswer() {
    page.locator(".task-details > .content").evaluate("pane => pane.scrollTo(0, 0)");
    Locator answer =
        page.locator("[cam-tasklist-task] .fjs-form").locator("input, textarea").first();
    if (!isInSight(answer)) {
      page.locator(".chancery-ways .is-to-answer").click();
    }
  }

  /** Whether some field of the form is in sight. */
  boolean someFieldIsInSight() {
    return page.locator("[cam-tasklist-task] .fjs-form").locator("input, textarea").all().stream()
        .anyMatch(Tasklist::isInSight);
  }

  private static boolean isInSight(Locator part) {
    return Boolean.TRUE.equals(
        part.evaluate(
            """
            part => {
              const { top, bottom } = part.getBoundingClientRect();
              const pane = part.closest('.content').getBoundingClientRect();
              return bottom > top && top >= pane.top && top < pane.bottom;
            }
            """));
  }

  /** Sends the form of the task; it goes away if it was accepted. */
  void complete() {
    pressComplete();
    page.locator("[cam-tasklist-task] .fjs-form")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  void pressComplete() {
    completeButton().click();
  }

  /** The field of a form by the id that its file gives it. */
  Locator field(String id) {
    return page.locator(".fjs-form [id$='-" + id + "']");
  }

  /** Types something else into a field. */
  void type(String id, String text) {
    enter(field(id), text);
  }

  /** What stands below the field: how the office reads it, or why it does not. */
  Locator reading(String id) {
    return page.locator(".fjs-form-field-textfield:has([id$='-" + id + "']) .chancery-reading");
  }

  /** Picks a day from the calendar of a field, which the browser draws out of a test's reach. */
  void pick(String id, LocalDate day) {
    page.locator(".fjs-form-field-textfield:has([id$='-" + id + "']) .chancery-calendar")
        .fill(day.toString());
    field(id).focus();
    field(id).blur();
  }

  /** The page loads its parts one by one, which on a busy machine it may give up. */
  private void open(String place) {
    for (int attempt = 1; ; attempt++) {
      page.navigate("/camunda/app/tasklist/default/" + place);
      try {
        page.locator(".task-filter .name a").first().waitFor();
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
    for (JsonNode component : FormFile.of(file).components()) {
      String key = component.path("key").asText();
      // A person leaves a field alone that they have nothing to say in; it may not even be shown.
      if (fields.get(key) != null && !"".equals(fields.get(key))) {
        enter(form.first(), component, fields.get(key), facts);
      }
    }
  }

  /**
   * The form waits for further letters until the field is left, and draws itself anew whenever it
   * takes something over: what comes faster than any person types may be forgotten then. A person
   * would see that and type again.
   */
  private static void enter(Locator field, String text) {
    for (int attempt = 1; attempt <= 3; attempt++) {
      field.fill(text);
      field.blur();
      if (text.equals(field.inputValue())) {
        return;
      }
    }
  }

  private void enter(Locator form, JsonNode component, Object value, Map<String, Object> facts) {
    String id = component.path("id").asText();
    Locator field = form.locator("[id$='-" + id + "']");
    switch (component.path("type").asText()) {
      case "textfield", "textarea" -> enter(field, value.toString());
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
}
