package app.chancery.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Chancery's own pages as a person uses them: links, lists, forms and buttons, nothing else. */
class Desk {

  /** The most requests until a task is open. */
  private static final int REQUESTS = 5;

  private final Page page;
  private final List<String> troubles = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();

  private Desk(Page page) {
    this.page = page;
    page.onPageError(troubles::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            troubles.add(message.text() + " at " + message.location());
          }
        });
    page.onRequest(
        request -> {
          requests.add(request.url());
          if (request.url().contains("/camunda/")) {
            troubles.add("left the desk for " + request.url());
          }
        });
  }

  /** The desk of somebody who has logged in, which leads them to their work. */
  static Desk of(Page page) {
    assertThat(page).hasURL(Pattern.compile(".*/work$"));
    return new Desk(page);
  }

  Page page() {
    return page;
  }

  /** What went wrong behind what the person saw: errors of scripts, and ways off the desk. */
  List<String> troubles() {
    return troubles;
  }

  /** Goes by the navigation that is on every page. */
  void go(String where) {
    page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(where).setExact(true))
        .click();
  }

  /** Begins what is offered below the lists of tasks. */
  void begin(String what) {
    go("Work");
    page.locator(".starts")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(what).setExact(true))
        .click();
    waitForForm();
  }

  /** Finds the task among those that nobody of the person's groups has taken, and opens it. */
  void open(String task) {
    go("Work");
    page.locator("nav.lists a[href*='list=unclaimed']").click();
    follow(page.locator("table.tasks a[href='" + address(task) + "']"), task);
  }

  /** Opens a task by a link to it. */
  void follow(Locator link, String task) {
    requests.clear();
    link.click();
    page.waitForURL("**" + address(task));
    waitForForm();
    // What the page before was still asking for came earlier.
    // The same picture for the tab and for the head comes out of the browser's memory.
    assertThat(Set.copyOf(requests.subList(requests.indexOf(page.url()), requests.size())))
        .as("what it takes to open a task")
        .hasSizeLessThanOrEqualTo(REQUESTS);
  }

  /** What there is to do, as the page is headed. */
  String heading() {
    return page.locator("h1").innerText();
  }

  Locator form() {
    return page.locator("#form");
  }

  /** With all of its fields, and its script at work. */
  private void waitForForm() {
    form().waitFor();
    page.waitForLoadState();
  }

  /** Fills the fields in their order on the page; what an answer shows is filled after it. */
  void fill(Map<String, Object> fields) {
    assertThat(crooked()).as("what stands out of line on the form of %s", heading()).isEmpty();
    List<String> names = names();
    fields.forEach(
        (name, value) ->
            assertThat(isNothing(value) || names.contains(name))
                .as("the form of %s has a field '%s', not only %s", heading(), name, names)
                .isTrue());
    for (String name : names) {
      // A person leaves a field alone that they have nothing to say in; it may not even be shown.
      if (!isNothing(fields.get(name))) {
        enter(name, fields.get(name).toString());
      }
    }
  }

  /**
   * Hands in what stands in the form.
   *
   * @throws AssertionError if it is not accepted, with what the page says then
   */
  void handIn() {
    String address = page.url().replaceFirst("\\?.*", "");
    Response answer =
        page.waitForResponse(
            response ->
                response.request().method().equals("POST")
                    && response.url().replaceFirst("\\?.*", "").equals(address),
            () -> form().locator(".form-end button.main").click());
    if (answer.status() != 302) {
      throw new AssertionError(
          "%s was refused: %s".formatted(address, page.locator("#form-problems").innerText()));
    }
    // An Ally's answer leads to its receipt.
    page.waitForURL(url -> url.startsWith(address + "/done") || url.contains("/receipts/"));
  }

  /** The fields that do not begin where the ones beside them do, however long the hint of each. */
  private List<?> crooked() {
    return (List<?>)
        form()
            .evaluate(
                """
                form => {
                  const top = element => Math.round(element.getBoundingClientRect().top);
                  const entries = [...form.querySelectorAll('.part:not([hidden]) > .entry')];
                  const beside = entry => entry.closest('.part').nextElementSibling;
                  const besideEachOther = entries.filter(entry => beside(entry)?.matches(
                    '.part:not([hidden], .starts-row):has(> .entry)'));
                  const rows = [...form.querySelectorAll('.part:not([hidden]) .row')];
                  return [
                    ...besideEachOther.filter(
                      entry => top(entry) !== top(beside(entry).querySelector('.entry'))),
                    ...rows.filter(
                      row => new Set([...row.querySelectorAll('textarea')].map(top)).size > 1),
                  ].map(element => element.closest('.part').id);
                }""");
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    form()
        .locator("[name]:not([type=hidden], button)")
        .all()
        .forEach(field -> names.add(field.getAttribute("name")));
    return names.stream().distinct().toList();
  }

  private void enter(String name, String value) {
    Locator field = form().locator("[name='" + name + "']");
    switch (field.first().evaluate("field => field.type").toString()) {
      case "radio" -> form().locator("[name='%s'][value='%s']".formatted(name, value)).check();
      case "checkbox" -> field.setChecked(Boolean.parseBoolean(value));
      case "select-one" -> field.selectOption(value);
      case "textarea" -> {
        if (field.getAttribute("data-lines") == null) {
          field.fill(value);
        } else {
          enterRows(field, value.split("\n"));
        }
      }
      default -> field.fill(value);
    }
  }

  /** Each line is a row of its own on the page, with a field for each part. */
  private void enterRows(Locator field, String[] lines) {
    Locator around = field.locator("xpath=..").locator(".rows");
    Locator rows = around.locator(".row");
    // Nothing there speaks of lines and what stands between their parts.
    around.waitFor();
    Locator part = field.locator("xpath=ancestor::*[@data-part][1]");
    assertThat(part.locator(".hint").allInnerTexts())
        .noneMatch(hint -> hint.contains("|") || hint.toLowerCase(Locale.ROOT).contains("a line"));
    while (rows.count() > lines.length) {
      rows.last().locator("button").click();
    }
    int columns = field.getAttribute("data-lines").split("\\|").length;
    for (int line = 0; line < lines.length; line++) {
      if (line == rows.count()) {
        around.locator("> button").click();
      }
      String[] cells = columns == 1 ? new String[] {lines[line]} : lines[line].split("\\|");
      for (int column = 0; column < columns; column++) {
        rows.nth(line)
            .locator("textarea")
            .nth(column)
            .fill(column < cells.length ? cells[column].strip() : "");
      }
    }
  }

  private static boolean isNothing(Object value) {
    return value == null || "".equals(value);
  }

  private static String address(String task) {
    return "/tasks/" + task;
  }
}
