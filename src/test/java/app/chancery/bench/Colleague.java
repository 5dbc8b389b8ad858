package app.chancery.bench;

import app.chancery.ComposeFile;
import app.chancery.bench.Browser.Answer;
import app.chancery.bench.Browser.GivenUp;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Somebody at work: logs in, looks for something to do, reads, types with pauses, hands in, looks
 * at what came of it, and so on until the day is over. Nothing waits for anything but the answers
 * and the pauses.
 */
final class Colleague {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How much the pauses of one kind differ: the spread of the logarithm of their lengths. */
  private static final double SPREAD = 0.6;

  /** No pause is longer, in medians. */
  private static final double LONGEST = 5;

  /** Medians, in seconds. */
  private static final double GLANCE = 5;

  private static final double READING = 25;
  private static final double BETWEEN_DRAFTS = 10;
  private static final double BETWEEN_TASKS = 12;

  /** As round.js asks, and at-work.js looks for the first time. */
  private static final double ROUND_ASKED_EVERY = 15;

  private static final double LOOKED_AGAIN_AFTER = 1;

  private final String account;
  private final String group;
  private final Browser browser;
  private final Clicks clicks;
  private final Random luck;
  private final double pace;
  private final BooleanSupplier dayIsOver;
  private final Executor thread;

  /**
   * @param luck seeded, of this person alone
   * @param pace how many times faster than people they are, in their pauses
   * @param thread on which all of them react
   */
  Colleague(
      String account,
      String group,
      Browser browser,
      Clicks clicks,
      Random luck,
      double pace,
      BooleanSupplier dayIsOver,
      Executor thread) {
    this.account = account;
    this.group = group;
    this.browser = browser;
    this.clicks = clicks;
    this.luck = luck;
    this.pace = pace;
    this.dayIsOver = dayIsOver;
    this.thread = thread;
  }

  /**
   * Comes in at some moment of the first seconds and works until the day is over.
   *
   * @param within seconds, in people's time
   * @param in run when the person is in, or was not let in
   */
  CompletableFuture<Void> work(double within, Runnable in) {
    return wait(luck.nextDouble() * within)
        .thenCompose(arrived -> logIn())
        .whenComplete((loggedIn, failure) -> in.run())
        .thenCompose(loggedIn -> untilTheDayIsOver())
        .exceptionally(
            failure -> {
              note(failure);
              return null;
            });
  }

  private CompletableFuture<Answer> logIn() {
    return browser
        .open("login page", "/login")
        .thenCompose(
            page ->
                browser.submit(
                    "login",
                    "/login",
                    Map.of("username", account, "password", ComposeFile.SECRET_OF_MEMBERS),
                    Set.of(302)))
        .thenCompose(in -> browser.open("style and scripts", "/chancery.css"))
        .thenCompose(style -> browser.open("style and scripts", "/page.js"))
        .thenCompose(script -> browser.open("style and scripts", "/desk.js"));
  }

  private CompletableFuture<Void> untilTheDayIsOver() {
    if (dayIsOver.getAsBoolean()) {
      return CompletableFuture.completedFuture(null);
    }
    return goOn()
        .handle(
            (done, failure) -> {
              note(failure);
              return null;
            })
        .thenCompose(next -> pause(BETWEEN_TASKS))
        .thenCompose(rested -> untilTheDayIsOver());
  }

