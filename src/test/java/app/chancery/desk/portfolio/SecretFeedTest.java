package app.chancery.desk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.Office;
import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calendar of one person at an address that only that person knows. */
@WebOfficeTest
class SecretFeedTest {

  private static final String GUEST = "guest-of-the-feed";

  @LocalServerPort int port;
  @Autowired Programmes programmes;
  @Autowired RuntimeService runtime;
  @Autowired IdentityService identities;
  @Autowired Office office;
  @Autowired JdbcClient db;

  @Value("${chancery.sign-on.guessing.free-for-address}")
  int wrongForFree;

  @Value("${chancery.sign-on.feeds.reads}")
  int reads;

  @Value("${chancery.sign-on.feeds.within}")
  Duration within;

  private Visitor stranger;

  @BeforeEach
  void aProgrammeWithDeadlines() {
    office.setClock(Instant.parse("2026-12-10T10:00:00Z"));
    String key = programmes.register(SampleDossiers.ruritania());
    runtime.startProcessInstanceByKey("monitor-and-adjust", key);
    round(key, 1, "FR,DE");
    round(key, 2, "DE");
    stranger = Visitor.stranger(port);
  }

  @AfterEach
  void theGuestLeaves() {
    identities.deleteUser(GUEST);
  }

  @Test
  void whoHasTheAddressReadsWhatItsPersonMaySeeAndNothingElse() {
    for (String account : List.of("manager", "delegate-fr")) {
      HttpResponse<String> answer = stranger.get(made(Visitor.person(port, account)));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type"))
          .contains("text/calendar;charset=UTF-8");
      assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
          .contains("no-cache", "private");
      assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("JSESSIONID");
      assertThat(uids(answer))
          .as(account)
          .isNotEmpty()
          .isEqualTo(uids(Visitor.program(port, account).get("/api/v1/calendar.ics")));
    }
    assertThat(uids(stranger.get(made(Visitor.person(port, "manager")))))
        .contains("silence-1@chancery", "silence-2@chancery");
    assertThat(uids(stranger.get(made(Visitor.person(port, "delegate-fr")))))
        .contains("silence-1@chancery")
        .doesNotContain("silence-2@chancery");
  }

