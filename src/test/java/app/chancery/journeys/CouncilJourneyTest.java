package app.chancery.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.consensus.Circulations;
import app.chancery.consensus.Council;
import app.chancery.consensus.Round;
import app.chancery.consensus.Stance;
import app.chancery.rehearsal.Office;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A silence procedure as the secretariat and the delegations go it on Chancery's own pages; the
 * delegations on phones, and one of them by keyboard alone.
 */
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:council-journey;DB_CLOSE_DELAY=-1",
      "camunda.bpm.job-execution.wait-time-in-millis=50",
      "camunda.bpm.job-execution.max-wait=200",
      "chancery.desk.council.ask-every=PT1S"
    })
class CouncilJourneyTest extends BrowserTest {

  private static final String PROGRAMME = "SILENCE-2026";

  @Autowired ApplicationContext application;
  @Autowired Office office;
  @Autowired Council council;

  @AfterEach
  void backToTheRealTime() {
    office.resetClock();
  }

  @Test
  void aProposalGoesFromItsCirculationThroughAnObjectionToItsAdoption() {
    Circulations circulations = new Circulations(application);
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

    secretary.locator("#todo ~ ul a").first().click();
    secretary.locator("[name=followUp][value=extend]").check();
    LocalDate later = round.silenceEnds().toLocalDate().plusDays(3);
    secretary.locator("[name=silenceDate]").fill(later.toString());
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
  }

  private void turkeyObjectsWhileGermanyWrites(Round round) {
    Page germany = onAPhone("delegate-de");
    germany.navigate("/rounds/" + round.id());
    germany.locator("[name=position][value=reservation]").check();
    germany.locator("[name=reservation]").fill("Half a text that must not be");

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
    assertThat(germany.locator("[name=reservation]")).hasValue("Half a text that must not be");
    picture(germany, "round-broken-while-writing");
    assertThat(germany.locator("#form button.main")).isDisabled();
    germany.locator("#form .form-trouble a").click();
    assertThat(germany.locator("[role=alert]").first()).containsText("broken by an objection");
    assertThat(germany.locator("[role=alert] textarea")).hasValue("Half a text that must not be");
    picture(germany, "round-broken-text-kept");
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
