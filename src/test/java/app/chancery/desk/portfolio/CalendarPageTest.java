package app.chancery.desk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import app.chancery.rehearsal.Office;
import biweekly.Biweekly;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of the dates to come. */
@WebOfficeTest
class CalendarPageTest {

  @LocalServerPort int port;
  @Autowired Programmes programmes;
  @Autowired RuntimeService runtime;
  @Autowired Office office;
  @Autowired JdbcClient db;

  @BeforeEach
  void aProgrammeWithDates() {
    office.setClock(Instant.parse("2026-12-10T10:00:00Z"));
    String key = programmes.register(SampleDossiers.ruritania());
    programmes.settleTier(key, Tier.FULL_CANDIDATE);
    runtime.startProcessInstanceByKey("monitor-and-adjust", key);
    Stream.of("2026-12-31", "2027-01-04", "2027-01-31", "2027-02-01")
        .forEach(
            day ->
                db.sql(
                        """
                        insert into planned_exercise (programme, package_id, phase_id, planned_on,
                          name, standard, dropped)
                        values (?, 1, 1, cast(? as date), ?, 'logistics', false)
                        """)
                    .params(key, day, "Exercise of " + day)
                    .update());
  }

  @Test
  void aMonthHasItsDatesByDayInTheZoneOfTheAlliance() {
    Document page = page("manager", "/calendar?month=2027-01");

    assertThat(page.select("h1").text()).isEqualTo("Calendar: January 2027");
    assertThat(page.select("main h2 time").eachText())
        .containsExactly("Monday, 4 January 2027", "Sunday, 31 January 2027");
    assertThat(page.select(".calendar-day").first().select("li a").eachText())
        .containsExactly(
            "Joint exercise: Exercise of 2027-01-04, Ruritania (XR-2026)",
            "Quarterly review of Ruritania (XR-2026) opens: first quarter of 2027");
    assertThat(page.select(".calendar-day").first().text()).contains("09:00 (Europe/Brussels)");
    assertThat(page.select(".calendar-day a").eachAttr("href")).containsOnly("/programmes/XR-2026");
    assertThat(page.select(".pager a").eachAttr("href"))
        .containsExactly("/calendar?month=2026-12", "/calendar", "/calendar?month=2027-02");
  }

  @Test
  void theMonthStandsThereAsWeeksWhoseDaysLeadToTheirDates() {
    Document page = page("manager", "/calendar?month=2027-01");

    assertThat(page.select(".month thead abbr").eachAttr("title"))
        .containsExactly(
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    assertThat(page.select(".month tbody tr")).hasSize(5);
    assertThat(page.select(".month tbody td")).hasSize(35);
    assertThat(page.select(".month td:not(.other) .day")).hasSize(31);
    assertThat(page.select(".month a.day").eachAttr("href"))
        .containsExactly("#day-2027-01-04", "#day-2027-01-31");
    assertThat(page.select(".month a.day").first().attr("aria-label"))
        .isEqualTo("4 January 2027, 2 dates");
    page.select(".month a.day")
        .forEach(day -> assertThat(page.select(day.attr("href")).select("li a")).isNotEmpty());
    assertThat(page("manager", "/calendar").select(".month td.today .day").text()).isEqualTo("10");
  }

  /** Whoever walks through all months sees neither more nor less than a calendar program does. */
  @Test
  void thePageShowsWhatTheFeedTellsTheSameReader() {
    for (String account : List.of("manager", "delegate-fr")) {
      List<String> told =
          Biweekly.parse(Visitor.program(port, account).get("/api/v1/calendar.ics").body())
              .first()
              .getEvents()
              .stream()
              .map(event -> event.getSummary().getValue())
              .toList();
      List<String> shown =
          Stream.of("2026-12", "2027-01", "2027-02")
              .flatMap(
                  month ->
                      page(account, "/calendar?month=" + month)
                          .select(".calendar-day a")
                          .eachText()
                          .stream())
              .toList();
      assertThat(shown).as(account).containsExactlyInAnyOrderElementsOf(told);
      assertThat(shown).isNotEmpty();
    }
  }

  @Test
  void aReviewThatIsLateStandsBeforeTheDatesOfTheMonth() {
    office.setClock(Instant.parse("2027-01-04T08:00:00Z"));
    office.runDueJobs();
    office.setClock(Instant.parse("2027-02-28T08:00:00Z"));

    Document page = page("committee", "/calendar");

    assertThat(page.select(".calendar-day").first().text())
        .contains(
            "overdue",
            "Decision due on Ruritania (XR-2026): quarterly review, first quarter of 2027");
    assertThat(page("delegate-fr", "/calendar").text()).doesNotContain("Decision due");
  }

  @Test
  void anEmptyMonthSaysWhenTheNextDatesAre() {
    Document page = page("manager", "/calendar?month=2026-11");

    assertThat(page.select(".empty").text()).contains("No date", "December 2026");
    assertThat(page.select(".empty a").attr("href")).isEqualTo("/calendar?month=2026-12");
  }

  @Test
  void whatIsNoMonthIsRefusedInASentence() {
    for (String bad : List.of("2027-13", "January", "2027-1", "2027-01-01", "")) {
      var answer = Visitor.person(port, "manager").open("/calendar?month=" + bad);
      assertThat(answer.statusCode()).as(bad).isEqualTo(400);
      assertThat(answer.body()).as(bad).contains("is not a month like 2027-01");
    }
  }

  private Document page(String account, String address) {
    return Jsoup.parse(Visitor.person(port, account).open(address).body());
  }
}
