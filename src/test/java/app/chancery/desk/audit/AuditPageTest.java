package app.chancery.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import app.chancery.programme.Opening;
import app.chancery.programme.Step;
import app.chancery.rehearsal.Office;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What auditors read of the audit in a browser, and where. */
@WebOfficeTest
class AuditPageTest {

  @LocalServerPort private int port;
  @Autowired private Audit audit;
  @Autowired private Opening opening;
  @Autowired private Office office;
  @Autowired private JdbcClient db;

  @Test
  void aLoginLeadsAnAuditorToTheAuditAndNobodyElse() {
    Visitor auditor = Visitor.person(port, "auditor");
    assertThat(Visitor.location(auditor.open("/"))).isEqualTo("/audit");
    assertThat(page(auditor, "/audit").select(".masthead a[href=/audit][aria-current=page]"))
        .hasSize(1);

    for (String account : List.of("admin", "analyst")) {
      Visitor other = Visitor.person(port, account);
      assertThat(Visitor.location(other.open("/"))).isEqualTo("/work");
      assertThat(page(other, "/work").select(".masthead a[href=/audit]")).isEmpty();
      assertThat(other.open("/audit").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void theNewestIsFirstWithWhoWhatAboutWhatAndWhy() {
    office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
    audit.recordOf("executive", Act.DECISION, "XR-2026", "engagement", "Tier lowered", "Too early");
    audit.recordOf(
        "delegate-fr", Act.POSITION, "XR-2026", "round 12, FR", "objection", "Not before spring");
    audit.recordOf(null, Act.DOCUMENT_APPROVED, "XR-2026", "stakeholder-map 2", "0a1b2c", null);

    Document page = page(auditor(), "/audit?programme=XR-2026");

    assertThat(
            page.select("tbody tr").stream()
                .limit(3)
                .map(row -> row.select("td").stream().map(Element::text).toList()))
        .isNotEmpty()
        .satisfiesExactly(
            document ->
                assertThat(document.subList(2, 4))
                    .containsExactly(
                        "document approved 0a1b2c",
                        "Ruritania (XR-2026) Stakeholder map, version 2"),
            position ->
                assertThat(position.subList(1, 5))
                    .containsExactly(
                        "Delegate of France, delegation of France",
                        "position objection",
                        "Ruritania (XR-2026) round France",
                        "Not before spring"),
            decision ->
                assertThat(decision.subList(1, 5))
                    .containsExactly(
                        "Edith Halloran, executive",
                        "decision Tier lowered",
                        "Ruritania (XR-2026) " + Step.ENGAGEMENT.title(),
                        "Too early"));
    assertThat(page.select("tbody td").first().text()).contains("(Europe/Brussels)");
    assertThat(page.select("tbody a[href=/programmes/XR-2026]")).hasSize(4);
    assertThat(page.select("tbody a[href=/rounds/12]")).hasSize(1);
  }

  @Test
  void whatIsLookedForStaysInTheAddressWhileOneGoesOn() {
    office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
    for (int each = 1; each <= 120; each++) {
      audit.recordOf("executive", Act.DECISION, "XR-2026", "engagement", "Decided " + each, "So");
      audit.recordOf("clara", Act.LOGIN, null, "clara", "127.0.0.1", null);
    }
    Visitor auditor = auditor();
    String address = "/audit?kind=decision&programme=Ruritania&person=halloran&from=2026-01-01";

    List<String> read = new ArrayList<>();
    Document page = page(auditor, address);
    List<Document> pages = new ArrayList<>(List.of(page));
    while (page.selectFirst("a[rel=next]") != null) {
      page = page(auditor, "/audit" + page.selectFirst("a[rel=next]").attr("href"));
      pages.add(page);
    }
    pages.forEach(each -> read.addAll(each.select("tbody td.first .said").eachText()));

    assertThat(pages).hasSize(3);
    assertThat(read)
        .hasSize(120)
        .doesNotHaveDuplicates()
        .startsWith("Decided 120", "Decided 119")
        .endsWith("Decided 1");
    assertThat(pages.get(2).select("select[name=kind] option[selected]").val())
        .isEqualTo("decision");
    Document back = page(auditor, "/audit" + pages.get(2).selectFirst("a[rel=prev]").attr("href"));
    assertThat(back.select("tbody .number").eachText())
        .isEqualTo(pages.get(1).select("tbody .number").eachText());
    assertThat(
            page(auditor, "/audit" + back.selectFirst("a[rel=prev]").attr("href"))
                .select("tbody .number")
                .eachText())
        .isEqualTo(pages.get(0).select("tbody .number").eachText());
    assertThat(pages.get(0).select("a[rel=prev]")).isEmpty();
  }

  @Test
  void daysAreThoseOfTheAlliancesZoneAndBothInclusive() {
    audit.recordOf("executive", Act.DECISION, null, null, "Decided", null);
    office.setClock(OffsetDateTime.parse("2031-03-01T23:30:00Z").toInstant());
    audit.recordOf("executive", Act.DECISION, null, null, "After midnight in Brussels", null);
    Visitor auditor = auditor();

    assertThat(said(auditor, "/audit?kind=decision&from=2031-03-02&until=2 March 2031"))
        .containsExactly("After midnight in Brussels");
    assertThat(said(auditor, "/audit?kind=decision&until=2031-03-01")).containsExactly("Decided");
  }

  @Test
  void whatIsNoDayKindOrProgrammeIsRefusedByName() {
    Visitor auditor = auditor();

    for (String wrong :
        List.of("from=2026-02-30", "until=soon", "kind=gossip", "before=x", "after=-x")) {
      assertThat(auditor.open("/audit?" + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(auditor.open("/audit?programme=Nowhere").statusCode()).isEqualTo(404);
    assertThat(page(auditor, "/audit?person=nobody").select(".empty").text())
        .isEqualTo("No record matches.");
  }

  @Test
  void whoStoodInForSomebodyIsFoundByBothNames() {
    audit.recordOf("executive/manager", Act.DECISION, null, null, "Decided", null);
    Visitor auditor = auditor();

    for (String person : List.of("executive", "manager", "Halloran", "ZIELINSKI")) {
      assertThat(said(auditor, "/audit?kind=decision&person=" + person))
          .as(person)
          .containsExactly("Decided");
    }
    assertThat(said(auditor, "/audit?kind=decision&person=analyst")).isEmpty();
  }

  @Test
  void theEndOfTheChainIsThatOfTheDatabase() {
    audit.recordOf("executive", Act.DECISION, null, null, "Decided", null);

    Document page = page(auditor(), "/audit");

    String hash = db.sql("select hash from audit_end").query(String.class).single();
    long links = db.sql("select links from audit_end").query(Long.class).single();
    assertThat(page.select(".facts dd").eachText().get(0)).isEqualTo(String.valueOf(links));
    assertThat(page.select(".facts summary code").text()).isEqualTo(hash.substring(0, 12) + "…");
    assertThat(page.select(".facts .digest").text()).isEqualTo(hash);
    assertThat(page.select("tbody .number").first().text()).isEqualTo(String.valueOf(links));
  }

  @Test
  void allOfItIsFetchedFromThePage() {
    Visitor auditor = auditor();
    Document page = page(auditor, "/audit");

    for (String type : List.of("application/x-ndjson", "text/csv")) {
      assertThat(
              page.select("a[download]").eachAttr("href").stream()
                  .map(auditor::open)
                  .filter(
                      file ->
                          file.headers().firstValue("Content-Type").orElseThrow().startsWith(type))
                  .map(HttpResponse::statusCode))
          .as(type)
          .containsExactly(200);
    }
  }

  @Test
  void whatIsFoundIsFetchedFromThePageAllOfIt() {
    office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
    for (int each = 1; each <= 70; each++) {
      audit.recordOf("executive", Act.DECISION, "XR-2026", "engagement", "Decided " + each, "So");
      audit.recordOf("clara", Act.LOGIN, null, "clara", "127.0.0.1", null);
    }
    Visitor auditor = auditor();
    String looked = "kind=decision&programme=Ruritania&person=halloran&from=2026-01-01";

    Document second = page(auditor, "/audit?" + looked + "&before=100");
    HttpResponse<String> file = auditor.open(second.selectFirst(".files a").attr("href"));

    assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(file.body().lines().skip(1))
        .hasSize(70)
        .allSatisfy(line -> assertThat(line).contains(",decision,executive,", ",Decided "));
    assertThat(auditor.open("/api/v1/audit?format=ndjson&" + looked).body().lines()).hasSize(70);
    assertThat(page(auditor, "/audit").select(".files a")).isEmpty();
    assertThat(auditor.open("/api/v1/audit?kind=gossip").statusCode()).isEqualTo(400);
    assertThat(auditor.open("/api/v1/audit?person=nobody").body()).isEmpty();
  }

  @Test
  void whoHasOnlyJustDoneTheirFirstIsFoundInTheFile() {
    audit.recordOf("envoy", Act.DECISION, null, null, "Decided just now", null);

    assertThat(auditor().open("/api/v1/audit?format=csv&kind=decision&person=envoy").body())
        .contains("Decided just now");
  }

  private Visitor auditor() {
    return Visitor.program(port, "auditor");
  }

  private static List<String> said(Visitor auditor, String address) {
    return page(auditor, address).select("tbody td.first .said").eachText();
  }

  private static Document page(Visitor visitor, String address) {
    HttpResponse<String> answer = visitor.open(address.replace(" ", "%20"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
