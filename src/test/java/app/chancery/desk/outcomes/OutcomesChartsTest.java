package app.chancery.desk.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.words.Coded;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import app.chancery.rehearsal.Office;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the charts of the outcomes show, on the page, over REST and in files. */
@WebOfficeTest
class OutcomesChartsTest {

  private static final String RANGE = "from=2026-Q2&to=2027-Q1";

  @LocalServerPort int port;
  @Autowired Programmes programmes;
  @Autowired Office office;
  @Autowired JdbcClient db;

  private String key;
  private String other;

  /** One programme of the third quarter of 2026, one of the fourth; it is the first of 2027. */
  @BeforeEach
  void twoProgrammes() {
    office.setClock(Instant.parse("2026-07-06T08:00:00Z"));
    key = programmes.register(SampleDossiers.ruritania());
    programmes.settleTier(key, Tier.FULL_CANDIDATE);
    office.setClock(Instant.parse("2026-10-05T08:00:00Z"));
    other = programmes.register(SampleDossiers.of("XP", "=Pontevedro, \"Grand\" Duchy"));
    office.setClock(Instant.parse("2027-02-10T12:00:00Z"));
  }

  @Test
  void aQuarterBeforeAProgrammeBeganIsUnknownAndOneWithoutAnEventIsNought() {
    held(key, "EXERCISE", "2026-08-03");

    assertThat(values("exercises", key)).containsExactly(null, "1", "0", "0");
    assertThat(values("exercises", other)).containsExactly(null, null, "0", "0");
    assertThat(values("exercises", null)).containsExactly(null, "1", "0", "0");
    assertThat(values("days-to-consensus", null)).containsOnlyNulls();
    JsonNode quarters = json("/api/v1/outcomes?" + RANGE).get("quarters");
    assertThat(quarters.at("/0/all/programmes").asText()).isEqualTo("0");
    assertThat(quarters.at("/0/all/activities/jointExercises").isNull()).isTrue();
    assertThat(quarters.at("/2/all/activities/jointExercises").asText()).isEqualTo("0");
    Document page = page("/outcomes?" + RANGE);
    assertThat(chart(page, "Ruritania (" + key + ")").select("desc").text())
        .startsWith("2026-Q2: not known. 2026-Q3: 1. 2026-Q4: 0. 2027-Q1, so far: 0.");
    assertThat(csv("/api/v1/outcomes?format=csv&" + RANGE).get(0).get("activities.jointExercises"))
        .isEmpty();
  }

  @Test
  void theQuarterThatRunsIsMarkedEverywhere() {
    assertThat(json("/api/v1/outcomes?" + RANGE).get("quarters").findValuesAsText("running"))
        .containsExactly("false", "false", "false", "true");
    assertThat(csv("/api/v1/outcomes/series?about=reviews&format=csv&" + RANGE))
        .extracting(row -> row.get("quarter") + " " + row.get("running"))
        .containsExactly("2026-Q2 false", "2026-Q3 false", "2026-Q4 false", "2027-Q1 true");
    assertThat(page("/outcomes?" + RANGE).select("thead th").eachText())
        .contains("first quarter of 2027, so far");
  }

  @Test
  void theFiguresOfTheProgrammesAddUpQuarterByQuarter() {
    String[] days = {"2026-07-07", "2026-09-30", "2026-10-06", "2026-12-31", "2027-01-01"};
    for (int at = 0; at < days.length; at++) {
      for (int times = 0; times <= at; times++) {
        held(at % 2 == 0 ? key : other, "EXERCISE", days[at]);
        held(at % 3 == 0 ? key : other, "INTELLIGENCE_SHARING", days[at]);
        planned(at % 3 == 0 ? other : key, days[at], false);
      }
    }
    for (String measure : List.of("exercises", "intelligence")) {
      for (String field : List.of("value", "planned")) {
        List<Long> sums = new ArrayList<>();
        for (int quarter = 0; quarter < 4; quarter++) {
          sums.add(
              number(figures(measure, key), quarter, field)
                  + number(figures(measure, other), quarter, field));
        }
        assertThat(sums)
            .as("%s, %s", measure, field)
            .isEqualTo(
                IntStream.range(0, 4)
                    .mapToObj(quarter -> number(figures(measure, null), quarter, field))
                    .toList());
      }
    }
    assertThat(values("exercises", null)).containsExactly(null, "3", "7", "5");
    assertThat(values("intelligence", null)).containsExactly(null, "3", "7", "5");
  }

