package app.chancery.desk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.oversight.Colour;
import app.chancery.oversight.Rating;
import app.chancery.oversight.RatingLine;
import app.chancery.oversight.StatusDimension;
import app.chancery.programme.Opening;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.rehearsal.Office;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a manager sees at one look, and that every number of it is that of a list. */
@WebOfficeTest
class BoardTest {

  @LocalServerPort int port;
  @Autowired Opening opening;
  @Autowired Programmes programmes;
  @Autowired Office office;
  @Autowired JdbcClient db;

  @BeforeEach
  void aPortfolio() {
    office.setClock(Instant.parse("2026-11-02T10:00:00Z"));
    for (String candidate : List.of("XA", "XB", "XC", "XD")) {
      office.inTheNameOf(
          "analyst", () -> opening.open(SampleDossiers.of(candidate, "Land of " + candidate)));
    }
    rate(
        "XA-2026",
        schedule(Colour.RED, Colour.GREEN),
        new Rating(StatusDimension.COST, Colour.GREEN, null));
    rate("XB-2026", schedule(Colour.AMBER, Colour.RED));
    rate("XC-2026", schedule(Colour.GREEN, Colour.GREEN));
    rate("XD-2026", schedule(Colour.RED, Colour.RED));
    programmes.close("XD-2026", Outcome.WITHDRAWN, "It withdrew.");
    db.sql("update programme set step = 'CONSENSUS' where programme_key = 'XB-2026'").update();
    due("XA-2026", "2026-10-30");
    due("XB-2026", "2026-11-02");
    due("XC-2026", "2026-11-20");
    review("XA-2026", "2026-10-31");
    review("XB-2026", "2026-11-02");
    db.sql(
            """
            insert into council_round (item, programme, round_number, package_version, tier,
              justification, allies, circulated_at, circulated_by, silence_ends, zone, status)
            values (1, 'XB-2026', 1, 1, 'FULL_CANDIDATE', 'safe', 'FR,DE', now(), 'secretary',
              timestamp with time zone '2026-11-15 17:00:00+00', 'Europe/Brussels', 'OPEN')
            """)
        .update();
  }

  @Test
  void everyNumberIsThatOfTheListItLeadsToAndThatOfTheInterface() {
    assertThat(numbers("")).hasSizeGreaterThan(30).allSatisfy(thatOfItsList());
    assertThat(tile("With overdue work")).contains("1");
    assertThat(tile("Rounds open")).contains("1", "first silence ends 15 Nov 2026");
    assertThat(tile("Reviews due")).contains("2", "1 late", "first by 31 Oct 2026");
    assertThat(tile("Next deadline")).contains("2 Nov 2026", "Land of XB (XB-2026)");
    assertThat(tile("Open programmes")).contains("3", "1 ended");
    assertThat(tile("Schedule")).contains("red 1", "amber 1", "green 1", "1 worse", "1 better");
    assertThat(tile("Cost")).contains("red 0", "green 1").doesNotContain("worse");
  }

  @Test
  void aRoundOfASuspendedProgrammeDoesNotRun() {
    programmes.suspend("XB-2026", "The committee said so.");

    assertThat(tile("Rounds open")).contains("0").doesNotContain("silence ends");
    assertThat(numbers("")).isNotEmpty().allSatisfy(thatOfItsList());
    assertThat(Visitor.program(port, "manager").open("/api/v1/programmes").body())
        .contains("XB-2026")
        .doesNotContain("2026-11-15");
  }

