package app.chancery.desk.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.people.Groups;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Dimension;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.rehearsal.Office;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;

@WebOfficeTest
class WhatIfPageTest {

  @LocalServerPort int port;
  @Autowired Programmes programmes;
  @Autowired Dossiers dossiers;
  @Autowired Office office;
  @Autowired IdentityService identities;
  @Autowired ObjectMapper json;
  @Autowired JdbcClient db;

  private Visitor analyst;
  private String key;

  @BeforeEach
  void aProgramme() {
    office.setClock(Instant.parse("2026-11-27T08:00:00Z"));
    key = programmes.register(SampleDossiers.ruritania());
    analyst = Visitor.person(port, "analyst");
  }

  @AfterEach
  void leave() {
    identities.deleteUser("bruno");
  }

  // ---------------------------------------------------------------- what comes of it

  @Test
  void aProgrammeIsTakenByItsNameAndItsFiguresStandInTheFieldsBesideThoseOfToday() {
    Document page = page("/what-if?programme=Ruritania");

    assertThat(page.select("#programme").val()).isEqualTo("Ruritania (" + key + ")");
    assertThat(page.select("#publicSupportPct").val()).isEqualTo("74");
    assertThat(page.select("#publicSupportPctAsOf").val()).isEqualTo("2026-06-30");
    assertThat(page.select("#occStage option[selected]").val()).isEqualTo("NEL2");
    assertThat(page.select("#publicSupportPct-today").text()).contains("Today 74");
    assertThat(page.select(".tier-now").text()).contains("full candidate", "The same tier");
  }

  @Test
  void anotherFigureIsSeenBesideTodayInTierScoresCapsCostAndWhatItWouldTake() {
    Document page = page("/what-if?programme=" + key + "&publicSupportPct=50&tradeSharePct=20");

    assertThat(page.select(".tier-now").text())
        .contains("Down from full candidate to interim ally");
    assertThat(page.select("table.scores tbody tr:has(td:containsOwn(Domestic support))").text())
        .contains("short");
    assertThat(moves(page, "What would it take?"))
        .containsExactly(
            "Public support (% in favour): from 50 to 55, Trade share with Allies (% of trade): from"
                + " 20 to 23.7: full candidate");
    assertThat(figures(page, "This package")).containsExactly("12", "4");
    assertThat(figures(page, "Left")).containsExactly("48", "56");
  }

  @Test
  void atTheHighestAndTheLowestTierThePageSaysSo() {
    assertThat(page("/what-if?programme=" + key).text()).contains("This is the highest tier.");
    assertThat(page("/what-if?region=europe&european=true").text())
        .contains("This is the lowest tier.")
        .doesNotContain("This is the highest tier.");
  }

  @Test
  void whoIsHeldByNoFigureIsToldWhatHolds() {
    Document page = page("/what-if?programme=" + key + "&european=false");

    assertThat(page.select(".tier-now .mark").text()).isEqualTo(Tier.INTERIM_ALLY.word());
    assertThat(page.select("h3:containsOwn(What would it take?) + p").text())
        .startsWith("No figure raises the tier: ")
        .endsWith(page.select("table.caps tbody td:nth-child(3)").first().text());
  }

  @Test
  void ofNothingAnAddressHoldsOnlyWhatIsEntered() {
    Document page = page("/what-if?region=europe&european=true&publicSupportPct=20");

    assertThat(page.select("p.source.screen a").attr("href"))
        .contains("publicSupportPct=20", "assessedOn=")
        .doesNotContainPattern("=(&|$)");
    assertThat(page.select("p.source.screen").text()).contains("who of the staff has it");
    assertThat(
            page("/what-if?programme=" + key + "&publicSupportPct=")
                .select("p.source.screen a")
                .attr("href"))
        .contains("publicSupportPct=&");
  }

  @Test
  void whatItWouldTakeIsTriedByAClickAndGivesThatTier() {
    Document page = page("/what-if?programme=" + key + "&publicSupportPct=50&tradeSharePct=20");
    String address = page.select("#what-if-comes td.do a").first().attr("href");

    Document tried = page(address);

    assertThat(tried.select("#publicSupportPct").val()).isEqualTo("55");
    assertThat(tried.select("#tradeSharePct").val()).isEqualTo("23.7");
    assertThat(tried.select(".tier-now").text()).contains("full candidate");
  }

