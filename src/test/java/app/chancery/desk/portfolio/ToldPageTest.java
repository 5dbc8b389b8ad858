package app.chancery.desk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.programme.Programmes;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule 8 as a table: what, to whom, when, by which way, read by whom. */
@WebOfficeTest
class ToldPageTest {

  @LocalServerPort int port;
  @Autowired Programmes programmes;
  @Autowired Notices notices;
  @Autowired JdbcClient db;

  private String key;

  @BeforeEach
  void aProgrammeOfWhichAllAlliesWereTold() {
    key = programmes.register(SampleDossiers.ruritania());
  }

  @Test
  void eachAllyWasToldAndWhoHasReadItIsNamed() {
    read("delegate-fr");
    read("delegate-de");

    Element row = row("manager", "Programme opened: Ruritania");

    long told = db.sql("select count(*) from inbox_item").query(Long.class).single();
    assertThat(told).isGreaterThan(30);
    assertThat(row.select("td").get(2).text()).isEqualTo("32 delegations");
    assertThat(row.select("td").get(3).text()).isEqualTo("inbox of " + told + " persons");
    assertThat(row.select("td").get(4).select("span").text()).isEqualTo("2 of " + told);
    assertThat(row.select("li").eachText())
        .hasSize(2)
        .anyMatch(each -> each.contains("delegation of France"))
        .anyMatch(each -> each.contains("delegation of Germany"));
  }

  @Test
  void aDelegationSeesOnlyItsOwnReaders() {
    read("delegate-de");

    Element row = row("delegate-fr", "Programme opened: Ruritania");

    assertThat(row.select("li")).isEmpty();
    assertThat(row.select("td").get(4).text()).isEqualTo("0 of 1");
    read("delegate-fr");
    assertThat(row("delegate-fr", "Programme opened: Ruritania").select("li").eachText())
        .singleElement()
        .asString()
        .contains("delegation of France");
  }

  @Test
  void whatWasToldInConfidenceStandsThereForItsRecipientsAlone() {
    notices.tellInConfidence(
        Message.of(
            NoticeKind.POSITIONS_MISSING, key, "consensus", NoticePlace.programme(), "1", "x", "y"),
        List.of("council-secretariat", "delegation-fr"));

    assertThat(page("secretary").select("tbody tr")).hasSize(2);
    assertThat(page("delegate-fr").select("tbody tr")).hasSize(2);
    assertThat(page("delegate-fr").select("tbody tr").last().text())
        .contains("in confidence", "0 of 1")
        .doesNotContain("council secretariat");
    for (String stranger : List.of("manager", "admin", "analyst", "delegate-de")) {
      assertThat(page(stranger).select("tbody tr")).as(stranger).hasSize(1);
    }
  }

  @Test
  void ofNoProgrammeNothingIsTold() {
    assertThat(Visitor.person(port, "manager").open("/programmes/XX-1999/told").statusCode())
        .isEqualTo(404);
  }

  private void read(String account) {
    Visitor person = Visitor.person(port, account);
    long id =
        db.sql("select max(id) from inbox_item where account = ?")
            .param(account)
            .query(Long.class)
            .single();
    HttpResponse<String> answer =
        Visitor.program(port, account).put("/api/v1/inbox/" + id + "/read", "");
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    assertThat(person.open("/inbox").statusCode()).isEqualTo(200);
  }

  private Element row(String account, String subject) {
    return page(account).select("tbody tr").stream()
        .filter(each -> each.text().contains(subject))
        .findFirst()
        .orElseThrow();
  }

  private Document page(String account) {
    HttpResponse<String> answer =
        Visitor.person(port, account).open("/programmes/" + key + "/told");
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
