package app.chancery.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.time.Days;
import app.chancery.programme.Programmes;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each person was told, read or not. */
@WebOfficeTest
class InboxTest {

  private static final String PASSWORD = "seven grey herons";
  private static final String OPENED = "Programme opened: Ruritania (XR-2026)";
  private static final String ENDS_SOON = "Silence ends soon: Ruritania (XR-2026), round 1";

  @LocalServerPort int port;
  @Autowired Programmes programmes;
  @Autowired Notices notices;
  @Autowired IdentityService identities;
  @Autowired JdbcClient db;
  @Autowired Days days;

  private final List<String> accounts = new ArrayList<>();
  private String programme;

  @BeforeEach
  void openAProgramme() {
    programme = programmes.register(SampleDossiers.ruritania());
  }

  @AfterEach
  void leave() {
    accounts.forEach(identities::deleteUser);
  }

  /** As the link of a mail does for a deputy once the absence has ended. */
  @Test
  void aNoticeThatIsNotOnesOwnSaysWhyAndNothingElse() {
    Visitor france = Visitor.person(port, "delegate-fr");
    long id = france.json("/api/v1/inbox").at("/items/0/id").asLong();

    for (String address : List.of("/inbox/" + id, "/inbox/987654321")) {
      var answer = Visitor.person(port, "delegate-de").open(address);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body())
          .contains("no longer yours to see", "as long as you stand in for them")
          .doesNotContain("Ruritania");
    }
  }

  @Test
  void theFileOfTheInboxIsWhatThePageWasAskedFor() {
    Visitor france = Visitor.person(port, "delegate-fr");
    String link =
        page(france, "/inbox?unread=true&programme=" + programme)
            .select("p.files a")
            .first()
            .attr("href");

    assertThat(link).isEqualTo("/api/v1/inbox?unread=true&programme=" + programme + "&format=csv");
    assertThat(france.open(link).body()).contains(OPENED);
    assertThat(france.open("/api/v1/inbox?programme=other&format=csv").body())
        .isEqualTo("id,at,kind,subject,text,link,read\r\n");
    france.open("/inbox/" + france.json("/api/v1/inbox").at("/items/0/id").asLong());
    assertThat(france.open(link).body()).doesNotContain(OPENED);
    assertThat(france.json("/api/v1/inbox?unread=true").path("items")).isEmpty();
    assertThat(france.json("/api/v1/inbox").path("items")).hasSize(1);
  }

  @Test
  void whoWasToldReadsItInTheInboxAndIsLedToWhatItIsAbout() {
    Visitor france = Visitor.person(port, "delegate-fr");

    Document inbox = page(france, "/inbox");
    assertThat(inbox.select("td.first").text()).isEqualTo("unread " + OPENED);
    assertThat(inbox.select("td.text").text()).contains("Its prerequisites are being established");
    assertThat(count(inbox)).isEqualTo("1 unread");
    assertThat(count(page(france, "/programmes"))).isEqualTo("1 unread");
    assertThat(count(Jsoup.parse(france.get("/masthead").body()))).isEqualTo("1 unread");

    var opened = france.open(inbox.select("td.first a").attr("href"));
    assertThat(opened.statusCode()).isEqualTo(302);
    assertThat(Visitor.location(opened)).isEqualTo("/programmes/XR-2026");
    assertThat(count(page(france, "/programmes"))).isEmpty();
    assertThat(page(france, "/inbox").select("td.first").text()).isEqualTo(OPENED);
    assertThat(page(france, "/inbox?unread=true").select(".empty").text())
        .isEqualTo("No notice matches.");
  }

  @Test
  void whatOneReadsStaysUnreadForTheOthers() {
    member("bruno", "delegation-fr");
    notices.tell(message(NoticeKind.BASELINE_PROPOSED), List.of("delegation-fr"));
    Visitor france = Visitor.person(port, "delegate-fr");

    long id = france.json("/api/v1/inbox").at("/items/0/id").asLong();
    assertThat(france.postForm("/inbox/" + id + "/read", Map.of()).statusCode()).isEqualTo(303);

    assertThat(unread(Visitor.program(port, "delegate-fr"))).isEqualTo(1);
    assertThat(count(page(Visitor.person(port, "bruno", PASSWORD), "/inbox")))
        .isEqualTo("1 unread");
    assertThat(unread(Visitor.program(port, "delegate-de"))).isEqualTo(1);
  }

  @Test
  void theUnreadComeFirstOfThemTheNewest() {
    notices.tell(message(NoticeKind.BASELINE_PROPOSED), List.of("delegation-fr"));
    notices.tell(message(NoticeKind.BRIEF_PROPOSED), List.of("delegation-fr"));
    Visitor france = Visitor.person(port, "delegate-fr");
    String second = page(france, "/inbox").select("td.first a").get(1).attr("href");

    france.open(second);

    assertThat(page(france, "/inbox").select("td.first a").eachText())
        .containsExactly(
            "Media brief proposed: Ruritania (XR-2026)",
            OPENED,
            "Readiness baseline proposed: Ruritania (XR-2026)");
  }

  @Test
  void allThatIsShownIsMarkedButNotWhatCameMeanwhile() {
    Visitor france = Visitor.person(port, "delegate-fr");
    Document inbox = page(france, "/inbox?programme=XR-2026");
    String newest = inbox.select("form[action=/inbox/read] [name=newest]").attr("value");
    notices.tell(message(NoticeKind.BASELINE_PROPOSED), List.of("delegation-fr"));

    france.postForm("/inbox/read", Map.of("newest", newest, "programme", "XR-2026"));

    assertThat(page(france, "/inbox?unread=true").select("td.first a").eachText())
        .containsExactly("Readiness baseline proposed: Ruritania (XR-2026)");
  }

  @Test
  void longListsHavePagesAndAProgrammeIsChosen() {
    String other = programmes.register(SampleDossiers.of("XB", "Bordavia"));
    for (int each = 0; each < 26; each++) {
      notices.tell(message(NoticeKind.BASELINE_PROPOSED), List.of("delegation-fr"));
    }
    Visitor france = Visitor.person(port, "delegate-fr");

    Document second = page(france, "/inbox?programme=XR-2026&page=1");
    assertThat(second.select("td.first")).hasSize(2);
    assertThat(second.select("caption").text()).isEqualTo("27 notices");
    assertThat(second.select(".pager a[rel=prev]").attr("href"))
        .isEqualTo("/inbox?programme=XR-2026");
    assertThat(page(france, "/inbox?programme=" + other).select("td.first a").eachText())
        .containsExactly("Programme opened: Bordavia (XB-2026)");
    assertThat(second.select("option").eachText())
        .contains("Ruritania (XR-2026)", "Bordavia (XB-2026)");
    assertThat(france.open("/inbox?page=-1").statusCode()).isEqualTo(400);
  }

  /** Rights are those of the one who reads, when he reads. */
  @Test
  void whoLeftAGroupReadsNoMoreWhatItAloneWasTold() {
    member("bruno", "delegation-fr");
    notices.tellInConfidence(message(NoticeKind.SILENCE_ENDS_SOON), List.of("delegation-fr"));
    Visitor bruno = Visitor.person(port, "bruno", PASSWORD);
    assertThat(page(bruno, "/inbox").text()).contains(ENDS_SOON);
    String address = page(bruno, "/inbox").select("td.first a").attr("href");

    identities.deleteMembership("bruno", "delegation-fr");

    assertThat(page(bruno, "/inbox").text()).doesNotContain(ENDS_SOON);
    assertThat(bruno.open(address).statusCode()).isEqualTo(404);
    assertThat(count(page(bruno, "/programmes"))).isEmpty();
    assertThat(unread(Visitor.program(port, "delegate-fr"))).isEqualTo(2);
    assertThat(unread(Visitor.program(port, "delegate-de"))).isEqualTo(1);
  }

  @Test
  void whatIsForOnePersonIsReadByNobodyElse() {
    notices.tellPersons(message(NoticeKind.BASELINE_PROPOSED), List.of("analyst"));

    assertThat(unread(Visitor.program(port, "analyst"))).isEqualTo(1);
    assertThat(unread(Visitor.program(port, "envoy"))).isZero();
    assertThat(notices.of(programme)).hasSize(1);
  }

  @Test
  void whoJoinsLaterFindsNothingOfEarlierDays() {
    member("bruno", "delegation-fr");

    assertThat(page(Visitor.person(port, "bruno", PASSWORD), "/inbox").select(".empty").text())
        .contains("not told of anything yet");
  }

  @Test
  void whatComesToWhoIsAwayComesToTheDeputyTooMarkedAndInConfidenceNoLongerThanThat() {
    member("bruno", "planners");
    db.sql(
            """
            insert into absence (account, deputy, first_day, last_day, on_strength_of, allowed,
              entered_by, entered_at)
            values ('secretary', 'bruno', :today, :today, '', true, 'admin', :now)
            """)
        .param("today", days.today())
        .param("now", days.begin(days.today()))
        .update();
    notices.tell(message(NoticeKind.BASELINE_PROPOSED), List.of("council-secretariat", "planners"));
    notices.tell(message(NoticeKind.BRIEF_PROPOSED), List.of("council-secretariat"));
    notices.tellInConfidence(message(NoticeKind.SILENCE_ENDS_SOON), List.of("council-secretariat"));
    notices.tellPersons(message(NoticeKind.TASK_HANDED_OVER), List.of("secretary"));
    Visitor bruno = Visitor.person(port, "bruno", PASSWORD);

    assertThat(page(bruno, "/inbox").select("td.first").eachText())
        .hasSize(4)
        .filteredOn(text -> text.contains("for Simon Verhoeven"))
        .hasSize(3)
        .noneMatch(text -> text.contains("Readiness baseline proposed"));
    assertThat(
            db.sql("select subject from mail where account = 'bruno'").query(String.class).list())
        .hasSize(2)
        .allMatch(subject -> subject.contains(" (for "));

    db.sql("update absence set ended_by = 'admin', ended_at = :now")
        .param("now", days.begin(days.today()))
        .update();
    assertThat(page(bruno, "/inbox").text())
        .contains("Media brief proposed")
        .doesNotContain(ENDS_SOON, "Handed to you");
    notices.tell(message(NoticeKind.BRIEF_APPROVED), List.of("council-secretariat"));
    assertThat(page(bruno, "/inbox").text()).doesNotContain("Media brief approved");
  }

  @Test
  void overRestAnInboxIsTheCallersOwn() {
    Visitor france = Visitor.program(port, "delegate-fr");

    JsonNode inbox = france.json("/api/v1/inbox");
    assertThat(inbox.fieldNames()).toIterable().containsExactly("unread", "items");
    assertThat(inbox.at("/unread").asInt()).isEqualTo(1);
    JsonNode item = inbox.at("/items/0");
    assertThat(item.fieldNames())
        .toIterable()
        .containsExactly("id", "at", "kind", "subject", "text", "link", "read");
    assertThat(item.at("/kind").asText()).isEqualTo("programme-opened");
    assertThat(item.at("/subject").asText()).isEqualTo(OPENED);
    assertThat(item.at("/link").asText()).isEqualTo("/programmes/XR-2026");
    assertThat(item.at("/read").asBoolean()).isFalse();

    String read = "/api/v1/inbox/" + item.at("/id").asLong() + "/read";
    assertThat(Visitor.program(port, "delegate-de").put(read, "").statusCode()).isEqualTo(404);
    assertThat(Visitor.stranger(port).put(read, "").statusCode()).isEqualTo(403);
    assertThat(unread(france)).isEqualTo(1);
    assertThat(france.put(read, "").statusCode()).isEqualTo(204);
    assertThat(france.put(read, "").statusCode()).as("once more").isEqualTo(204);
    assertThat(france.json("/api/v1/inbox").at("/items/0/read").asBoolean()).isTrue();
    assertThat(unread(france)).isZero();
    assertThat(france.put("/api/v1/inbox/x/read", "").statusCode()).isEqualTo(400);
    assertThat(france.get("/api/v1/inbox?size=201").body()).contains("must be from 1 to 200");
  }

  private Message message(NoticeKind kind) {
    return Message.of(
        kind, programme, "programme", NoticePlace.programme(), "1", "30 November 2026");
  }

  private static Document page(Visitor person, String address) {
    var answer = person.open(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static String count(Document page) {
    return page.select(".masthead nav .count").text();
  }

  private static int unread(Visitor caller) {
    return caller.json("/api/v1/inbox").at("/unread").asInt();
  }

  private void member(String account, String group) {
    User user = identities.newUser(account);
    user.setPassword(PASSWORD);
    identities.saveUser(user);
    identities.createMembership(account, group);
    accounts.add(account);
  }
}