  @Test
  void thePlanIsThatOfTheNewestScheduleAndWhereThereIsNoneItIsNotNought() {
    planned(key, "2026-08-03", false);
    planned(key, "2026-08-10", true);
    planned(key, "2027-02-01", false);

    assertThat(texts(figures("exercises", key), "planned")).containsExactly(null, "1", "0", "1");
    assertThat(texts(figures("exercises", other), "planned")).containsOnlyNulls();
    assertThat(texts(figures("exercises", null), "planned")).containsExactly(null, "1", "0", "1");
    assertThat(texts(figures("intelligence", null), "planned")).containsOnlyNulls();
    assertThat(chart(page("/outcomes?" + RANGE), "Ruritania (" + key + ")").select("desc").text())
        .contains("2026-Q3: 0 (planned: 1).", "2026-Q4: 0 (planned: 0).");

    db.sql("update planned_exercise set package_id = 2 where planned_on = date '2027-02-01'")
        .update();
    assertThat(texts(figures("exercises", key), "planned")).containsExactly(null, null, null, "1");
  }

  @Test
  void daysToConsensusAndInIntegrationStandBesideWhatWasPlanned() {
    db.sql(
            """
            insert into engagement_package (programme, version, proposed_tier, tier, tier_reason,
              justification, status, created_at, created_by)
            values (?, 1, 'FULL_CANDIDATE', 'FULL_CANDIDATE', '', '', 'APPROVED', now(), 'planner')
            """)
        .param(key)
        .update();
    db.sql(
            """
            insert into package_instrument (package_id, instrument, cost_level, reach, starts_on,
              ends_on)
            select id, 'JOINT_TRAINING_INITIATIVE', 'medium', 'operational', date '2026-11-30',
              date '2027-11-30' from engagement_package where programme = ?
            """)
        .param(key)
        .update();
    db.sql(
            """
            insert into council_item (programme, package_version, tier, justification, opened_at,
              outcome, closed_at)
            values (?, 1, 'FULL_CANDIDATE', 'safe', ?, 'ADOPTED', ?)
            """)
        .params(key, moment("2026-10-31T00:00:00Z"), moment("2026-11-10T12:00:00Z"))
        .update();
    db.sql(
            """
            insert into phase (programme, package_id, phase_number, instrument, planned_from,
              planned_to, started_at)
            values (?, 1, 1, 'JOINT_TRAINING_INITIATIVE', date '2026-12-01', date '2026-12-20', ?)
            """)
        .params(key, moment("2026-12-01T08:00:00Z"))
        .update();
    db.sql("insert into step_entry (programme, step, entered_at, left_at) values (?, ?, ?, ?)")
        .params(key, "INTEGRATION", moment("2026-12-01T08:00:00Z"), moment("2026-12-31T08:00:00Z"))
        .update();
    db.sql("insert into step_entry (programme, step, entered_at, left_at) values (?, ?, ?, ?)")
        .params(key, "OVERSIGHT", moment("2026-12-01T08:00:00Z"), moment("2026-12-31T08:00:00Z"))
        .update();
    db.sql("insert into step_entry (programme, step, entered_at, left_at) values (?, ?, ?, ?)")
        .params(key, "CONSENSUS", moment("2026-11-01T08:00:00Z"), moment("2026-11-03T08:00:00Z"))
        .update();

    assertThat(texts(figures("days-to-consensus", null), "value"))
        .containsExactly(null, null, "10.5", null);
    assertThat(texts(figures("days-to-consensus", null), "planned"))
        .containsExactly(null, null, "30.0", null);
    assertThat(texts(figures("days-in-step", "integration"), "value"))
        .containsExactly(null, null, "30.0", null);
    assertThat(texts(figures("days-in-step", "integration"), "planned"))
        .containsExactly(null, null, "20.0", null);
    assertThat(texts(figures("retained", "joint-training-initiative"), "value"))
        .containsExactly(null, null, "1", "1");
    assertThat(page("/outcomes?" + RANGE).select("section p.answer").eachText())
        .contains(
            "Fourth quarter of 2026, the last one that is over in which a step was left: of the"
                + " steps that follow one another, stays in 5 Integrate were the longest, 30.0 days"
                + " on average.",
            "Of the one programme that has entered integration, one stayed.");
    Document page = page("/outcomes?" + RANGE);
    assertThat(chart(page, "6 Monitor and adjust").select("desc").text())
        .contains("2026-Q4: 30.0.");
    assertThat(page.select(".wide thead th").eachText())
        .contains("5 Integrate", "6 Monitor and adjust, where alone");
    // Each on a scale of its own: the number at its upper end.
    assertThat(chart(page, "3 Secure consensus").select("text").first().text()).isEqualTo("2");
    assertThat(chart(page, "5 Integrate").select("text").first().text()).isEqualTo("30");
  }

