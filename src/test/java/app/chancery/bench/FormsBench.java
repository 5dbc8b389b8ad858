package app.chancery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Chromium;
import app.chancery.InstalledOffice;
import app.chancery.ModelFiles;
import app.chancery.ModelFiles.FormFile;
import app.chancery.WatchedConnections;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.Rehearsal;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/**
 * How soon somebody can write into the form of a task, in Tasklist and on the desk, in a real
 * browser, one after the other in the same minutes: the office with PostgreSQL and its sample
 * portfolio. Of the tasks that are open there, the one with the smallest form, a middle one and the
 * one with the largest. The system property {@code bench.calls} (20) says how often.
 */
class FormsBench {

  /** The most requests for which a task may open on the desk. */
  private static final int REQUESTS = 5;

  private static final int CALLS = Integer.getInteger("bench.calls", 20);

  /** Somebody can write, and send it. */
  private static final String USABLE =
      """
      form => document.readyState === 'complete'
        && [...document.querySelectorAll(form + ' :is(input, textarea, select)')].some(field =>
          field.type !== 'hidden' && !field.disabled && !field.readOnly
            && field.getClientRects().length > 0)
      """;

  /** Where a task is done. */
  private enum Place {
    TASKLIST("Tasklist", "/camunda/app/tasklist/default/#/?task=", "[cam-tasklist-task] .fjs-form"),
    DESK("the desk", "/tasks/", "#form");

    final String words;
    final String address;
    final String form;

    Place(String words, String address, String form) {
      this.words = words;
      this.address = address;
      this.form = form;
    }
  }

  @Test
  void aFormIsThereSoon() {
    Report forms =
        new Report(
            "forms",
            """
            | form (parts) | where | requests, first visit | kB | requests, later | kB | \
            first visit, ms | median | p95 |""");
    Report pages = new Report("pages", "| page | of | first visit, ms | median | p95 |");
    try (InstalledOffice office =
            InstalledOffice.onPostgres(
                "--logging.level.root=warn",
                "--chancery.sample-portfolio=true",
                WatchedConnections.NOT);
        Playwright driver = Chromium.driver();
        Browser browser = Chromium.open(driver)) {
      load("before");
      byForm(office.bean(TaskService.class))
          .forEach((form, task) -> compare(office, browser, form, task, forms));
      String key = office.bean(Programmes.class).open().get(0).key();
      for (String address : List.of("/work", "/work?list=all", "/programmes/" + key)) {
        measure(office, browser, address, pages);
      }
      load("after");
    }
    forms.write();
    pages.write();
  }

