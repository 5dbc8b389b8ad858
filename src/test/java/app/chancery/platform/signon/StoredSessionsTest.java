package app.chancery.platform.signon;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.AskedOfTheDatabase;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.words.Words;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is logged in is so by a row in the database, whichever node is asked. */
@WebOfficeTest
class StoredSessionsTest {

  @LocalServerPort private int port;
  @Autowired private JdbcClient db;
  @Autowired private ServerProperties server;
  @Autowired private SignOnPolicy policy;

  @Test
  void nothingInTheTableLetsItsReaderGoOnAsSomebodyElse() {
    Visitor envoy = Visitor.person(port, "envoy");
    String id = id(envoy);

    List<Map<String, Object>> rows = db.sql("select * from web_session").query().listOfRows();

    assertThat(rows).isNotEmpty();
    assertThat(rows.toString()).contains(row(envoy)).doesNotContain(id);
    assertThat(Visitor.stranger(port).with("Cookie", "JSESSIONID=" + row(envoy)).get("/work"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(401);
  }

  @Test
  void whatAPageIsToTellIsInTheTableUnreadable() {
    Visitor analyst = Visitor.person(port, "analyst");
    HttpResponse<String> refused =
        analyst.postForm("/start/enlargement-programme", Map.of("name", "What was typed here"));

    assertThat(refused.statusCode()).isEqualTo(303);
    assertThat(sealed(analyst)).hasSizeGreaterThan(100);
    assertThat(new String(sealed(analyst), StandardCharsets.ISO_8859_1)).doesNotContain("typed");
    assertThat(analyst.ledBack(refused).body()).contains("What was typed here");
    // It is told once.
    assertThat(sealed(analyst)).isNull();
  }

  @Test
  void aRowThatCannotBeReadIsAnEndedSession() {
    for (byte[] sealed : List.of(new byte[0], new byte[] {1}, new byte[200])) {
      Visitor envoy = Visitor.person(port, "envoy");
      change(envoy, "sealed = :to", sealed);

      HttpResponse<String> page = envoy.open("/work");
      assertThat(page.statusCode()).isEqualTo(302);
      assertThat(Visitor.location(page)).endsWith("/login");
      assertThat(envoy.get("/api/v1/programmes").statusCode()).isEqualTo(401);
      assertThat(isThere(envoy)).isFalse();
      assertThat(envoy.open("/login").body()).contains(Words.of("page.login.heading"));
    }
  }

  @Test
  void aSessionIsOverWhenItsTimeIs() {
    Duration longest =
        server.getServlet().getSession().getTimeout().plus(policy.sessionsSeenEvery());
    Visitor lately = Visitor.person(port, "envoy");
    Visitor longAgo = Visitor.person(port, "envoy");
    OffsetDateTime now = databaseTime();
    change(lately, "seen_at = :to", now.minus(longest).plusMinutes(1));
    change(longAgo, "seen_at = :to", now.minus(longest).minusMinutes(1));

    assertThat(lately.open("/work").statusCode()).isEqualTo(200);
    assertThat(Visitor.location(longAgo.open("/work"))).endsWith("/login");
    // Whoever comes in next clears it away.
    assertThat(isThere(longAgo)).isTrue();
    Visitor.person(port, "analyst");
    assertThat(isThere(longAgo)).isFalse();
    assertThat(isThere(lately)).isTrue();
  }

  @Test
  void aVisitIsTakenDownOnceInAWhile() {
    Visitor envoy = Visitor.person(port, "envoy");
    OffsetDateTime now = databaseTime();
    OffsetDateTime justNow = now.minus(policy.sessionsSeenEvery()).plusMinutes(1);
    change(envoy, "seen_at = :to", justNow);
    envoy.open("/work");
    assertThat(seen(envoy)).isAtSameInstantAs(justNow);

    change(envoy, "seen_at = :to", now.minus(policy.sessionsSeenEvery()).minusMinutes(1));
    envoy.open("/work");
    assertThat(seen(envoy)).isAfterOrEqualTo(now);
  }

  @Test
  void aRequestReadsItsSessionOnceAndWritesNothing() {
    Visitor envoy = Visitor.person(port, "envoy");
    for (String page : List.of("/work", "/programmes", "/camunda/app/tasklist/default/")) {
      assertThat(AskedOfTheDatabase.by(() -> envoy.open(page)))
          .as(page)
          .filteredOn(statement -> statement.contains("web_session"))
          .singleElement()
          .asString()
          .contains("select account");
    }
  }

  @Test
  void aLoginInASessionGivesItAnotherIdAndKeepsNoneOfTheOld() {
    Visitor visitor = Visitor.person(port, "envoy");
    String before = id(visitor);
    String rowBefore = row(visitor);
    visitor.postForm("/login", Map.of("username", "analyst", "password", "chancery"));

    assertThat(id(visitor)).isNotEqualTo(before);
    assertThat(rows(rowBefore)).isZero();
    assertThat(isThere(visitor)).isTrue();
    assertThat(
            Visitor.stranger(port).with("Cookie", "JSESSIONID=" + before).get("/work").statusCode())
        .isEqualTo(401);
    assertThat(visitor.open("/work").body()).contains("Ada Lindqvist");
  }

  @Test
  void whoLogsOutLeavesNoRow() {
    Visitor envoy = Visitor.person(port, "envoy");
    String row = row(envoy);
    envoy.postForm("/logout", Map.of());

    assertThat(rows(row)).isZero();
  }

  private static String id(Visitor visitor) {
    return visitor.cookie("JSESSIONID").orElseThrow();
  }

  private static String row(Visitor visitor) {
    return new SessionSeal(id(visitor)).row();
  }

  private boolean isThere(Visitor visitor) {
    return rows(row(visitor)) == 1;
  }

  private long rows(String row) {
    return db.sql("select count(*) from web_session where id_hash = :row")
        .param("row", row)
        .query(Long.class)
        .single();
  }

  private byte[] sealed(Visitor visitor) {
    return (byte[])
        db.sql("select sealed from web_session where id_hash = :row")
            .param("row", row(visitor))
            .query()
            .singleRow()
            .get("sealed");
  }

  private OffsetDateTime seen(Visitor visitor) {
    return db.sql("select seen_at from web_session where id_hash = :row")
        .param("row", row(visitor))
        .query(OffsetDateTime.class)
        .single();
  }

  private OffsetDateTime databaseTime() {
    return db.sql("select current_timestamp").query(OffsetDateTime.class).single();
  }

  private void change(Visitor visitor, String what, Object to) {
    int changed =
        db.sql("update web_session set " + what + " where id_hash = :row")
            .param("to", to)
            .param("row", row(visitor))
            .update();
    assertThat(changed).isEqualTo(1);
  }
}
