package app.chancery.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Chromium;
import app.chancery.consensus.Circulations;
import app.chancery.consensus.Council;
import app.chancery.consensus.Round;
import app.chancery.consensus.Stance;
import app.chancery.platform.mail.MailServer;
import app.chancery.platform.people.Delegations;
import app.chancery.rehearsal.Office;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * A silence procedure as the secretariat and the delegations go it on Chancery's own pages; the
 * delegations on phones, and one of them by keyboard alone.
 */
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:council-journey",
      "camunda.bpm.job-execution.wait-time-in-millis=50",
      "camunda.bpm.job-execution.max-wait=200",
      "chancery.desk.council.ask-every=PT1S",
      "chancery.public-url=" + CouncilJourneyTest.OFFICE
    })
class CouncilJourneyTest extends BrowserTest {

  /** Where people reach the office; what stands in front of it is no part of this test. */
  static final String OFFICE = "http://chancery.example";

  private static final String PROGRAMME = "SILENCE-2026";
  private static final String REMINDED = "REMINDED-2026";

  private static final MailServer MAILS = new MailServer();

  @Autowired ApplicationContext application;
  @Autowired Office office;
  @Autowired Council council;
  @Autowired Clock clock;

  @DynamicPropertySource
  static void mailsGoOut(DynamicPropertyRegistry properties) {
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", MAILS::port);
  }

  @AfterEach
  void backToTheRealTime() {
    office.resetClock();
  }

  @AfterAll
  static void noMoreMails() {
    MAILS.close();
  }

  @Test
  void aDelegationLearnsOfTheDeadlineByMailAndAnswersFromItsLink() throws Exception {
    Circulations circulations = circulations();
    circulations.prepare(REMINDED);
    circulations.circulate(REMINDED, OffsetDateTime.now(clock).plusDays(8));
    Round round = eventually("the round", () -> council.openRound(REMINDED));
    office.setClock(round.silenceEnds().minusHours(1).toInstant());

    MimeMessage mail =
        eventually("the reminder", () -> MAILS.to("delegate-fr", "Silence ends soon", REMINDED));
    Document html = Jsoup.parse(MailServer.html(mail));
    assertThat(html.text()).contains("Silence ends soon");
    String link = html.select("a").attr("href");
    assertThat(link).startsWith(OFFICE + "/inbox/");

    Page france = visitor();
    france.setViewportSize(390, 844);
    france.navigate(link.substring(OFFICE.length()));
    assertThat(france).hasURL(Pattern.compile(".*/login.*"));
    Chromium.logIn(france, "delegate-fr");
    assertThat(france).hasURL(Pattern.compile(".*/rounds/" + round.id() + "$"));
    assertThat(france.locator("#time-left")).isVisible();
    picture(france, "mail-01-round");
    france.locator("[name=position][value=no-objection]").check();
    france.locator("#form button.main").click();

    france.waitForURL("**/receipts/**");
    assertThat(france.locator("main")).containsText("It counts, and may be revised until");
    picture(france, "mail-02-receipt");
    assertThat(council.tally(round).of("FR").orElseThrow().stance()).isEqualTo(Stance.NO_OBJECTION);
    france.navigate("/inbox");
    Locator told = france.locator("tbody tr:has-text('Silence ends soon')");
    assertThat(told).hasCount(1);
    assertThat(told.locator(".mark")).hasCount(0);
  }

  @Test
  void aProposalGoesFromItsCirculationThroughAnObjectionToItsAdoption() {
    Circulations circulations = circulations();
    circulations.prepare(PROGRAMME);
    Page secretary = loggedIn("secretary");
    secretary.navigate("/tasks/" + circulations.only(PROGRAMME, "userTask_circulateProposal"));
    complete(secretary);
    Round first = eventually("the first round", () -> council.openRound(PROGRAMME));

    franceReservesRevisesAndPrints(first);
    secretariatSeesWhoIsMissingAndExtends(secretary, first);
    turkeyObjectsWhileGermanyWrites(first);
    turkeyWithdraws(first);

    secretary.navigate("/tasks/" + circulations.only(PROGRAMME, "userTask_circulateProposal"));
    complete(secretary);
    Round second =
        eventually(
            "the second round",
            () -> council.openRound(PROGRAMME).filter(round -> round.number() == 2));
    Page france = onAPhone("delegate-fr");
    france.navigate("/rounds/" + second.id());
    office.setClock(second.silenceEnds().toInstant());

    assertThat(france.locator("#news")).containsText("Adopted");
    assertThat(council.newestRound(PROGRAMME).orElseThrow().status())
        .isEqualTo(Round.Status.ADOPTED);
    secretary.navigate("/rounds/" + second.id());
    picture(secretary, "round-adopted");
    assertThat(secretary.locator("main")).containsText("Adopted: silence ended");
  }

