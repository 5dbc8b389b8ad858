package app.chancery.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.mail.Letter;
import app.chancery.platform.mail.MailState;
import app.chancery.platform.mail.Outbox;
import app.chancery.readiness.EditedTables;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Every page of the office, as each group has it, by the rules of WCAG 2.2 AA that a program can
 * check, in light and dark and at the width of a desk and of a phone; without scrolling sideways at
 * widths between, at the smallest (1.4.10) and on paper; and by the keyboard alone. The pages are
 * found by following links, and each that the application serves must be among them.
 */
@TestPropertySource(
    properties = {"spring.datasource.url=jdbc:h2:mem:every-page", "chancery.sample-portfolio=true"})
class EveryPageForEverybodyTest extends BrowserTest {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** One of each group. */
  private static final List<String> ACCOUNTS =
      List.of(
          "analyst",
          "envoy",
          "planner",
          "secretary",
          "delegate-fr",
          "press",
          "officer",
          "committee",
          "executive",
          "manager",
          "auditor",
          "admin");

  /** How a page is looked at; one after the other, so that each kind of page is in all ways. */
  private enum Look {
    LIGHT_AT_A_DESK(1280, 1000, ColorScheme.LIGHT),
    DARK_ON_A_PHONE(390, 650, ColorScheme.DARK),
    DARK_AT_A_DESK(1280, 800, ColorScheme.DARK),
    LIGHT_ON_A_PHONE(390, 480, ColorScheme.LIGHT);

    private final int width;
    private final int between;
    private final ColorScheme scheme;

    Look(int width, int between, ColorScheme scheme) {
      this.width = width;
      this.between = between;
      this.scheme = scheme;
    }
  }

  /** The checker itself; what Playwright has around it opens a further window each time. */
  private static final String AXE = axe();

  private static final String VIOLATIONS =
      """
      rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] })
        .then(found => found.violations.map(rule => rule.id + ': ' + rule.nodes.slice(0, 3)
          .map(node => (node.html + ' ' + node.failureSummary).replace(/\\s+/g, ' ')).join('; ')))
      """;

  /** The smallest width at which a page must be readable without scrolling sideways, in pixels. */
  private static final int SMALLEST = 320;

  /** What A4 leaves between its margins, in pixels of a page. */
  private static final int PAPER = 680;

  /** Names of candidates without a blank to break at, and longer than a phone is wide. */
  private static final String LONG_NAMES =
      """
      names => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          names.filter(name => texts.currentNode.data.includes(name)).forEach(name => {
            texts.currentNode.data = texts.currentNode.data.replaceAll(name, 'Ruritania'.repeat(10));
          });
        }
      }
      """;

  /** What is typed there is kept by nobody, and would be lost without a word; or is asked for. */
  private static final String LEFT =
      """
      () => {
        const asks = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
        const untouched = asks() ? ['asks though nothing was typed'] : [];
        const fields = [...document.querySelectorAll('form[method=post] :is(textarea, input)')]
            .filter(field => !field.readOnly && !field.form.dataset.draft
                && !field.form.querySelector('[type=password]')
                && ['textarea', 'text', 'search', 'date', 'number', 'email'].includes(field.type));
        const lost = fields.filter(field => {
          const before = field.value;
          field.value = field.type === 'date' ? '2030-01-01' : field.type === 'number' ? '7' : before + 'x';
          const asked = asks();
          field.value = before;
          return !asked;
        });
        return [...untouched, ...lost.map(field => 'loses ' + field.name)]
            .concat(fields.map(field => 'typed ' + field.name));
      }
      """;

  /** What a pattern finds below a selector, and stands on two lines. */
  private static final String BROKEN =
      """
      ([below, pattern]) => {
        const broken = [];
        for (const part of document.querySelectorAll(below)) {
          const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            for (const found of texts.currentNode.data.matchAll(new RegExp(pattern, 'gu'))) {
              const range = document.createRange();
              range.setStart(texts.currentNode, found.index);
              range.setEnd(texts.currentNode, found.index + found[0].length);
              if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) broken.push(found[0]);
            }
          }
        }
        return broken;
      }
      """;

  private static final String KEY = "\\b[A-Z]{2}-\\d{4}\\b";

  /** Of its own, so not a part of an id or of a hash. */
  private static final String NUMBER = "(?<![\\p{L}\\d-])\\d[\\d.,]*(?![\\p{L}\\d-])";

