package app.chancery.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** The keys of programmes that stand on two lines. */
  private static final String BROKEN =
      """
      () => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const broken = [];
        while (texts.nextNode()) {
          for (const key of texts.currentNode.data.matchAll(/\\b[A-Z]{2}-\\d{4}\\b/g)) {
            const range = document.createRange();
            range.setStart(texts.currentNode, key.index);
            range.setEnd(texts.currentNode, key.index + key[0].length);
            if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) broken.push(key[0]);
          }
        }
        return broken;
      }
      """;

  private static final String ONE_ROW =
      "() => document.querySelector('.masthead').offsetHeight"
          + " < 1.5 * document.querySelector('.masthead .brand').offsetHeight";

  private static final String FITS =
      "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";

  /** What leads elsewhere, stands in place of a page, or is a part of those of the engine. */
  private static final Set<String> NO_PAGES =
      Set.of(
          "/",
          "/error",
          "/masthead",
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

  private static String axe() {
    try (InputStream source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired JdbcClient db;

  private final Set<String> wrong = new TreeSet<>();

  @Test
  void nothingKeepsAnybodyFromReadingOrUsingAPage() {
    Set<PathPattern> pages = pages();
    Map<PathPattern, Integer> looks = new LinkedHashMap<>();
    Map<PathPattern, Runnable> last = new LinkedHashMap<>();
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
          int look = looks.merge(pattern, 1, Integer::sum);
          look(page, account + " at " + address, Look.values()[look % Look.values().length]);
          next.addAll(links(page));
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

    assertThat(pages).as("pages of the office").hasSizeGreaterThan(8);
    assertThat(wrong).as("what is in somebody's way").isEmpty();
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
            "/work", "/programmes", "/programmes/XD-2026", "/council", "/calendar", "/outcomes")) {
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
    assertThat(page.locator("nav [aria-current=page]").textContent()).isEqualTo("Portfolio");
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
    if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
      page.evaluate(AXE);
    }
    ((List<?>) page.evaluate(VIOLATIONS, RULES)).forEach(each -> wrong.add(seen + each));
    page.evaluate(LONG_NAMES, names());
    for (int width : List.of(look.width, look.between, SMALLEST)) {
      fits(page, seen, width);
    }
    ((List<?>) page.evaluate(BROKEN))
        .forEach(key -> wrong.add(seen + key + " stands on two lines"));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    fits(page, seen + "on paper, ", PAPER);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private void fits(Page page, String seen, int width) {
    page.setViewportSize(width, 900);
    if (!Boolean.TRUE.equals(page.evaluate(FITS))) {
      wrong.add(seen + "it is wider than " + width + " pixels");
    }
  }

  private List<String> names() {
    return db.sql("select name from programme").query(String.class).list();
  }

  /** Where a person begins, and where no link leads: what follows something that was done. */
  private List<String> beginnings(String account) {
    List<String> beginnings =
        new ArrayList<>(
            List.of("/", "/work", "/login", "/start/update-dossier/done?receipt=" + account));
    db.sql(
            """
            insert into start_receipt
              (person, once, place, fields, programme_key, process_instance, handed_in_at)
            values (?, ?, '/start/update-dossier', '{"programme":"Dorelia (XD-2026)"}', 'XD-2026',
              'of-no-process', current_timestamp)
            """)
        .params(account, account)
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
