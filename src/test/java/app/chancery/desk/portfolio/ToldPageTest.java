package app.chancery.desk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.mail.MailWriter;
import app.chancery.platform.time.Days;
import app.chancery.programme.Programmes;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.rehearsal.Office;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
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
  @Autowired List<MailWriter> digests;
  @Autowired Office office;
  @Autowired Days days;
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
    assertThat(row.select("> td").get(2).text()).isEqualTo("32 delegations");
    assertThat(row.select("> td").get(3).text()).startsWith("inbox of " + told + " persons");
    assertThat(row.select("> td").get(4).select("span").text()).isEqualTo("2 of " + told);
    assertThat(readers(row))
        .hasSize(2)
        .anyMatch(each -> each.contains("delegation of France"))
        .anyMatch(each -> each.contains("delegation of Germany"));
  }

  @Test
  void theFileHasEachPersonAndHidesWhatThePageHides() {
    read("delegate-de");
    notices.tellInConfidence(
        Message.of(
            NoticeKind.POSITIONS_MISSING, key, "consensus", NoticePlace.programme(), "1", "x", "y"),
        List.of("council-secretariat", "delegation-fr"));

    long told =
        db.sql(
                "select count(*) from inbox_item i join notice n on n.id = i.notice"
                    + " where not n.confidential")
            .query(Long.class)
            .single();
    List<String> ofManager = file("manager");
    assertThat(ofManager.get(0))
        .isEqualTo("at,kind,subject,text,to,confidential,person,way,mailed,mailedAt,readAt");
    assertThat(ofManager).hasSize((int) told + 1).noneMatch(row -> row.contains(",true,"));
    assertThat(ofManager)
        .filteredOn(row -> row.contains("delegation of Germany"))
        .singleElement()
        .asString()
        .matches(".*,\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    assertThat(file("delegate-fr"))
        .hasSize(3)
        .noneMatch(row -> row.contains("Germany") || row.contains("council secretariat"));
  }

  private List<String> file(String account) {
    Visitor reader = Visitor.person(port, account);
    String link =
        Jsoup.parse(reader.open("/programmes/" + key + "/told").body())
            .select("p.files a")
            .first()
            .attr("href");
    assertThat(link).isEqualTo("/programmes/" + key + "/told?format=csv");
    return reader.open(link).body().lines().toList();
  }

  @Test
  void aDelegationSeesOnlyItsOwnReaders() {
    read("delegate-de");

    Element row = row("delegate-fr", "Programme opened: Ruritania");

    assertThat(readers(row)).isEmpty();
    assertThat(row.select("> td").get(4).text()).isEqualTo("0 of 1");
    read("delegate-fr");
    assertThat(readers(row("delegate-fr", "Programme opened: Ruritania")))
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

    assertThat(page("secretary").select(".rows > tbody > tr")).hasSize(2);
    assertThat(page("delegate-fr").select(".rows > tbody > tr")).hasSize(2);
    assertThat(page("delegate-fr").select(".rows > tbody > tr").last().text())
        .contains("in confidence", "0 of 1")
        .doesNotContain("council secretariat");
    for (String stranger : List.of("manager", "admin", "analyst", "delegate-de")) {
      assertThat(page(stranger).select(".rows > tbody > tr")).as(stranger).hasSize(1);
    }
  }

  @Test
  void byWhichWayEachWasToldAndWhatBecameOfItIsSaid() {
    office.setClock(Instant.parse("2026-11-27T11:00:00Z"));
    notices.tellInConfidence(
        Message.of(
            NoticeKind.SILENCE_ENDS_SOON, key, "consensus", NoticePlace.programme(), "1", "soon"),
        List.of("delegation-fr", "delegation-de"));
    notices.tell(
        Message.of(
            NoticeKind.SILENCE_BROKEN, key, "consensus", NoticePlace.programme(), "1", "a", "b"),
        List.of("delegation-fr", "delegation-de", "executives"));
    db.sql("update inbox_item set way = 'none' where account = 'executive'").update();
    db.sql("delete from mail where account = 'executive'").update();
    assertThat(ways(row("manager", "Silence broken")))
        .containsExactly("mail at once, waits to be sent: 2", "inbox alone: 1");
    db.sql(
            """
            update mail set state = 'sent', sent_at = timestamp with time zone
              '2026-11-27 11:05:00+00:00' where account = 'delegate-fr'
            """)
        .update();
    db.sql("update mail set state = 'failed', failure = '550 secret' where account = 'delegate-de'")
        .update();

    Element row = row("manager", "Silence broken");
    assertThat(ways(row))
        .containsExactly("mail at once, sent: 1", "mail at once, failed: 1", "inbox alone: 1");
    assertThat(row.select("details tbody tr").eachText())
        .containsExactly(
            "Delegate of France, delegation of France mail at once, sent on "
                + days.moment(OffsetDateTime.parse("2026-11-27T11:05:00Z"))
                + " unread",
            "Delegate of Germany, delegation of Germany mail at once, failed unread",
            "Edith Halloran, executive inbox alone unread");
    assertThat(row.select("details th[scope=col]").eachText())
        .containsExactly("Who", "By which way", "Read");
    assertThat(row.select("a")).as("the outbox is for administrators").isEmpty();
    assertThat(row("admin", "Silence broken").select("a").eachAttr("href"))
        .containsExactly("/mails?state=sent", "/mails?state=failed");
    assertThat(page("admin").text()).doesNotContain("550 secret");
    assertThat(row("delegate-fr", "Silence broken").select("details tbody tr").eachText())
        .singleElement()
        .asString()
        .contains("sent on");
    assertThat(ways(row("delegate-fr", "Silence ends soon")))
        .containsExactly("mail at once, sent: 1");
  }

  @Test
  void whatIsInTheDigestIsSaidBeforeAndAfterIt() {
    office.setClock(Instant.parse("2026-11-27T11:00:00Z"));
    long told = db.sql("select count(*) from inbox_item").query(Long.class).single();
    read("delegate-de");
    assertThat(ways(row("manager", "Programme opened")))
        .containsExactlyInAnyOrder(
            "digest, goes out with the next one: " + (told - 1),
            "digest, read before one was written: 1");

    office.setClock(Instant.parse("2026-11-30T07:00:00Z"));
    digests.forEach(MailWriter::writeWhatIsDue);

    assertThat(ways(row("manager", "Programme opened")))
        .containsExactlyInAnyOrder(
            "digest, waits to be sent: " + (told - 1), "digest, read before one was written: 1");
    db.sql("delete from mail").update();
    assertThat(ways(row("manager", "Programme opened")))
        .contains("digest, no longer kept: " + (told - 1));
  }

  @Test
  void ofNoProgrammeNothingIsTold() {
    assertThat(Visitor.person(port, "manager").open("/programmes/XX-1999/told").statusCode())
        .isEqualTo(404);
  }

  private static List<String> ways(Element row) {
    return row.select("> td").get(3).select("> ul > li").eachText();
  }

  private static List<String> readers(Element row) {
    return row.select("> td").get(4).select("li").eachText();
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
    return page(account).select(".rows > tbody > tr").stream()
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