  @Test
  void aFigureLeftEmptyIsNotKnownAndOneThatIsTooOldCountsNothing() {
    Document page =
        page("/what-if?programme=" + key + "&publicSupportPct=&occStageAsOf=2015-01-01");

    assertThat(page.select("#publicSupportPct-today").text()).contains("counts as nothing");
    assertThat(page.select("#occStage-today").text()).contains("too old to count");
    assertThat(page.select(".tier-now").text()).contains("Down from full candidate");
  }

  @Test
  void theAddressHoldsAllOfIt() {
    Document page = page("/what-if?programme=" + key + "&publicSupportPct=50");

    String address = page.select("p.source.screen a").attr("href");

    assertThat(address).contains("programme=" + key, "publicSupportPct=50", "tradeSharePct=61");
    assertThat(page(address).select("#what-if").outerHtml())
        .isEqualTo(page.select("#what-if").outerHtml());
  }

  @Test
  void whatThePageSaysIsWhatRestAnswers() throws Exception {
    for (String file : List.of("moldova-2024", "finland-2022", "japan-2024")) {
      JsonNode dossier =
          json.readTree(getClass().getResourceAsStream("/dossiers/" + file + ".json"));
      Visitor program = Visitor.program(port, "analyst");
      JsonNode preview = Visitor.parse(program.post("/api/v1/tiering/preview", dossier.toString()));
      JsonNode moves = Visitor.parse(program.post("/api/v1/tiering/moves", dossier.toString()));

      Document page = page(address(dossier));

      assertThat(page.select(".tier-now .mark").text())
          .isEqualTo(Tier.of(preview.path("tier").asText()).word());
      Map<String, Integer> scores = new TreeMap<>();
      Map<String, Integer> ofRest = new TreeMap<>();
      for (Dimension dimension : Dimension.values()) {
        ofRest.put(dimension.label(), preview.path("scores").path(dimension.field()).asInt());
      }
      page.select("table.scores tbody tr")
          .forEach(
              row ->
                  scores.put(
                      row.select("td.first").text(),
                      Integer.parseInt(row.select("td.number strong").text())));
      assertThat(scores).as(file).isEqualTo(ofRest);
      assertThat(scores.values()).as(file).anyMatch(score -> score > 0);
      assertThat(page.select("h3:containsOwn(Caps) + ul li span:not(.mark)").eachText())
          .isEqualTo(texts(preview.path("caps"), "because"));
      assertThat(page.select("table:has(caption:containsOwn(Instruments)) td.first").eachText())
          .isEqualTo(
              texts(preview.path("instruments"), "instrument").stream()
                  .map(code -> Instrument.of(code).title())
                  .toList());
      assertThat(page.select("details:has(summary:containsOwn(Package)) li").eachText())
          .containsAll(strings(preview.path("package").path("securityAssurances")))
          .containsAll(strings(preview.path("package").path("jointTraining")));
      assertThat(changed(page, "What would it take?")).isEqualTo(changed(moves.path("raises")));
      assertThat(changed(page, "What would lose it?")).isEqualTo(changed(moves.path("losses")));
    }
  }

  // ---------------------------------------------------------------- refused

  @Test
  void whatIsWrongIsSaidAtItsFieldAndTogetherAndNothingTypedIsLost() {
    HttpResponse<String> answer =
        analyst.open(
            "/what-if?region=atlantis&publicSupportPct=140&tradeSharePct=some&occStage=NEL9"
                + "&standardsImplementedPct=80&standardsImplementedPctAsOf=2999-01-01"
                + "&governanceEstimateAsOf=someday");
    Document page = Jsoup.parse(answer.body());

    assertThat(answer.statusCode()).isEqualTo(400);
    List<String> fields =
        List.of(
            "european",
            "region",
            "publicSupportPct",
            "tradeSharePct",
            "occStage",
            "standardsImplementedPctAsOf",
            "governanceEstimateAsOf");
    assertThat(page.select("#what-if-problems a").eachAttr("href"))
        .containsExactlyInAnyOrderElementsOf(fields.stream().map(field -> "#" + field).toList());
    for (String field : fields) {
      Element said = page.getElementById(field);
      assertThat(said.attr("aria-invalid")).as(field).isEqualTo("true");
      assertThat(page.getElementById(field + "-error").text()).as(field).isNotEmpty();
    }
    assertThat(page.select("#publicSupportPct").val()).isEqualTo("140");
    assertThat(page.select("#tradeSharePct").val()).isEqualTo("some");
    assertThat(page.select("#occStage option[selected]").val()).isEqualTo("NEL9");
    assertThat(page.select("#region option[selected]").val()).isEqualTo("atlantis");
    assertThat(page.select("#standardsImplementedPctAsOf").val()).isEqualTo("2999-01-01");
    assertThat(page.select(".tier-now")).isEmpty();
  }