  private static final String WORD = "\\p{L}+";

  /** A page without who reads it and how much is unread: what two have alike is looked at once. */
  private static final String FOR_WHOEVER_READS =
      """
      () => {
        const page = document.documentElement.cloneNode(true);
        page.querySelectorAll('.masthead .name, .masthead .function, .masthead .count, .masthead [href="/audit"], [type=hidden]')
          .forEach(each => each.remove());
        return page.outerHTML;
      }
      """;

  private static final String ONE_ROW =
      "() => document.querySelector('.masthead').offsetHeight"
          + " < 1.5 * document.querySelector('.masthead .brand').offsetHeight";

  /** What stands farthest to the right of a page that is wider than its window; else nothing. */
  private static final String TOO_WIDE =
      """
      () => {
        const page = document.documentElement;
        if (page.scrollWidth <= page.clientWidth) return null;
        const widest = [...document.querySelectorAll('body *')]
          .map(each => ({ each, right: each.getBoundingClientRect().right }))
          .reduce((one, other) => (other.right >= one.right ? other : one));
        return widest.each.outerHTML.replace(/\\s+/g, ' ').slice(0, 300);
      }
      """;

  /** What leads elsewhere, stands in place of a page, or is a part of those of the engine. */
  private static final Set<String> NO_PAGES =
      Set.of(
          "/",
          "/error",
          "/masthead",
          "/login/provider",
          "/rounds/{id}/answers/{task}",
          "/inbox/{id}",
          "/calendar/{secret}.ics");

  /** More tab stops than any page has. */
  private static final int MOST_STOPS = 400;

  private static final String STOP =
      """
      () => {
        const at = document.activeElement;
        if (!at || at === document.body) return null;
        window.stops = window.stops || [];
        if (window.stops.includes(at)) return null;
        const before = window.stops[window.stops.length - 1];
        window.stops.push(at);
        const box = at.getBoundingClientRect();
        const style = getComputedStyle(at);
        return {
          what: at.tagName + ' ' + (at.getAttribute('aria-label') || at.textContent || at.name || '').trim(),
          inOrder: !before || !!(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING),
          seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
          outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        };
      }
      """;