  /** Line by line, quarter by quarter, of every chart. */
  @Test
  void pageCallAndFileSayTheSame() {
    held(key, "EXERCISE", "2026-08-03");
    held(other, "EXERCISE", "2026-11-03");
    held(other, "INTELLIGENCE_SHARING", "2027-01-03");
    planned(key, "2026-11-03", false);

    Map<String, List<String>> called = new HashMap<>();
    JsonNode rows = json("/api/v1/outcomes/series?" + RANGE);
    rows.forEach(
        row ->
            called
                .computeIfAbsent(
                    row.get("measure").asText() + ": " + row.get("name").asText(),
                    first -> new ArrayList<>())
                .add(
                    text(row.get("value"))
                        + "/"
                        + text(row.get("planned"))
                        + "/"
                        + text(row.get("outOf"))));
    Map<String, List<String>> filed = new HashMap<>();
    csv("/api/v1/outcomes/series?format=csv&" + RANGE)
        .forEach(
            row ->
                filed
                    .computeIfAbsent(
                        row.get("measure") + ": " + row.get("name").replaceFirst("^'", ""),
                        first -> new ArrayList<>())
                    .add(row.get("value") + "/" + row.get("planned") + "/" + row.get("outOf")));
    Map<String, List<String>> shown = new HashMap<>();
    Map<String, String> codes = new HashMap<>();
    rows.forEach(
        row ->
            codes.put(
                Coded.of(Measure.class, row.get("measure").asText()).word(),
                row.get("measure").asText()));
    for (Element line : page("/outcomes?" + RANGE).select("section details table tbody tr")) {
      String label = line.select("th").text();
      String measure = label.substring(0, label.indexOf(": "));
      shown.put(
          codes.get(measure) + label.substring(label.indexOf(": ")),
          line.select("td").eachText().stream().map(OutcomesChartsTest::parts).toList());
    }

    assertThat(called).hasSizeGreaterThan(10).isEqualTo(filed).isEqualTo(shown);
    assertThat(called.get("exercises: Ruritania (" + key + ")"))
        .containsExactly("//", "1//", "0/1/", "0//");
    String whole = get("/api/v1/outcomes?" + RANGE + "&format=csv");
    assertThat(whole).contains("2026-Q4,,false,2,1,0,0,");
  }