  @Test
  void anUnknownProgrammeAndAMisspeltFieldAreNamed() {
    assertThat(analyst.open("/what-if?programme=Nowhere&publicSupportPct=51").body())
        .contains("Nowhere", "value=\"51\"");
    HttpResponse<String> misspelt = analyst.open("/what-if?programme=" + key + "&publicSuport=9");
    assertThat(misspelt.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(misspelt.body()).select("#what-if-problems").text())
        .contains("publicSuport");
  }

  // ---------------------------------------------------------------- kept

  @Test
  void nothingThatIsTriedOrKeptEntersTheRecord() {
    Map<String, Long> before = rows();

    page("/what-if?programme=" + key + "&publicSupportPct=20");
    page("/what-if?region=europe&european=true&publicSupportPct=20");
    keep("Less support", "note", true, Map.of("programme", key, "publicSupportPct", "20"));

    Map<String, Long> after = rows();
    assertThat(after.remove("what_if_scenario")).isEqualTo(before.remove("what_if_scenario") + 1);
    assertThat(before).containsKeys("decision_record", "dossier", "indicator", "notice");
    assertThat(before).containsKeys("act_ru_execution", "act_hi_procinst", "act_hi_decinst");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void whatIsKeptIsSeenByItsOwnerAndByAllStaffOnlyIfItIsShared() {
    keep("For me", "", false, Map.of("programme", key, "publicSupportPct", "20"));
    keep("For all", "Look at\nthis.", true, Map.of("programme", key, "publicSupportPct", "50"));

    Document own = page("/what-if");
    Document planner = Jsoup.parse(Visitor.person(port, "planner").open("/what-if").body());

    assertThat(own.select("main table td.first a").eachText()).containsExactly("For all", "For me");
    assertThat(planner.select("main table td.first a").eachText()).containsExactly("For all");
    assertThat(planner.select("td.name:contains(analyst)").text()).contains("Ada Lindqvist");
    assertThat(planner.select("form[action*=delete]")).isEmpty();
    String address = planner.select("main table td.first a").attr("href");
    assertThat(page(address).select("#publicSupportPct").val()).isEqualTo("50");
  }

  @Test
  void aScenarioIsDeletedByItsOwnerAloneAndWhatStandsInTheFieldsStays() {
    keep("Mine", "", true, Map.of("programme", key, "publicSupportPct", "20"));
    String delete =
        page("/what-if?programme=" + key + "&publicSupportPct=33")
            .select("form[action*=delete]")
            .attr("action");
    Visitor planner = Visitor.person(port, "planner");
    assertThat(planner.postForm(delete, Map.of()).statusCode()).isEqualTo(404);

    String tried =
        page("/what-if?programme=" + key + "&publicSupportPct=33")
            .select("form[action*=delete] input[name=tried]")
            .val();
    HttpResponse<String> answer = analyst.postForm(delete, Map.of("tried", tried));

    assertThat(answer.statusCode()).isEqualTo(302);
    Document page = page(Visitor.location(answer));
    assertThat(page.select("[role=status]").eachText())
        .anyMatch(text -> text.contains("Deleted: Mine"));
    assertThat(page.select("#publicSupportPct").val()).isEqualTo("33");
    assertThat(page.select("form[action*=delete]")).isEmpty();
  }

  @Test
  void aNameThatIsMissingOrTakenIsSaidAtItsFieldAndTheNoteIsNotLost() {
    keep("Mine", "", false, Map.of("programme", key, "publicSupportPct", "20"));

    for (String name : List.of("", "Mine", "two\nlines", "x".repeat(201))) {
      Map<String, String> sent =
          Map.of(
              "tried",
              "programme=" + key + "&publicSupportPct=20",
              "name",
              name,
              "note",
              "A long thought.",
              "shared",
              "true");
      HttpResponse<String> answer = analyst.postForm("/what-if/scenarios", sent);
      Document page = Jsoup.parse(answer.body());

      assertThat(answer.statusCode()).as(name).isEqualTo(400);
      assertThat(page.select("#name-error").text()).as(name).isNotEmpty();
      assertThat(page.select("#note").text()).contains("A long thought.");
      assertThat(page.select("input[name=shared]").hasAttr("checked")).isTrue();
      assertThat(page.select("#publicSupportPct").val()).isEqualTo("20");
    }
    assertThat(db.sql("select count(*) from what_if_scenario").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void whatIsSharedOutlivesItsAccountAndWhatIsPrivateDoesNot() {
    User person = identities.newUser("bruno");
    person.setFirstName("Bruno");
    person.setLastName("Keller");
    person.setPassword("chancery");
    ((IdentityServiceImpl) identities).saveUser(person, true);
    identities.createMembership("bruno", Groups.ANALYSTS);
    Visitor bruno = Visitor.person(port, "bruno");
    for (String shared : List.of("", "&shared=true")) {
      bruno.postForm(
          "/what-if/scenarios",
          "tried=programme%3D" + key + "&name=Of+Bruno" + shared.length() + "&note=" + shared);
    }
    assertThat(db.sql("select count(*) from what_if_scenario").query(Long.class).single())
        .isEqualTo(2);

    identities.deleteUser("bruno");

    Document page = page("/what-if");
    assertThat(page.select("main table td.first a").eachText()).hasSize(1);
    assertThat(page.select("td.name:contains(Bruno Keller)")).hasSize(1);
  }

  // ---------------------------------------------------------------- who, and where from

  @Test
  void delegationsAndAuditorsDoNotTryFigures() {
    for (String account : List.of("delegate-fr", "auditor")) {
      Visitor other = Visitor.person(port, account);
      assertThat(other.open("/what-if?programme=" + key).statusCode()).as(account).isEqualTo(403);
      assertThat(other.open("/programmes/" + key).body()).doesNotContain("/what-if");
      assertThat(other.open("/programmes").body()).doesNotContain("/what-if");
    }
  }

  @Test
  void theProgrammeAndThePortfolioLeadThere() {
    assertThat(page("/programmes/" + key).select("main a[href^=/what-if]").attr("href"))
        .isEqualTo("/what-if?programme=" + key);
    assertThat(page("/programmes").select("main a[href=/what-if]")).hasSize(1);
  }

  @Test
  void aFigureThatWasRecordedSinceIsTheFigureOfToday() {
    dossiers.record(
        key,
        new Indicator(
            IndicatorName.PUBLIC_SUPPORT_PCT, "12.50", LocalDate.of(2026, 11, 20), "survey"));

    Document page = page("/what-if?programme=" + key + "&publicSupportPct=74");

    assertThat(page.select("#publicSupportPct-today").text()).contains("Today 12.5");
    assertThat(page.select(".tier-now").text()).contains("to full candidate");
  }

  @Test
  void whatComesOfItIsAFileToo() {
    String link =
        page("/what-if?programme=" + key + "&publicSupportPct=74")
            .select("p.files a")
            .first()
            .attr("href");

    assertThat(link).startsWith("/what-if/figures?").endsWith("&format=csv");
    assertThat(analyst.open(link).body())
        .startsWith("group,of,today,whatIf,tier,asOf\r\n")
        .containsPattern("figure,publicSupportPct,[0-9.]+,74,,\\d{4}-\\d\\d-\\d\\d\r\n")
        .contains("capacity,points,60,60,,");
  }

  @Test
  void theCapsOfTodayStandBesideThoseOfWhatIsTried() {
    dossiers.record(
        key,
        new Indicator(
            IndicatorName.PUBLIC_SUPPORT_PCT, "40", LocalDate.of(2026, 11, 20), "survey"));
    String same = "/what-if?programme=" + key;
    String lifted = same + "&publicSupportPct=74";
    String lowered = same + "&publicSupportPct=10";

    assertThat(caps(same)).hasSize(1);
    String today = caps(same).get(0).get(1);
    assertThat(caps(same)).containsExactly(List.of("at most interim ally", today, today));
    assertThat(caps(lifted))
        .containsExactly(List.of("at most interim ally", today, "does not apply"));
    assertThat(caps(lowered))
        .anySatisfy(
            cap -> assertThat(cap).startsWith("at most strategic partner", "does not apply"))
        .anySatisfy(cap -> assertThat(cap).startsWith("at most interim ally", today));

    assertThat(analyst.open(same.replace("?", "/figures?") + "&format=csv").body())
        .containsPattern("cap,domestic-support,(\"?)([^\r]{10,}?)\\1,\\1\\2\\1,interim-ally,\r\n");
    assertThat(analyst.open(lifted.replace("?", "/figures?") + "&format=csv").body())
        .containsPattern("cap,domestic-support,[^\r]{10,},,interim-ally,\r\n");
    assertThat(analyst.open(lowered.replace("?", "/figures?") + "&format=csv").body())
        .containsPattern("cap,domestic-support,,[^\r]{10,},strategic-partner,\r\n");
  }

  @Test
  void whereNoCapAppliesNeitherTodayNorOtherwiseThatIsSaid() {
    assertThat(page("/what-if?programme=" + key).select("h3:containsOwn(Caps) + p").text())
        .isEqualTo("No cap applies, neither today nor to what is tried.");
  }

  // ---------------------------------------------------------------- reading the page

  private List<List<String>> caps(String address) {
    return page(address).select("table.caps tbody tr").stream()
        .map(row -> row.select("td").eachText())
        .toList();
  }

  private Document page(String address) {
    HttpResponse<String> answer = analyst.open(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private void keep(String name, String note, boolean shared, Map<String, String> tried) {
    Map<String, String> sent = new LinkedHashMap<>();
    sent.put("tried", Tried.address(tried).replaceAll(".*\\?", ""));
    sent.put("name", name);
    sent.put("note", note);
    if (shared) {
      sent.put("shared", "true");
    }
    HttpResponse<String> answer = analyst.postForm("/what-if/scenarios", sent);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
  }

  /** How many rows each table has, the engine's among them; but for sessions. */
  private Map<String, Long> rows() {
    return db
        .sql(
            """
            select lower(table_name) from information_schema.tables
            where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'
            """)
        .query(String.class)
        .list()
        .stream()
        .filter(table -> !table.equals("web_session"))
        .collect(
            Collectors.toMap(
                table -> table,
                table -> db.sql("select count(*) from " + table).query(Long.class).single(),
                (one, other) -> one,
                TreeMap::new));
  }

  private static String address(JsonNode dossier) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/what-if")
            .queryParam("region", dossier.path("region").asText())
            .queryParam("european", dossier.path("european").asText())
            .queryParam("assessedOn", dossier.path("assessedOn").asText());
    dossier
        .path("indicators")
        .properties()
        .forEach(
            entry ->
                address
                    .queryParam(entry.getKey(), entry.getValue().path("value").asText())
                    .queryParam(entry.getKey() + "AsOf", entry.getValue().path("asOf").asText()));
    return address.encode().build().toUriString();
  }

  private static List<String> figures(Document page, String line) {
    List<String> figures =
        new ArrayList<>(
            page.select("table.capacity tr:has(th:containsOwn(" + line + ")) td").eachText());
    assertThat(figures).isNotEmpty();
    return figures;
  }

  private static List<String> moves(Document page, String heading) {
    Element table = page.select("table:has(caption:containsOwn(" + heading + "))").first();
    return table == null
        ? List.of()
        : table.select("tbody tr").stream()
            .map(
                row ->
                    String.join(", ", row.select(".change").eachText())
                        + ": "
                        + row.select("td.word").text())
            .toList();
  }

  /** The fields that a move of the page changes with what they become, by the address of each. */
  private static List<Map<String, String>> changed(Document page, String heading) {
    Map<String, String> now = new TreeMap<>();
    for (IndicatorName name : IndicatorName.values()) {
      Element field = page.getElementById(name.field());
      now.put(
          name.field(),
          field.tagName().equals("select") ? field.select("option[selected]").val() : field.val());
    }
    Element table = page.select("table:has(caption:containsOwn(" + heading + "))").first();
    return table == null
        ? List.of()
        : table.select("tbody tr").stream()
            .map(
                row -> {
                  Map<String, String> moved = new TreeMap<>();
                  UriComponentsBuilder.fromUriString(row.select("a").attr("href"))
                      .build()
                      .getQueryParams()
                      .toSingleValueMap()
                      .forEach(
                          (field, value) -> {
                            if (now.containsKey(field) && !value.equals(now.get(field))) {
                              moved.put(field, value);
                            }
                          });
                  moved.put("tier", row.select("td.word").text());
                  return moved;
                })
            .toList();
  }

  private static List<Map<String, String>> changed(JsonNode moves) {
    return StreamSupport.stream(moves.spliterator(), false)
        .map(
            move -> {
              Map<String, String> moved = new TreeMap<>();
              move.path("changes")
                  .forEach(
                      change ->
                          moved.put(change.path("indicator").asText(), change.path("to").asText()));
              moved.put("tier", Tier.of(move.path("tier").asText()).word());
              return moved;
            })
        .toList();
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.path(field).asText())
        .toList();
  }

  private static List<String> strings(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