  private static void load(String when) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f programs wanted one of %d processors%n",
        when,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
  }

  /** A task of the smallest form, of a middle one and of the largest. */
  private static Map<FormFile, Task> byForm(TaskService tasks) {
    Map<String, FormFile> forms =
        ModelFiles.forms().stream().collect(Collectors.toMap(FormFile::id, form -> form));
    Map<FormFile, Task> open =
        new TreeMap<>(
            Comparator.comparing((FormFile form) -> form.components().size())
                .thenComparing(FormFile::id));
    tasks.createTaskQuery().active().initializeFormKeys().list().stream()
        .filter(task -> task.getCamundaFormRef() != null)
        .forEach(task -> open.put(forms.get(task.getCamundaFormRef().getKey()), task));
    List<FormFile> bySize = List.copyOf(open.keySet());
    open.keySet()
        .retainAll(
            Set.of(bySize.get(0), bySize.get(bySize.size() / 2), bySize.get(bySize.size() - 1)));
    return open;
  }

  private static void compare(
      InstalledOffice office, Browser browser, FormFile form, Task task, Report report) {
    TaskService tasks = office.bean(TaskService.class);
    String account =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .map(Rehearsal::accountOf)
            .findFirst()
            .orElseThrow();
    tasks.setAssignee(task.getId(), account);
    Map<Place, Opened> opened = new TreeMap<>();
    for (Place place : Place.values()) {
      opened.put(place, new Opened(office, browser, account, place.address + task.getId()));
    }
    for (int call = 0; call < CALLS; call++) {
      int number = call;
      opened.forEach((place, each) -> each.again(number, place.form));
    }
    opened.forEach(
        (place, each) ->
            report.add(
                "%s (%s)".formatted(form.id(), form.components().size()),
                place.words,
                each.figures()));
    assertThat(opened.get(Place.DESK).first.requests).isLessThanOrEqualTo(REQUESTS);
    opened.values().forEach(Opened::close);
  }

  private static void measure(
      InstalledOffice office, Browser browser, String address, Report report) {
    Opened opened = new Opened(office, browser, "planner", address);
    double first = opened.milliseconds(null);
    double[] took = new double[CALLS];
    for (int call = 0; call < CALLS; call++) {
      took[call] = opened.milliseconds(null);
    }
    opened.close();
    Arrays.sort(took);
    report.add(address, "planner", List.of(whole(first), whole(took[CALLS / 2]), whole(p95(took))));
  }

  private static double p95(double[] sorted) {
    return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  /** A page that somebody opens time and again, by its address. */
  private static final class Opened {

    private final BrowserContext person;
    private final Page page;
    private final String address;
    private final Traffic traffic;
    private final double[] took = new double[CALLS];
    private Traffic.Count first;
    private Traffic.Count later;
    private double firstTook;

    Opened(InstalledOffice office, Browser browser, String account, String address) {
      this.address = address;
      person =
          browser.newContext(
              new Browser.NewContextOptions().setBaseURL("http://localhost:" + office.port()));
      person.setDefaultTimeout(120_000);
      page = person.newPage();
      page.navigate("/login");
      Chromium.logIn(page, account);
      traffic = new Traffic(person.newCDPSession(page));
      first = Traffic.Count.NONE;
      later = Traffic.Count.NONE;
    }

    void again(int call, String form) {
      if (call == 0) {
        traffic.forgetCache();
        firstTook = milliseconds(form);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        first = traffic.count();
        milliseconds(form);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        later = traffic.count();
      }
      took[call] = milliseconds(form);
    }

    /**
     * @param form that is waited for; null if it is the whole page
     */
    double milliseconds(String form) {
      page.navigate("about:blank");
      traffic.reset();
      long start = System.nanoTime();
      if (form == null) {
        page.navigate(address);
      } else {
        page.navigate(address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForFunction(USABLE, form);
      }
      return (System.nanoTime() - start) / 1e6;
    }

    List<String> figures() {
      double[] sorted = DoubleStream.of(took).sorted().toArray();
      return List.of(
          String.valueOf(first.requests),
          first.kilobytes(),
          String.valueOf(later.requests),
          later.kilobytes(),
          whole(firstTook),
          whole(sorted[CALLS / 2]),
          whole(p95(sorted)));
    }

    void close() {
      person.close();
    }
  }

  /** What goes over the line: not what the browser has in its cache. */
  private static final class Traffic {

    record Count(int requests, double bytes) {

      static final Count NONE = new Count(0, 0);

      String kilobytes() {
        return whole(bytes / 1000);
      }
    }

    private final CDPSession browser;
    private final Set<String> requests = new HashSet<>();
    private double bytes;

    Traffic(CDPSession browser) {
      this.browser = browser;
      browser.send("Network.enable");
      browser.on(
          "Network.requestWillBeSent",
          event -> {
            String url = event.getAsJsonObject("request").get("url").getAsString();
            if (url.startsWith("http")) {
              requests.add(id(event));
            }
          });
      browser.on("Network.requestServedFromCache", event -> requests.remove(id(event)));
      browser.on(
          "Network.responseReceived",
          event -> {
            if (event.getAsJsonObject("response").get("fromDiskCache").getAsBoolean()) {
              requests.remove(id(event));
            }
          });
      browser.on(
          "Network.loadingFinished",
          event -> bytes += event.get("encodedDataLength").getAsDouble());
    }

    void forgetCache() {
      browser.send("Network.clearBrowserCache");
    }

    void reset() {
      requests.clear();
      bytes = 0;
    }

    Count count() {
      return new Count(requests.size(), bytes);
    }

    private static String id(JsonObject event) {
      return event.get("requestId").getAsString();
    }
  }
}