  /** "1 of 2 (planned: 3)" as "1/3/2". */
  private static String parts(String cell) {
    String planned = cell.contains("(planned: ") ? cell.replaceAll(".*planned: |\\)", "") : "";
    String value = cell.replaceFirst(" \\(planned.*", "");
    String outOf = value.contains(" of ") ? value.substring(value.indexOf(" of ") + 4) : "";
    value = value.equals("not known") ? "" : value.replaceFirst(" of .*", "");
    return value + "/" + planned + "/" + outOf;
  }

  @Test
  void aFileHasDaysAsDaysAndExecutesNothing() {
    assertThat(csv("/api/v1/outcomes/series?format=csv&" + RANGE))
        .extracting(row -> row.get("firstDay"))
        .containsOnly("2026-04-01", "2026-07-01", "2026-10-01", "2027-01-01");
    assertThat(csv("/api/v1/outcomes/days?format=csv&" + RANGE))
        .extracting(row -> row.get("name"))
        .contains("'=Pontevedro, \"Grand\" Duchy", "Ruritania");
  }

  @Test
  void theDaysOfAProgrammeAreOnThePageAsInItsFile() {
    Document page = page("/outcomes?" + RANGE);
    List<CSVRecord> rows = csv("/api/v1/outcomes/days?format=csv&" + RANGE);

    for (CSVRecord row : rows) {
      String called = row.get("name").replaceFirst("^'", "") + " (" + row.get("programme") + ")";
      Element line =
          page.select("section > div.together > div.wide tbody tr").stream()
              .filter(each -> each.select("th").text().equals(called))
              .findFirst()
              .orElseThrow();
      assertThat(line.select("td").last().text()).isEqualTo(row.get("total"));
    }
    assertThat(rows).extracting(row -> row.get("total")).containsExactly("128.2", "219.2");
    assertThat(page.select("tfoot tr").first().select("td").last().text()).isEqualTo("173.7");
  }

  @Test
  void severalProgrammesAreCountedTogetherAndStayTicked() {
    office.setClock(Instant.parse("2027-02-11T12:00:00Z"));
    String third = programmes.register(SampleDossiers.of("XD", "Dorelia"));
    held(key, "EXERCISE", "2027-01-11");
    held(other, "EXERCISE", "2027-01-12");
    held(third, "EXERCISE", "2027-01-13");
    String both = "&programme=" + key + "&programme=" + other;

    Document page = page("/outcomes?" + RANGE + both);
    assertThat(page.select("input[name=programme][checked]").eachAttr("value"))
        .containsExactlyInAnyOrder(key, other);
    assertThat(page.select("summary").eachText()).contains("Programmes: 2 chosen");
    assertThat(page.select("figcaption").eachText()).doesNotContain("Dorelia (" + third + ")");
    assertThat(page.select("p.files a").eachAttr("href"))
        .isNotEmpty()
        .allMatch(address -> address.contains("retention") || address.contains(both));
    JsonNode report = json("/api/v1/outcomes?" + RANGE + both);
    assertThat(report.at("/quarters/3/all/activities/jointExercises").asInt()).isEqualTo(2);
    assertThat(report.get("programme").isNull()).isTrue();
    assertThat(report.get("programmes")).hasSize(2);
    assertThat(
            get("/api/v1/outcomes?programme==Pontevedro,%20%22Grand%22%20Duchy")
                .contains("\"programme\":\"" + other + "\""))
        .isTrue();
    // Elsewhere the same parameter twice is refused, as one of them would be left out.
    assertThat(Visitor.person(port, "manager").open("/programmes?text=a&text=b").statusCode())
        .isEqualTo(400);
    assertThat(Visitor.person(port, "manager").open("/outcomes?from=2026&from=2027").statusCode())
        .isEqualTo(400);
  }

