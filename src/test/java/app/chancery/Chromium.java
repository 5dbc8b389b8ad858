package app.chancery;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser of this machine: {@code -Dchancery.browser.path}, {@code CHROMIUM_PATH}, or the usual
 * places.
 */
public final class Chromium {

  /** In milliseconds; the machine may have much else to do. */
  private static final double PATIENCE = 120_000;

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private Chromium() {}

  public static boolean isInstalled() {
    return path().isPresent();
  }

  /** What drives it; to be closed. */
  public static Playwright driver() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /** Opens it without a window. */
  public static Browser open(Playwright driver) {
    return driver
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(path().orElseThrow())
                .setArgs(FLAGS)
                .setTimeout(PATIENCE));
  }

  /** Logs in on the login page with a sample account. */
  public static void logIn(Page page, String account) {
    logIn(page, account, "chancery");
  }

  public static void logIn(Page page, String account, String password) {
    page.locator("[name=username]").fill(account);
    page.locator("[name=password]").fill(password);
    page.locator("[type=submit]").first().click();
    page.waitForURL(url -> !url.contains("/login"));
  }

  private static Optional<Path> path() {
    return Stream.of(
            System.getProperty("chancery.browser.path"),
            System.getenv("CHROMIUM_PATH"),
            // Without windows that nobody sees, which take more than half of its processor time.
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .filter(Objects::nonNull)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }
}