  private void franceReservesRevisesAndPrints(Round round) {
    Page france = onAPhone("delegate-fr");
    france.navigate("/council");
    picture(france, "council-phone");
    press(france, france.locator("a[href='/rounds/" + round.id() + "']"));
    france.waitForURL("**/rounds/" + round.id());
    assertThat(france.locator("#time-left")).hasText(Pattern.compile("\\d+ (day|hour).*"));
    assertThat(france.locator("#own-time")).containsText("(UTC)");
    assertFitsThePhone(france);

    press(france, france.locator("a[href='#answer']"));
    choose(france, "reservation");
    go(france, france.locator("[name=reservation]"));
    france.keyboard().type("Not before the spring.");
    press(france, france.locator("#form button.main"));
    france.waitForURL("**/receipts/**");
    picture(france, "receipt-phone");
    assertFitsThePhone(france);
    assertThat(france.locator("main")).containsText("Not before the spring.");
    assertThat(france.locator("main")).containsText("It counts, and may be revised until");

    france.evaluate("() => { window.print = () => { document.title = 'printed'; }; }");
    press(france, france.locator("#print"));
    assertThat(france).hasTitle("printed");
    france.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    picture(france, "receipt-print");
    assertThat(france.locator("#print")).isHidden();
    france.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));

    press(france, france.locator(".actions a"));
    france.waitForURL("**/rounds/" + round.id());
    assertThat(france.locator("#form [name=reservation]")).hasValue("Not before the spring.");
    go(france, france.locator("[name=reservation]"));
    france.keyboard().press("Control+A");
    france.keyboard().type("Not before the autumn.");
    press(france, france.locator("#form button.main"));
    france.waitForURL("**/receipts/**");
    assertThat(france.locator("main")).containsText("Not before the autumn.");
    assertThat(council.tally(round).of("FR").orElseThrow().statement())
        .isEqualTo("Not before the autumn.");
    france.context().close();
  }

  private void secretariatSeesWhoIsMissingAndExtends(Page secretary, Round round) {
    secretary.navigate("/rounds/" + round.id());
    assertThat(secretary.locator("main")).containsText("1 of 32 Allies");
    assertThat(secretary.locator("dl.facts dd:has-text('Albania, Belgium')"))
        .not()
        .containsText("France");
    picture(secretary, "round-secretariat");
    Page germany = onAPhone("delegate-de");
    germany.navigate("/rounds/" + round.id());
    // A colleague at the page of the task, which tells the same; what is being typed stays.
    Page france = onAPhone("delegate-fr");
    france.navigate("/tasks/" + circulations().positionTask(PROGRAMME, Delegations.groupOf("FR")));
    assertThat(france.locator("#time-left")).hasText(Pattern.compile("\\d+ (day|hour).*"));
    String left = france.locator("#time-left").innerText();
    String due = france.locator("#due").innerText();
    france.locator("[name=position][value=reservation]").check();
    france.locator("[name=reservation]").fill("Not before the wint");
    assertFitsThePhone(france);

    // Whoever is quicker than the script of the page is understood when it comes.
    List<Route> held = new ArrayList<>();
    secretary.route("**/desk.js", held::add);
    secretary.locator("#todo ~ ul a").first().click();
    secretary.locator("[name=followUp][value=extend]").check();
    secretary.waitForCondition(() -> !held.isEmpty());
    held.forEach(Route::resume);
    secretary.unroute("**/desk.js");
    LocalDate later = round.silenceEnds().toLocalDate().plusDays(3);
    secretary.locator("[name=silenceDate]").fill(later.toString());
    // The head of the page and the line below the day grow meanwhile, and what is below moves.
    assertThat(secretary.locator("#holder")).hasText("you");
    assertThat(secretary.locator("#date_silenceDate-read")).not().isEmpty();
    // It may be a day off.
    secretary.locator("[name=silenceConfirmed]").check();
    secretary.locator("[name=extensionReason]").fill("The capitals need more time.");
    complete(secretary);

    assertThat(germany.locator("#news")).containsText("This round has changed");
    assertThat(germany.locator("dl.facts time")).containsText(String.valueOf(later.getYear()));
    assertThat(council.extensions(round.id())).hasSize(1);
    germany.locator("#news a").click();
    assertThat(germany.locator(".events")).containsText("The capitals need more time.");
    germany.context().close();
    assertThat(france.locator("#news")).containsText("The round has changed");
    // Also for whoever is writing further down.
    assertThat(france.locator("#news")).isInViewport();
    assertThat(france.locator(".round-of-task time"))
        .containsText(String.valueOf(later.getDayOfMonth()));
    assertThat(france.locator("#time-left")).not().hasText(left);
    assertThat(france.locator("#due")).not().hasText(due);
    assertThat(france.locator("[name=reservation]")).hasValue("Not before the wint");
    picture(france, "task-of-a-round-extended");
    france.context().close();
  }

  private void turkeyObjectsWhileGermanyWrites(Round round) {
    Page germany = onAPhone("delegate-de");
    germany.navigate("/rounds/" + round.id());
    germany.locator("[name=position][value=reservation]").check();
    germany.locator("[name=reservation]").fill("Half a text");

    Page france = onAPhone("delegate-fr");
    france.navigate("/tasks/" + circulations().positionTask(PROGRAMME, Delegations.groupOf("FR")));
    france.locator("[name=position][value=reservation]").check();
    france.locator("[name=reservation]").fill("On the page of the task");

    Page turkey = onAPhone("delegate-tr");
    turkey.navigate("/rounds/" + round.id());
    turkey.locator("[name=position][value=objection]").check();
    turkey.locator("[name=objectionReason]").fill("It comes too early.");
    turkey.locator("#form button.main").click();
    assertThat(turkey.locator("#form-problems")).isVisible();
    turkey.locator("[name=objectionConfirmed]").check();
    turkey.locator("#form button.main").click();
    turkey.waitForURL("**/receipts/**");
    assertThat(turkey.locator("main")).containsText("It cannot be revised");

    assertThat(germany.locator("#news")).containsText("broken by an objection");
    assertThat(germany.locator("[name=reservation]")).hasValue("Half a text");
    picture(germany, "round-broken-while-writing");
    assertThat(germany.locator("#form button.main")).isDisabled();
    // What is typed in the very last moment comes along.
    germany.locator("[name=reservation]").fill("Half a text that must not be");
    germany.locator("#form .form-trouble a").click();
    assertThat(germany.locator("[role=alert]").first()).containsText("broken by an objection");
    assertThat(germany.locator("[role=alert] textarea")).hasValue("Half a text that must not be");
    picture(germany, "round-broken-text-kept");
    assertThat(france.locator("#news")).containsText("broken by an objection");
    assertThat(france.locator("#form button.main")).isDisabled();
    assertThat(france.locator("[name=reservation]")).hasValue("On the page of the task");
    france.locator("#news a").click();
    assertThat(france.locator("main textarea").first()).hasValue("On the page of the task");
    picture(france, "task-of-a-round-broken");
    france.context().close();
    assertThat(council.tally(round).of("DE")).isEmpty();
    assertThat(council.tally(round).of("TR").orElseThrow().stance()).isEqualTo(Stance.OBJECTION);
    germany.context().close();
    turkey.context().close();
  }

  private void turkeyWithdraws(Round round) {
    Page turkey = onAPhone("delegate-tr");
    turkey.navigate("/rounds/" + round.id());
    assertThat(turkey.locator("main")).containsText("in consultation");
    picture(turkey, "round-consultation-phone");
    turkey.locator("[name=consultationAct][value=withdraw]").check();
    turkey.locator("[name=withdrawalReason]").fill("The capital is content.");
    turkey.locator("#form button.main").click();
    turkey.waitForURL("**/receipts/**");
    assertThat(turkey.locator("main")).containsText("It no longer stands.");
    turkey.context().close();
  }

  private Circulations circulations() {
    return new Circulations(application);
  }

  private Page onAPhone(String account) {
    Page page = loggedIn(account);
    page.setViewportSize(390, 844);
    return page;
  }

  private static void complete(Page page) {
    page.locator("#form button.main").click();
    page.waitForURL(url -> !url.matches(".*/tasks/[^/]+$"));
  }

  private static void assertFitsThePhone(Page page) {
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
  }

  /** Goes to it by the tab key and presses Enter. */
  private static void press(Page page, Locator goal) {
    go(page, goal);
    page.keyboard().press("Enter");
  }

  private static void choose(Page page, String position) {
    go(page, page.locator("[name=position]").first());
    page.keyboard().press("Space");
    Locator wanted = page.locator("[name=position][value=" + position + "]");
    for (int press = 0; press < 3 && !wanted.isChecked(); press++) {
      page.keyboard().press("ArrowDown");
    }
    assertThat(wanted).isChecked();
  }

  private static void go(Page page, Locator goal) {
    assertThat(goal).isVisible();
    Optional<Integer> reached = Optional.empty();
    for (int press = 0; press < 80 && reached.isEmpty(); press++) {
      if ((Boolean) goal.evaluate("goal => goal === document.activeElement")) {
        reached = Optional.of(press);
      } else {
        page.keyboard().press("Tab");
      }
    }
    assertThat(goal).isFocused();
  }
}