  @Test
  void whatAnAddressAsksWronglyIsToldAtItsField() {
    Document page = page("/outcomes?from=2026-9&to=2050&tier=friend&programme=" + key);

    for (String field : List.of("from", "to", "tier")) {
      assertThat(page.select("[name=%s]".formatted(field)).attr("aria-invalid"))
          .as(field)
          .isEqualTo("true");
      assertThat(page.select("#" + field + "-error").text()).as(field).isNotEmpty();
    }
    assertThat(page.select("[name=from] option[selected]").text()).isEqualTo("2026-9");
    assertThat(page.select("input[name=programme][checked]").eachAttr("value"))
        .containsExactly(key);
    Document none = page("/outcomes?programme=Nowhere&programme=" + key);
    assertThat(none.select("#programme-error").text()).contains("'Nowhere'");
    assertThat(none.select("input[name=programme][checked]").eachAttr("value"))
        .containsExactly(key);
    assertThat(json("/api/v1/outcomes/series?about=love&from=2026-9").toString())
        .contains("\"about\"", "\"from\"");
    assertThat(page("/outcomes?page=-1").select("[role=alert]").text()).isNotEmpty();
  }

  @Test
  void ofManyProgrammesAFewAreDrawnAndTheOthersAreAClickAway() {
    office.setClock(Instant.parse("2027-02-11T12:00:00Z"));
    // Straight into the register: a candidate has one programme, and there are few codes.
    for (int number = 0; number < 60; number++) {
      db.sql(
              """
              insert into programme (programme_key, candidate, name, status, step, opened_at,
                opened_by, ended_at, outcome)
              values (?, 'XQ', ?, 'ENDED', 'CONSENSUS', ?, 'analyst', ?, 'NO_CONSENSUS')
              """)
          .params(
              "XQ-" + (3000 + number),
              "Ქართული ".repeat(24) + number,
              moment("2026-11-01T08:00:00Z"),
              moment("2027-01-20T08:00:00Z"))
          .update();
    }

    Document page = page("/outcomes?" + RANGE);
    Element exercises = page.select("section").first();
    assertThat(exercises.select("figure")).hasSize(25);
    assertThat(exercises.select(".more a").text()).isEqualTo("… and 38 more programmes");
    assertThat(page.select("details.programme-choice .hint").text())
        .contains("There are more programmes");
    Document next = page("/outcomes" + exercises.select(".more a").attr("href"));
    assertThat(next.select("section").first().select("figure")).hasSize(25);
    assertThat(next.select("section").first().select("figcaption").eachText())
        .doesNotContainAnyElementsOf(exercises.select("figcaption").eachText().subList(1, 25));
    assertThat(page("/outcomes?page=99&" + RANGE).select("section").first().select("figure"))
        .hasSize(15);
    assertThat(csv("/api/v1/outcomes/days?format=csv&" + RANGE)).hasSize(62);
    assertThat(page("/outcomes?find=3042").select("input[name=programme]").eachAttr("value"))
        .containsExactly("XQ-3042");
  }

  @Test
  void anEmptyOfficeSaysSoAndHasFilesWithoutLines() {
    db.sql("delete from step_entry").update();
    db.sql("delete from programme").update();

    Document page = page("/outcomes");
    assertThat(page.select("p.empty").text()).contains("nothing to count yet");
    assertThat(page.select("svg, section")).isEmpty();
    assertThat(page("/outcomes/retention").select("p.empty")).hasSize(1);
    assertThat(get("/api/v1/outcomes/retention")).isEqualTo("[]");
    assertThat(csv("/api/v1/outcomes/days?format=csv")).isEmpty();
    assertThat(csv("/api/v1/outcomes/series?format=csv"))
        .isNotEmpty()
        .allMatch(row -> row.get("value").isEmpty() && row.get("planned").isEmpty());
  }