  @Test
  void aCalendarProgramRemindsOfADeadlineAndOfNothingElse() {
    List<VEvent> events =
        Biweekly.parse(stranger.get(made(Visitor.person(port, "manager"))).body())
            .first()
            .getEvents();

    assertThat(events)
        .filteredOn(event -> event.getUid().getValue().startsWith("silence-"))
        .hasSize(2)
        .allSatisfy(
            event -> {
              assertThat(event.getAlarms()).hasSize(1);
              assertThat(event.getAlarms().get(0).getTrigger().getDuration().toString())
                  .isEqualTo("-P1D");
              assertThat(event.getAlarms().get(0).getAction().isDisplay()).isTrue();
            });
    assertThat(events)
        .filteredOn(event -> event.getUid().getValue().startsWith("review-"))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.getAlarms()).isEmpty());
  }

  @Test
  void theAddressIsShownOnceAndKeptAsItsHashAlone() {
    Visitor analyst = Visitor.person(port, "analyst");

    String path = made(analyst);

    String secret = path.substring("/calendar/".length(), path.length() - ".ics".length());
    // 6 bits a letter: 256 and the rest of the last one.
    assertThat(secret).matches("[A-Za-z0-9_-]{43}");
    assertThat(analyst.open("/calendar").body()).doesNotContain(secret).contains("You have one");
    assertThat(
            db.sql("select account, secret_sha256 from calendar_feed").query().singleRow().values())
        .noneMatch(value -> value.toString().contains(secret));
    assertThat(made(analyst)).isNotEqualTo(path);
  }

  @Test
  void anOldAddressIsVoidOnceItIsRenewedOrRevoked() {
    Visitor analyst = Visitor.person(port, "analyst");
    String first = made(analyst);
    String second = made(analyst);

    assertThat(stranger.get(first).statusCode()).isEqualTo(404);
    assertThat(stranger.get(second).statusCode()).isEqualTo(200);
    assertThat(analyst.postForm("/calendar/feed/revoke", Map.of()).statusCode()).isEqualTo(302);
    assertThat(stranger.get(second).statusCode()).isEqualTo(404);
  }

  @Test
  void itShowsWhatItsPersonMaySeeNowAndNothingOnceTheAccountIsGone() {
    guest();
    identities.createMembership(GUEST, "managers");
    String path = made(Visitor.person(port, GUEST, "correct horse battery"));
    assertThat(uids(stranger.get(path))).contains("silence-1@chancery");

    identities.deleteMembership(GUEST, "managers");
    assertThat(uids(stranger.get(path))).isEmpty();
    identities.createMembership(GUEST, "delegation-fr");
    assertThat(uids(stranger.get(path)))
        .contains("silence-1@chancery")
        .doesNotContain("silence-2@chancery");
    identities.deleteUser(GUEST);
    assertThat(stranger.get(path).statusCode()).isEqualTo(404);
    guest();
    assertThat(stranger.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aCalendarThatIsAsItWasIsNotSentAgain() {
    String path = made(Visitor.person(port, "manager"));
    String tag = stranger.get(path).headers().firstValue("ETag").orElseThrow();
    Visitor knowing = Visitor.stranger(port).with("If-None-Match", tag);
    office.setClock(Instant.parse("2026-12-10T11:00:00Z"));

    HttpResponse<String> same = knowing.get(path);

    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    db.sql("update council_round set silence_ends = dateadd('day', 1, silence_ends)").update();
    HttpResponse<String> changed = knowing.get(path);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.headers().firstValue("ETag")).isPresent().get().isNotEqualTo(tag);
    assertThat(uids(changed)).contains("silence-1@chancery");
  }

  @Test
  void whoGuessesSecretsWaitsAndNobodyElseDoes() {
    String known = made(Visitor.person(port, "manager"));
    String other = made(Visitor.person(port, "executive"));
    Visitor guesser = from("198.51.100.91");
    assertThat(guesser.get(known).statusCode()).isEqualTo(200);
    for (int guess = 0; guess <= wrongForFree; guess++) {
      assertThat(guesser.get(String.format(Locale.ROOT, "/calendar/%043d.ics", guess)).statusCode())
          .isEqualTo(404);
    }

    HttpResponse<String> refused = guesser.get(other);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("2");
    assertThat(guesser.get(known).statusCode()).as("was let in from there").isEqualTo(200);
    assertThat(from("198.51.100.92").get(other).statusCode()).isEqualTo(200);
    assertThat(
            Visitor.program(port, "manager")
                .with("X-Forwarded-For", "198.51.100.91")
                .get("/api/v1/calendar.ics")
                .statusCode())
        .isEqualTo(200);
    office.setClock(Instant.parse("2026-12-10T10:00:02Z"));
    assertThat(guesser.get(other).statusCode()).isEqualTo(200);
  }

  @Test
  void aCalendarIsReadSoOftenFromOneAddressAndNoOftener() {
    String path = made(Visitor.person(port, "manager"));
    Visitor eager = from("198.51.100.93");
    for (int read = 0; read < reads; read++) {
      assertThat(eager.get(path).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> refused = eager.get(path);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("too often");
    assertThat(refused.headers().firstValue("Retry-After")).contains("3601");
    assertThat(from("198.51.100.94").get(path).statusCode()).isEqualTo(200);
    office.setClock(Instant.parse("2026-12-10T10:00:00Z").plus(within));
    assertThat(eager.get(path).statusCode()).isEqualTo(200);
  }

  @Test
  void nothingButAnAddressThatWasGivenIsOpen() {
    for (String path :
        List.of(
            "/calendar/" + "A".repeat(43) + ".ics",
            "/calendar/x.ics",
            "/calendar/%00.ics",
            "/calendar/" + "A".repeat(3000) + ".ics")) {
      assertThat(stranger.get(path).statusCode()).as(path).isBetween(400, 404).isNotEqualTo(401);
    }
    for (String path : List.of("/calendar", "/calendar/feed", "/calendar/a/b.ics")) {
      assertThat(stranger.get(path).statusCode()).as(path).isIn(302, 401);
    }
    assertThat(stranger.postForm("/calendar/" + "A".repeat(43) + ".ics", Map.of()).statusCode())
        .isIn(302, 401, 403);
  }

  private Visitor from(String address) {
    return Visitor.stranger(port).with("X-Forwarded-For", address);
  }

  private void guest() {
    User guest = identities.newUser(GUEST);
    guest.setFirstName("Gwen");
    guest.setLastName("Guest");
    guest.setPassword("correct horse battery");
    identities.saveUser(guest);
  }

  /** The path of a new address, as the next page shows it. */
  private String made(Visitor person) {
    HttpResponse<String> answer = person.postForm("/calendar/feed", Map.of());
    assertThat(answer.statusCode()).isEqualTo(302);
    Document page = Jsoup.parse(person.open("/calendar").body());
    return URI.create(page.select("code.address").text()).getPath();
  }

  private static List<String> uids(HttpResponse<String> calendar) {
    return Biweekly.parse(calendar.body()).first().getEvents().stream()
        .map(event -> event.getUid().getValue())
        .toList();
  }

  private void round(String key, int number, String allies) {
    db.sql(
            """
            insert into council_round (item, programme, round_number, package_version, tier,
              justification, allies, circulated_at, circulated_by, silence_ends, zone, status)
            values (1, ?, ?, 1, 'FULL_CANDIDATE', 'safe', ?, timestamp with time zone
              '2026-12-09 10:00:00+00:00', 'secretary', timestamp with time zone
              '2026-12-17 17:00:00+00:00', 'Europe/Brussels', 'OPEN')
            """)
        .params(key, number, allies)
        .update();
  }
}