  /** What the office did wrong is noted already; anything else is a mistake of this generator. */
  private void note(Throwable failure) {
    if (failure != null && !(cause(failure) instanceof GivenUp)) {
      clicks.wentWrong("generator", account + ": " + cause(failure));
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private CompletableFuture<Void> goOn() {
    if (group.equals("managers")) {
      return watch();
    }
    return group.startsWith("delegation-") && luck.nextBoolean() ? answerInCouncil() : doATask();
  }

  /** A manager: the portfolio, a programme, the outcomes, the council. */
  private CompletableFuture<Void> watch() {
    return browser
        .open("/programmes", "/programmes")
        .thenCompose(seen -> pause(GLANCE))
        .thenCompose(
            seen -> browser.open("/programmes, filtered", "/programmes?text=" + luck.nextInt(100)))
        .thenCompose(after(GLANCE))
        .thenCompose(this::openAProgramme)
        .thenCompose(seen -> pause(READING))
        .thenCompose(seen -> browser.open("/outcomes", "/outcomes"))
        .thenCompose(seen -> pause(READING))
        .thenCompose(seen -> browser.open("/council", "/council"))
        .thenCompose(after(GLANCE))
        .thenCompose(
            council ->
                any(council.page(), "main a[href^=/rounds/]")
                    .map(link -> browser.open("/rounds/{id}", link))
                    .orElse(CompletableFuture.completedFuture(council)))
        .thenAccept(seen -> {});
  }

  private CompletableFuture<Answer> openAProgramme(Answer list) {
    return any(list.page(), "main td a[href^=/programmes/]")
        .map(link -> browser.open("/programmes/{key}", link))
        .orElse(CompletableFuture.completedFuture(list));
  }

  /** One of the rounds that the council has before it. */
  private CompletableFuture<Void> answerInCouncil() {
    return browser
        .open("/council", "/council")
        .thenCompose(after(GLANCE))
        .thenCompose(
            council ->
                any(council.page(), "main h3 a[href^=/rounds/]")
                    .map(link -> browser.open("/rounds/{id}", link).thenCompose(this::answer))
                    .orElse(CompletableFuture.completedFuture(null)));
  }

  private CompletableFuture<Void> answer(Answer round) {
    String status = path(round) + "/status";
    return wait(ROUND_ASKED_EVERY)
        .thenCompose(read -> browser.open("a page asks whether its round has changed", status))
        .thenCompose(same -> fillIn(round));
  }

  private CompletableFuture<Void> doATask() {
    return browser
        .open("/work", "/work")
        .thenCompose(after(GLANCE))
        .thenCompose(this::narrow)
        .thenCompose(
            list ->
                free(list.page())
                    .map(
                        link ->
                            browser
                                .open("/tasks/{id}", link)
                                .thenCompose(this::lookAround)
                                .thenCompose(this::fillIn))
                    .orElse(CompletableFuture.completedFuture(null)))
        .thenCompose(
            done -> luck.nextInt(3) == 0 ? readInbox() : CompletableFuture.completedFuture(null));
  }

  /** Half of the time the list is looked through for something. */
  private CompletableFuture<Answer> narrow(Answer list) {
    String kind = "/work, filtered";
    return switch (luck.nextInt(8)) {
      case 0, 1 -> browser.open(kind, "/work?list=unclaimed&page=" + luck.nextInt(20));
      case 2 -> browser.open(kind, "/work?list=all&overdue=true");
      case 3 -> browser.open(kind, "/work?list=unclaimed&text=" + luck.nextInt(100));
      default -> CompletableFuture.completedFuture(list);
    };
  }

  /** Of the tasks on the list one that nobody else has and that is not answered already. */
  private Optional<String> free(Document list) {
    List<String> links =
        list.select("table.tasks tbody tr").stream()
            .filter(row -> row.selectFirst("td.holder > span:not(.muted)") == null)
            .filter(row -> row.selectFirst(".answered") == null)
            .map(row -> row.selectFirst("td.what a").attr("href"))
            .toList();
    return links.isEmpty() ? Optional.empty() : Optional.of(links.get(luck.nextInt(links.size())));
  }

  /** Reads what stands there; now and then the page of the programme too. */
  private CompletableFuture<Answer> lookAround(Answer task) {
    Optional<String> programme = any(task.page(), "p.of a[href^=/programmes/]");
    return pause(READING)
        .thenCompose(
            read ->
                programme.isPresent() && luck.nextInt(4) == 0
                    ? browser
                        .open("/programmes/{key}", programme.get())
                        .thenCompose(seen -> pause(GLANCE))
                        .thenApply(back -> task)
                    : CompletableFuture.completedFuture(task));
  }

  private CompletableFuture<Void> readInbox() {
    return browser
        .open("/inbox", "/inbox")
        .thenCompose(seen -> pause(GLANCE))
        .thenAccept(seen -> {});
  }

  private CompletableFuture<Void> fillIn(Answer page) {
    return FormOnPage.on(page.page(), mood())
        .map(
            form ->
                type(
                    form,
                    UUID.randomUUID().toString().replace("-", ""),
                    1,
                    2 + luck.nextInt(4),
                    form.version()))
        .orElse(CompletableFuture.completedFuture(null));
  }

  /** Few Allies object. */
  private Map<String, String> mood() {
    return switch (luck.nextInt(50)) {
      case 0 ->
          Map.of(
              "position", "objection",
              "objectionReason", "It comes too early for us.",
              "objectionConfirmed", "true");
      case 1, 2, 3 ->
          Map.of("position", "reservation", "reservation", "As long as the plans are shared.");
      default -> Map.of();
    };
  }

  /** What was typed is kept after each pause, and handed in after the last. */
  private CompletableFuture<Void> type(
      FormOnPage form, String window, int turn, int turns, String version) {
    return pause(BETWEEN_DRAFTS)
        .thenCompose(
            typed ->
                browser.put(
                    "a draft is kept",
                    form.draft(),
                    draft(form.typedUpTo((double) turn / turns)),
                    headers(form, window, turn, version),
                    Set.of(200, 409)))
        .thenCompose(
            kept -> {
              if (kept.status() == 409) {
                clicks.cameTooLate("it was done while they wrote");
                return CompletableFuture.completedFuture(null);
              }
              JsonNode answer = json(kept.body());
              if (!answer.path("heldBy").isNull()) {
                clicks.cameTooLate("a colleague had begun it");
                return CompletableFuture.completedFuture(null);
              }
              String next = answer.path("version").asText();
              return turn < turns ? type(form, window, turn + 1, turns, next) : handIn(form);
            });
  }

  private static Map<String, String> headers(
      FormOnPage form, String window, int turn, String version) {
    Map<String, String> headers = new HashMap<>();
    headers.put("X-CHANCERY-READER", form.reader());
    headers.put("X-CHANCERY-TURN", String.format(Locale.ROOT, "%s.%09d", window, turn));
    if (turn > 1 || !version.isEmpty()) {
      headers.put("X-CHANCERY-DRAFT", version);
    }
    return headers;
  }

  private CompletableFuture<Void> handIn(FormOnPage form) {
    long clicked = System.nanoTime();
    return browser
        .submit(
            form.action().startsWith("/rounds/") ? "an answer is handed in" : "a form is handed in",
            form.action(),
            form.typedUpTo(1),
            Set.of(302, 303))
        .thenCompose(
            sent ->
                browser
                    .open("the page after it", sent.location())
                    .thenCompose(
                        next -> {
                          if (sent.status() == 302) {
                            clicks.took(Clicks.COMPLETION, clicked);
                            return lookAgain(sent.location(), next, LOOKED_AGAIN_AFTER);
                          }
                          refused(form, next.page());
                          return CompletableFuture.completedFuture(null);
                        }));
  }

  private void refused(FormOnPage form, Document page) {
    Element problems = page.selectFirst("#form-problems");
    if (problems == null
        || problems.text().contains("your answer came after the deadline")
        || problems.text().contains("Your delegation has answered since")
        || problems.text().contains("nothing in the package differs")) {
      clicks.cameTooLate("it was over when they handed in");
    } else {
      clicks.wentWrong("a form is handed in", form.action() + " was refused: " + problems.text());
    }
  }

  /** While the office is at work on it, the page looks again by itself. */
  private CompletableFuture<Void> lookAgain(String path, Answer page, double after) {
    if (page.page().selectFirst("[data-at-work]") == null) {
      return pause(GLANCE);
    }
    return wait(after)
        .thenCompose(waited -> browser.open("the page after it looks again", path))
        .thenCompose(next -> lookAgain(path, next, after * 1.5));
  }

  private static String draft(Map<String, String> fields) {
    Map<String, String> typed = new HashMap<>(fields);
    typed
        .keySet()
        .removeIf(name -> name.startsWith("_") || Set.of("reader", "once").contains(name));
    try {
      return JSON.writeValueAsString(Map.of("fields", typed));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> any(Document page, String links) {
    List<String> found = page.select(links).eachAttr("href");
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(luck.nextInt(found.size())));
  }

  private static String path(Answer answer) {
    return UriComponentsBuilder.fromUri(answer.all().uri()).build().getPath();
  }

  private Function<Answer, CompletionStage<Answer>> after(double median) {
    return answer -> pause(median).thenApply(rested -> answer);
  }

  /** A pause of a person, seldom a long one. */
  private CompletableFuture<Void> pause(double median) {
    return wait(median * Math.min(LONGEST, Math.exp(SPREAD * luck.nextGaussian())));
  }

  private CompletableFuture<Void> wait(double seconds) {
    return CompletableFuture.runAsync(
        () -> {
          if (dayIsOver.getAsBoolean()) {
            throw new GivenUp("The day is over");
          }
        },
        CompletableFuture.delayedExecutor(
            Math.round(1000 * seconds / pace), TimeUnit.MILLISECONDS, thread));
  }
}