  @Test
  void whoStaysIsACallAndAFileToo() {
    for (int number = 0; number < 5; number++) {
      db.sql(
              """
              insert into programme (programme_key, candidate, name, status, step, opened_at,
                opened_by)
              values (?, 'XQ', 'Qumar', 'ACTIVE', 'INTEGRATION', ?, 'analyst')
              """)
          .params("XQ-" + (2020 + number), moment("2024-11-01T08:00:00Z"))
          .update();
      db.sql(
              """
              insert into phase (programme, package_id, phase_number, instrument, planned_from,
                planned_to, started_at)
              values (?, 1, 1, 'JOINT_TRAINING_INITIATIVE', date '2025-01-01', date '2026-01-01', ?)
              """)
          .params("XQ-" + (2020 + number), moment("2025-01-02T08:00:00Z"))
          .update();
    }

    JsonNode rows = json("/api/v1/outcomes/retention");
    List<CSVRecord> file = csv("/api/v1/outcomes/retention?format=csv");
    Document page = page("/outcomes/retention");

    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).get("kept").asInt()).isEqualTo(5);
    assertThat(rows.get(0).get("sharePct").asInt()).isEqualTo(100);
    assertThat(rows.get(0).get("lowPct").asInt()).isEqualTo(57);
    assertThat(rows.get(2).get("cases").asInt()).isZero();
    assertThat(rows.get(2).get("sharePct").isNull()).isTrue();
    assertThat(file.get(0).get("lowPct")).isEqualTo("57");
    assertThat(file.get(2).get("sharePct")).isEmpty();
    assertThat(page.select("tbody td").eachText())
        .contains("5 of 5 100 %, probably 57 to 100 %", "none so far");
    assertThat(page.select("p.files a").eachAttr("href"))
        .containsExactly(
            "/api/v1/outcomes/retention?format=csv", "/api/v1/outcomes/retention?format=xlsx");
    assertThat(Visitor.program(port, "delegate-fr").get("/api/v1/outcomes/retention").statusCode())
        .isEqualTo(403);
  }

  private static Element chart(Document page, String title) {
    return page.select("figure").stream()
        .filter(figure -> figure.select("figcaption").text().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> figures(String measure, String of) {
    return StreamSupport.stream(json("/api/v1/outcomes/series?" + RANGE).spliterator(), false)
        .filter(row -> row.get("measure").asText().equals(measure))
        .filter(row -> of == null ? row.get("of").isNull() : row.get("of").asText().equals(of))
        .toList();
  }

  private List<String> values(String measure, String of) {
    return texts(figures(measure, of), "value");
  }

  private static List<String> texts(List<JsonNode> rows, String field) {
    List<String> texts = new ArrayList<>();
    rows.forEach(row -> texts.add(row.get(field).isNull() ? null : row.get(field).asText()));
    return texts;
  }

  private static long number(List<JsonNode> rows, int quarter, String field) {
    return rows.get(quarter).get(field).asLong();
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }

  private Document page(String address) {
    return Jsoup.parse(Visitor.person(port, "manager").open(address).body());
  }

  private JsonNode json(String address) {
    return Visitor.program(port, "manager").json(address);
  }

  private String get(String address) {
    return Visitor.program(port, "manager").get(address.replace(" ", "%20")).body();
  }

  private List<CSVRecord> csv(String address) {
    try {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(new StringReader(get(address)))
          .getRecords();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void held(String programme, String kind, String day) {
    db.sql(
            """
            insert into activity (programme, kind, name, held_on, participants, source, recorded_by,
              recorded_at)
            values (?, ?, 'Northern Light', ?, 'XR, FR', 'report', 'officer', now())
            """)
        .params(programme, kind, LocalDate.parse(day))
        .update();
  }

  private void planned(String programme, String day, boolean dropped) {
    db.sql(
            """
            insert into planned_exercise (programme, package_id, phase_id, planned_on, name,
              standard, dropped)
            values (?, 1, 1, ?, 'Northern Light', 'STANAG', ?)
            """)
        .params(programme, LocalDate.parse(day), dropped)
        .update();
  }

  private static OffsetDateTime moment(String text) {
    return OffsetDateTime.parse(text);
  }
}