  /** On a day and at an hour at which people work: what they have just done is on the pages too. */
  @BeforeAll
  static void comesOnAMonday() {
    ZonedDateTime noon = ZonedDateTime.now(ZoneOffset.UTC).with(LocalTime.NOON);
    Instant monday = noon.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).toInstant();
    ClockUtil.offset(Duration.between(Instant.now(), monday).toMillis());
  }

  private static String axe() {
    try (InputStream source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired JdbcClient db;
  @Autowired Outbox outbox;

  private final Set<String> wrong = new TreeSet<>();
  private final Set<String> typed = new TreeSet<>();

  @Test
  void nothingKeepsAnybodyFromReadingOrUsingAPage() {
    tryATable();
    writeMails();
    Set<PathPattern> pages = pages();
    Map<PathPattern, Integer> looks = new LinkedHashMap<>();
    Map<PathPattern, Runnable> last = new LinkedHashMap<>();
    Set<String> different = new HashSet<>();
    for (String account : ACCOUNTS) {
      Page page = loggedIn(account);
      if (!Boolean.TRUE.equals(page.evaluate(ONE_ROW))) {
        wrong.add(account + ": the head of the page is more than one row at a desk");
      }
      Set<String> known = new LinkedHashSet<>();
      Set<PathPattern> seen = new LinkedHashSet<>();
      Deque<String> next = new ArrayDeque<>(beginnings(account));
      while (!next.isEmpty()) {
        String address = next.pop();
        PathPattern pattern = patternOf(address, pages);
        if (known.add(address)
            && pattern != null
            && !seen.contains(pattern)
            && page.navigate(address).status() == 200
            && pattern.equals(patternOf(pathOf(page), pages))) {
          seen.add(pattern);
          next.addAll(links(page));
          if (different.add(pattern + " " + page.evaluate(FOR_WHOEVER_READS))) {
            int look = looks.merge(pattern, 1, Integer::sum);
            look(page, account + " at " + address, Look.values()[look % Look.values().length]);
          }
          last.put(pattern, () -> lookInAllWays(page, account, address));
        }
      }
    }

    // What few people have was not seen in all ways yet.
    last.forEach(
        (pattern, again) -> {
          if (looks.get(pattern) < Look.values().length) {
            again.run();
          }
        });
    Page administrator = loggedIn("admin");
    for (MailState state : MailState.values()) {
      String address = "/mails?state=" + state.code();
      lookInAllWays(administrator, "admin", address);
      assertThat(administrator.locator("table.rows").count()).as("lists at %s", address).isOne();
    }

    assertThat(pages).as("pages of the office").hasSizeGreaterThan(8);
    assertThat(wrong).as("what is in somebody's way").isEmpty();
    assertThat(typed)
        .as("where something is typed that is no draft")
        .anyMatch(field -> field.contains("/absence") && field.endsWith(" from"))
        .anyMatch(field -> field.contains("/corrections") && field.endsWith(" reason"))
        .anyMatch(field -> field.contains("/tasks/") && field.endsWith(" text"));
    assertThat(looks.keySet()).as("pages that were looked at").containsAll(pages);
  }

  @Test
  void whatIsSaidInPlaceOfAPageIsForEverybodyToo() {
    Page page = loggedIn("delegate-fr");
    for (String address :
        List.of("/nowhere", "/outcomes", "/programmes?tier=best", "/login?error", "/login?ended")) {
      page.navigate(address);
      for (Look look : Look.values()) {
        look(page, address, look);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aPageIsWalkedThroughByTheKeyboardFromTheSkipLinkToItsEnd() {
    Page page = loggedIn("secretary");
    for (String address :
        List.of(
            "/work",
            "/programmes",
            "/programmes/" + dorelia(),
            "/what-if?programme=" + dorelia(),
            "/council",
            "/calendar",
            "/outcomes")) {
      page.navigate(address);
      List<Map<?, ?>> stops = stops(page);

      assertThat(stops).as(address).hasSizeGreaterThan(8).hasSizeLessThan(MOST_STOPS);
      assertThat(stops.get(0).get("what")).as(address).isEqualTo("A Skip to the content");
      assertThat(stops)
          .as(address)
          .isNotEmpty()
          .allSatisfy(stop -> assertThat(stop.get("inOrder")).as("%s", stop).isEqualTo(true));
      assertThat(stops)
          .as(address)
          .isNotEmpty()
          .allSatisfy(stop -> assertThat(stop.get("seen")).as("%s", stop).isEqualTo(true));
      assertThat(stops)
          .as(address)
          .isNotEmpty()
          .allSatisfy(stop -> assertThat(stop.get("outlined")).as("%s", stop).isEqualTo(true));
    }
  }

  @Test
  void theSkipLinkLeadsPastTheNavigation() {
    Page page = loggedIn("secretary");
    page.navigate("/programmes");

    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");

    assertThat(page.evaluate("() => document.activeElement.closest('main') !== null"))
        .isEqualTo(true);
    assertThat(page.locator(".masthead nav [aria-current=page]").textContent())
        .isEqualTo("Portfolio");
  }

  @Test
  void whatComesOfAFigureIsSeenWhileItIsChangedAndTheAddressAndWhatIsKeptFollow() {
    Page page = loggedIn("analyst");
    page.navigate("/what-if?programme=" + dorelia());
    Locator tier = page.locator(".tier-now");
    PlaywrightAssertions.assertThat(tier).containsText("The same tier");

    page.locator("#publicSupportPct").fill("20");
    PlaywrightAssertions.assertThat(tier).containsText("Down from");
    PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile("publicSupportPct=20"));
    page.locator("#publicSupportPct").fill("none");
    PlaywrightAssertions.assertThat(page.locator("#publicSupportPct-error")).containsText("none");
    PlaywrightAssertions.assertThat(page.locator("#what-if-problems a")).hasCount(1);
    page.locator("fieldset:has(#publicSupportPct) input[type=range]").fill("19");
    PlaywrightAssertions.assertThat(tier).containsText("Down from");

    page.locator("#name").fill("Less support");
    page.locator("#what-if-keep button").click();
    PlaywrightAssertions.assertThat(page.locator(".notice.good")).containsText("Less support");
    PlaywrightAssertions.assertThat(page.locator("#publicSupportPct")).hasValue("19");
    page.navigate("/what-if");
    page.locator("main table td.first a").click();
    PlaywrightAssertions.assertThat(page.locator("#publicSupportPct")).hasValue("19");
  }

  @Test
  void whoeverDeletesAScenarioAndHasTriedNothingIsToldNothingElse() {
    Page page = loggedIn("analyst");
    page.navigate("/what-if?programme=" + dorelia() + "&publicSupportPct=17");
    page.locator("#name").fill("Hardly any support");
    page.locator("#what-if-keep button").click();
    PlaywrightAssertions.assertThat(page.locator(".notice.good"))
        .containsText("Hardly any support");
    page.navigate("/what-if");

    Locator kept = page.locator("main table tr:has-text('Hardly any support')");
    kept.locator("summary").click();
    kept.locator("form[action$=delete] button").click();

    PlaywrightAssertions.assertThat(page.locator(".notice.good"))
        .containsText("Hardly any support");
    PlaywrightAssertions.assertThat(page.locator("#what-if-problems a")).hasCount(0);
    PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile("/what-if$"));
  }

  @Test
  void whoeverBeginsAWhatIfAnewFindsWhatWasTriedOnePageBack() {
    Page page = loggedIn("analyst");
    Locator support = page.locator("#publicSupportPct");
    page.navigate("/what-if");
    support.fill("19");

    page.locator("#programme").fill(dorelia());
    page.locator(".filters button").click();
    PlaywrightAssertions.assertThat(page.locator(".tier-now")).containsText("The same tier");
    page.goBack();
    PlaywrightAssertions.assertThat(support).hasValue("19");

    page.navigate("/what-if?programme=" + dorelia());
    support.fill("18");
    page.locator("#what-if .actions a").click();
    PlaywrightAssertions.assertThat(page.locator(".tier-now")).containsText("The same tier");
    page.goBack();
    PlaywrightAssertions.assertThat(support).hasValue("18");
  }

  @Test
  void theMenuOfAdministratorsOpensByTheKeyboard() {
    Page page = loggedIn("admin");
    Locator mails = page.locator(".masthead a[href='/mails']");
    assertThat(mails.isVisible()).isFalse();

    page.locator(".masthead .menu summary").focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("() => document.activeElement.pathname"))
        .isEqualTo("/camunda/app/cockpit/default/");
    mails.click();

    page.waitForURL("**/mails");
    assertThat(page.locator(".masthead [aria-current=page]").textContent()).isEqualTo("Mails");
  }

  private List<Map<?, ?>> stops(Page page) {
    List<Map<?, ?>> stops = new ArrayList<>();
    while (stops.size() < MOST_STOPS) {
      page.keyboard().press("Tab");
      if (!(page.evaluate(STOP) instanceof Map<?, ?> stop)) {
        break;
      }
      stops.add(stop);
    }
    return stops;
  }

  private void lookInAllWays(Page page, String account, String address) {
    page.navigate(address);
    for (Look look : Look.values()) {
      look(page, account + " at " + address, look);
    }
  }

  private void look(Page page, String where, Look look) {
    page.setViewportSize(look.width, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme));
    String seen = "%s, %s: ".formatted(where, look);
    for (Object each : (List<?>) page.evaluate(LEFT)) {
      (each.toString().startsWith("typed ") ? typed : wrong).add(seen + each);
    }
    if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
      page.evaluate(AXE);
    }
    ((List<?>) page.evaluate(VIOLATIONS, RULES)).forEach(each -> wrong.add(seen + each));
    page.evaluate(LONG_NAMES, names());
    for (int width : List.of(look.width, look.between, SMALLEST)) {
      fits(page, seen, width);
    }
    isWhole(page, seen, "body", KEY);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    fits(page, seen + "on paper, ", PAPER);
    isWhole(page, seen + "on paper, ", "td", NUMBER);
    isWhole(page, seen + "on paper, ", "thead th", WORD);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private void isWhole(Page page, String seen, String below, String pattern) {
    ((List<?>) page.evaluate(BROKEN, List.of(below, pattern)))
        .forEach(found -> wrong.add(seen + found + " stands on two lines"));
  }

  private void fits(Page page, String seen, int width) {
    page.setViewportSize(width, 900);
    Object tooWide = page.evaluate(TOO_WIDE);
    if (tooWide != null) {
      wrong.add(seen + "it is wider than " + width + " pixels: " + tooWide);
    }
  }

  private List<String> names() {
    return db.sql("select name from programme").query(String.class).list();
  }

  /** So that there is a trial to look at. */
  private void tryATable() {
    Page page = loggedIn("analyst");
    page.navigate("/policy");
    page.setInputFiles(
        "#file",
        new FilePayload(
            "assign-tier.dmn",
            "application/xml",
            EditedTables.bytes(
                EditedTables.with("assign-tier", "inputEntry_assignTier_1_3", ">= 95"))));
    page.locator("form[enctype] button").click();
    page.waitForURL("**/policy/trials/*");
    page.close();
  }

  /** The programme that is at the council; its key tells the year in which it was opened. */
  private String dorelia() {
    return db.sql("select programme_key from programme where candidate = 'XD'")
        .query(String.class)
        .single();
  }

  /** In each state one, to whoever has the longest name. */
  private void writeMails() {
    for (MailState state : MailState.values()) {
      outbox.post(
          List.of(
              new Letter(
                  "delegate-mk",
                  "list-" + state.code(),
                  "You are to answer for North Macedonia in Dorelia (%s) until Friday"
                      .formatted(dorelia()),
                  List.of("It waits."),
                  "/inbox")));
      db.sql(
              """
              update mail
              set state = ?, sent_at = written_at, failure = 'Couldn''t connect to host, port: 587'
              where about = ?
              """)
          .params(state.code(), "list-" + state.code())
          .update();
    }
  }

  /** Where a person begins, and where no link leads: what follows something that was done. */
  private List<String> beginnings(String account) {
    List<String> beginnings =
        new ArrayList<>(
            List.of(
                "/",
                "/work",
                // Plain, it leads whoever is logged in to their work.
                "/login?ended",
                "/start/update-dossier/done?receipt=" + account,
                "/programmes/" + dorelia() + "/corrections?of=candidate-name"));
    db.sql(
            """
            insert into start_receipt
              (person, once, place, fields, programme_key, process_instance, handed_in_at)
            values (?, ?, '/start/update-dossier', ?, ?, 'of-no-process', current_timestamp)
            """)
        .params(account, account, "{\"programme\":\"" + dorelia() + "\"}", dorelia())
        .update();
    if (account.equals("admin")) {
      beginnings.add("/work/group/analysts");
    }
    beginnings.addAll(
        db.sql(
                """
                select '/tasks/' || id_ || '/done' from act_hi_taskinst
                where end_time_ is not null and delete_reason_ = 'completed' and assignee_ = ?
                order by end_time_ limit 1
                """)
            .params(account)
            .query(String.class)
            .list());
    beginnings.addAll(
        db.sql(
                """
                select '/rounds/' || council_round || '/receipts/' || ally || '/1' from council_position
                order by id limit 1
                """)
            .query(String.class)
            .list());
    return beginnings;
  }

  @SuppressWarnings("unchecked")
  private static List<String> links(Page page) {
    List<String> links =
        (List<String>)
            page.evaluate(
                "() => [...document.querySelectorAll('a[href]')]"
                    + ".filter(a => a.origin === location.origin).map(a => a.pathname + a.search)");
    return links.stream().distinct().toList();
  }

  private static String pathOf(Page page) {
    return page.url().replaceFirst("^https?://[^/]+", "");
  }

  /** The page that an address is of; null if it is of none of ours. */
  private static PathPattern patternOf(String address, Set<PathPattern> pages) {
    PathContainer path = PathContainer.parsePath(address.replaceFirst("[?#].*", ""));
    return pages.stream()
        .filter(pattern -> pattern.matches(path))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Every address at which the office answers a browser with a page. */
  private Set<PathPattern> pages() {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .filter(each -> each.getValue().getBeanType().getName().startsWith("app.chancery."))
        .filter(each -> isPage(each.getKey(), each.getValue()))
        .flatMap(each -> each.getKey().getPathPatternsCondition().getPatterns().stream())
        .filter(pattern -> !NO_PAGES.contains(pattern.getPatternString()))
        .filter(pattern -> !pattern.getPatternString().startsWith("/api/"))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isPage(RequestMappingInfo address, HandlerMethod handler) {
    Set<RequestMethod> methods = address.getMethodsCondition().getMethods();
    boolean read = methods.isEmpty() || methods.contains(RequestMethod.GET);
    boolean body =
        Stream.of(handler.getMethod(), handler.getBeanType())
            .anyMatch(each -> AnnotatedElementUtils.hasAnnotation(each, ResponseBody.class));
    boolean html =
        Arrays.stream(address.getProducesCondition().getProducibleMediaTypes().toArray())
            .anyMatch(MediaType.TEXT_HTML::equals);
    return read && (html || !body);
  }
}
