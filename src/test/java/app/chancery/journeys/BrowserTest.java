package app.chancery.journeys;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import app.chancery.Chromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/**
 * The real application in a real browser. It looks for an installed Chromium ({@code
 * -Dchancery.browser.path}, {@code CHROMIUM_PATH}, or the usual places). Without one the test is
 * skipped, or fails with {@code -Dchancery.browser=required}. Its application runs jobs by itself,
 * so it ends with the test, and its database with it.
 */
@Tag("own-application")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:browser",
      "chancery.sample-portfolio=false",
      // Nobody looks at documents on paper here, so none is printed ahead.
      "camunda.bpm.generic-properties.properties.job-executor-priority-range-min=0"
    })
@ActiveProfiles("local")
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
abstract class BrowserTest {

  /** Where the pictures go. */
  static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** The longest that anything on a page may take on a busy machine, in milliseconds. */
  private static final double PATIENCE = 120_000;

  /** One for all tests of a JVM; each person has a profile of their own in it. */
  private static Browser browser;

  private final List<BrowserContext> people = new ArrayList<>();

  @LocalServerPort int port;

  @BeforeAll
  static void openBrowser() {
    if (!Chromium.isInstalled()) {
      if ("required".equals(System.getProperty("chancery.browser"))) {
        fail("There is no Chromium on this machine, and a browser is required");
      }
      abort("There is no Chromium on this machine");
    }
    if (browser == null) {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
      Playwright playwright = Chromium.driver();
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      browser = Chromium.open(playwright);
    }
  }

  @AfterEach
  void everybodyLeaves() {
    people.forEach(BrowserContext::close);
    people.clear();
  }

  /** A person at a browser of their own, at the login page. */
  Page visitor() {
    return visitor("en-GB");
  }

  /**
   * The same with another language.
   *
   * @param language for example {@code fr-FR}
   */
  private Page visitor(String language) {
    BrowserContext person =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setLocale(language)
                .setTimezoneId("UTC")
                .setViewportSize(1440, 1000));
    person.setDefaultTimeout(PATIENCE);
    people.add(person);
    Page page = person.newPage();
    page.navigate("/login");
    return page;
  }

  /** A person who has logged in with a sample account. */
  Page loggedIn(String account) {
    return loggedIn(account, "en-GB");
  }

  Page loggedIn(String account, String language) {
    return loggedIn(account, language, "chancery");
  }

  /** A person who has logged in with an account that a test has made. */
  Page loggedIn(String account, String language, String password) {
    Page page = visitor(language);
    Chromium.logIn(page, account, password);
    return page;
  }

  /** Keeps a picture of what the person sees, with {@code -Dchancery.pictures=true}. */
  static void picture(Page page, String name) {
    if (Boolean.getBoolean("chancery.pictures")) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(SCREENSHOTS.resolve(name + ".png"))
              .setFullPage(true));
    }
  }

  /** Waits for what the office does by itself, in its own time. */
  static <T> T eventually(String what, Supplier<Optional<T>> found) {
    return Awaitility.await(what)
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(200))
        .until(found::get, Optional::isPresent)
        .orElseThrow();
  }
}