  /** A number leads to a list in which what it is of takes the place of what the filter asks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=active",
        "status=ended",
        "step=consensus",
        "pending=overdue",
        "pending=late-review",
        "dimension=schedule&colour=red",
        "dimension=schedule&change=better",
        "change=worse",
        "status=ended&colour=red"
      })
  void theSameHoldsBelowEachFilter(String filter) {
    assertThat(numbers("?" + filter)).isNotEmpty().allSatisfy(thatOfItsList());
  }

  @Test
  void whatIsNextIsOfThoseThatTheNumberBesideItCounts() {
    assertThat(tile("?pending=overdue", "Rounds open"))
        .contains("1", "first silence ends 15 Nov 2026");
    assertThat(tile("?pending=round", "Reviews due")).contains("2", "first by 31 Oct 2026");
    assertThat(tile("?status=active", "Open programmes"))
        .contains("3 active")
        .doesNotContain("ended");
  }

  @Test
  void noStepIsOfferedInWhichNoProgrammeCanBe() {
    assertThat(page("manager", "/programmes").select("select[name=step] option").eachAttr("value"))
        .contains("integration")
        .doesNotContain("oversight");
  }

  @Test
  void aCardSaysWhereAProgrammeStandsWithoutColours() {
    Document page = page("manager", "/programmes");
    Element card = page.selectFirst(".columns-of-steps li:contains(Land of XA)");

    assertThat(card.hasClass("late")).isTrue();
    assertThat(card.selectFirst(".due").text()).isEqualTo("3 days late");
    assertThat(card.select(".rag").eachText()).containsExactly("R↓", "G");
    assertThat(card.selectFirst(".rags").attr("aria-label"))
        .isEqualTo("schedule red, was green; cost green");
    assertThat(page.selectFirst("#step-consensus").parent().select("li").text())
        .contains("Land of XB", "today", "A↑");
    assertThat(page.select(".columns-of-steps li:contains(Land of XD)")).isEmpty();
    assertThat(page.selectFirst("details:contains(Ended: 1)").text())
        .contains("Land of XD (XD-2026)");
  }

  @Test
  void delegationsSeeNeitherRatingsNorTheCapacityAndCannotLookForThem() {
    Document page = page("delegate-fr", "/programmes");

    assertThat(page.select(".rag, .drawings, .dimensions")).isEmpty();
    assertThat(page.select(".tiles").text()).doesNotContain("Capacity");
    Visitor delegate = Visitor.person(port, "delegate-fr");
    assertThat(delegate.open("/programmes?colour=red").statusCode()).isEqualTo(400);
    assertThat(delegate.open("/api/v1/programmes?colour=red").statusCode()).isEqualTo(400);
    assertThat(delegate.open("/api/v1/programmes").body()).doesNotContain("amber");
    assertThat(delegate.open("/programmes/figures?format=csv").body())
        .contains("work,,overdue,1")
        .doesNotContain("ratings", "capacity");
    assertThat(Visitor.program(port, "manager").open("/programmes/figures?format=csv").body())
        .contains("ratings,schedule,red,1", "capacity,,points,60");
  }

  @Test
  void auditorsWhoAreNoStaffSeeNoneEither() {
    assertThat(page("auditor", "/programmes").select(".rag, .drawings, .dimensions")).isEmpty();
    assertThat(Visitor.program(port, "auditor").open("/api/v1/programmes").body())
        .contains("\"ratings\":null")
        .doesNotContain("amber");
    assertThat(Visitor.program(port, "auditor").open("/api/v1/programmes?colour=red").statusCode())
        .isEqualTo(400);
  }

  @Test
  void viewAndFiltersAreKeptInTheAddress() {
    Document board = page("manager", "/programmes?region=europe&pending=overdue&change=worse");

    assertThat(board.select(".columns-of-steps li")).hasSize(1);
    assertThat(board.selectFirst(".tabs a:contains(List)").attr("href"))
        .isEqualTo("/programmes?view=list&region=europe&pending=overdue&change=worse");
    assertThat(board.select("form.filters input[type=hidden]").eachAttr("value"))
        .containsExactly("board", "overdue", "worse");
    assertThat(board.select(".on-paper").text())
        .isEqualTo(
            "As of 2 Nov 2026. Shown: Region: Europe; work overdue; any dimension: worse than last quarter");
    assertThat(board.select("p.files a").eachAttr("href"))
        .contains("/api/v1/programmes?region=europe&pending=overdue&change=worse&format=csv");
    assertThat(
            page("manager", "/programmes?view=list&region=indo-pacific").select("p.empty").text())
        .startsWith("No programme matches");
    assertThat(Visitor.person(port, "manager").open("/programmes?view=wall").statusCode())
        .isEqualTo(400);
  }

  @Test
  void theForecastsOfAllThatMatchAreAFile() {
    Visitor manager = Visitor.person(port, "manager");

    assertThat(manager.open("/forecast/figures?format=csv&text=xa-").body())
        .startsWith(
            "key,name,status,tier,asOf,stage,p10,p50,p90,cases,reference\r\nXA-2026,Land of XA,active,")
        .doesNotContain("XB-2026");
    assertThat(page("manager", "/forecast?text=xa-").select("p.files a").eachAttr("href"))
        .contains("/forecast/figures?text=xa-&format=xlsx");
  }

  @Test
  void beyondWhatAStepHasRoomForTheBoardLeadsToTheList() {
    for (int number = 0; number < 70; number++) {
      db.sql(
              """
              insert into programme (programme_key, candidate, name, status, step, opened_at, opened_by)
              values (?, 'XX', 'Further land', 'ACTIVE', 'INTEGRATION', now(), 'analyst')
              """)
          .params("XX-" + (1000 + number))
          .update();
    }

    Document page = page("manager", "/programmes");
    Element step = page.selectFirst("#step-integration").parent();

    assertThat(step.select("li")).hasSize(60);
    assertThat(step.hasClass("w3")).isTrue();
    assertThat(step.selectFirst("p a").text()).isEqualTo("and 10 more");
    assertThat(step.selectFirst("p a").attr("href"))
        .isEqualTo("/programmes?view=list&status=open&step=integration");
  }

  @Test
  void theBoardIsOneLookHoweverManyStepsAreFull() {
    for (Step step : PortfolioState.steps()) {
      for (int number = 0; number < 40; number++) {
        db.sql(
                """
                insert into programme (programme_key, candidate, name, status, step, opened_at, opened_by)
                values (?, 'XX', 'Further land', 'ACTIVE', ?, now(), 'analyst')
                """)
            .params("XX-" + (1000 * (step.ordinal() + 1) + number), step.name())
            .update();
      }
    }

    Document page = page("manager", "/programmes");

    assertThat(page.select(".columns-of-steps li")).hasSize(120);
    assertThat(page.select(".columns-of-steps section"))
        .hasSize(6)
        .allSatisfy(step -> assertThat(step.select("li")).hasSize(20));
  }

  @Test
  void anOfficeWithoutProgrammesSaysWhoOpensTheFirst() {
    db.sql("delete from programme").update();

    assertThat(page("manager", "/programmes").select("p.empty").text())
        .startsWith("There is no programme yet.");
  }

  private static Rating schedule(Colour colour, Colour last) {
    return new Rating(StatusDimension.SCHEDULE, colour, last);
  }

  private void rate(String programme, Rating... ratings) {
    db.sql("insert into rated_programme (programme, ratings) values (?, ?)")
        .params(programme, RatingLine.of(List.of(ratings)))
        .update();
  }

  private void due(String programme, String day) {
    db.sql(
            """
            update act_ru_task set due_date_ = cast(? as timestamp) where proc_inst_id_ in
              (select id_ from act_ru_execution where business_key_ = ?)
            """)
        .params(day + " 17:00:00", programme)
        .update();
  }

  private void review(String programme, String decideBy) {
    db.sql(
            """
            insert into review (programme, kind, quarter, status, opened_at, decide_by)
            values (?, 'QUARTERLY', '2026-Q4', 'OPEN', now(), cast(? as date))
            """)
        .params(programme, decideBy)
        .update();
  }

  private List<Element> numbers(String filter) {
    return page("manager", "/programmes" + filter)
        .select(".tiles a[href^=/programmes?], h2 a[href^=/programmes?]");
  }

  private ThrowingConsumer<Element> thatOfItsList() {
    Visitor manager = Visitor.person(port, "manager");
    Visitor program = Visitor.program(port, "manager");
    return number -> {
      String address = number.attr("href");
      int said = Integer.parseInt(number.text().replaceAll("\\D", ""));
      JsonNode answer =
          program.json(
              "/api/v1/programmes" + address.replaceFirst(".*\\?", "?").replace("view=list&", ""));
      assertThat(answer.path("total").asInt()).as(address).isEqualTo(said);
      assertThat(Jsoup.parse(manager.open(address).body()).select("tbody td.first"))
          .as(address)
          .hasSize(said);
    };
  }

  private String tile(String called) {
    return tile("", called);
  }

  private String tile(String filter, String called) {
    return page("manager", "/programmes" + filter)
        .selectFirst(".tiles > li:contains(" + called + ")")
        .text();
  }

  private Document page(String account, String address) {
    return Jsoup.parse(Visitor.person(port, account).open(address).body());
  }
}
