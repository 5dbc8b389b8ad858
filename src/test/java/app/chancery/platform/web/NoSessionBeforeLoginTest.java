package app.chancery.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has not logged in leaves nothing behind, whatever they ask for. */
@WebOfficeTest
class NoSessionBeforeLoginTest {

  @LocalServerPort private int port;
  @Autowired private ServletWebServerApplicationContext application;
  @Autowired private JdbcClient db;

  @Test
  void noRouteMakesASessionForAStranger() {
    long before = sessions();

    List<Routes.Route> routes = Routes.all(application).toList();

    assertThat(routes).hasSizeGreaterThan(300);
    Visitor stranger = Visitor.stranger(port);
    for (Routes.Route route : routes) {
      HttpResponse<String> page =
          route.method().equals("GET")
              ? stranger.open(route.filled("1"))
              : stranger.send(route.method(), route.filled("1"), "{}");
      HttpResponse<String> call = stranger.send(route.method(), route.filled("1"), "");
      assertThat(page.headers().allValues("Set-Cookie"))
          .as("cookies of " + route)
          .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
      assertThat(call.statusCode()).as(route.toString()).isLessThan(500);
    }
    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void noRouteMakesASessionForAProgram() {
    long before = sessions();
    Visitor program = Visitor.program(port, "analyst");

    Routes.ofOurs(application).stream()
        .filter(route -> route.method().equals("GET"))
        .forEach(route -> program.get(route.filled("1")));
    program.get("/engine-rest/task");
    program.get("/camunda/api/engine/engine/default/task");
    program.get("/camunda/app/tasklist/default/");

    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void aWrongPasswordMakesNoSession() {
    long before = sessions();
    Visitor stranger = Visitor.stranger(port);
    stranger.open("/login");

    HttpResponse<String> answer =
        stranger.postForm("/login", Map.of("username", "nobody", "password", "guess"));

    assertThat(Visitor.location(answer)).endsWith("/login?error");
    assertThat(sessions()).isEqualTo(before);
  }

  @Test
  void afterTheLoginPeopleComeToThePageTheyWantedOnce() {
    Visitor visitor = Visitor.stranger(port);
    visitor.open("/programmes?status=concluded&text=r%C3%BCri");

    assertThat(Visitor.location(logIn(visitor)))
        .endsWith("/programmes?status=concluded&text=r%C3%BCri");
    assertThat(Visitor.location(logIn(visitor))).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "https://elsewhere.example/",
        "javascript:alert(1)",
        "/\t/elsewhere.example/",
        "/a\r\nLocation: https://elsewhere.example/",
        "elsewhere.example",
        ""
      })
  void aForgedCookieLeadsToNoOtherHost(String page) {
    String forged =
        "CHANCERY-WANTED="
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(page.getBytes(StandardCharsets.UTF_8));

    assertThat(Visitor.location(logIn(Visitor.stranger(port), forged))).isEqualTo("/");
  }

  @Test
  void aCookieThatIsNotOursIsForgotten() {
    assertThat(Visitor.location(logIn(Visitor.stranger(port), "CHANCERY-WANTED=%%%")))
        .isEqualTo("/");
  }

  @Test
  void anAddressOfAnyLengthFillsNoCookie() {
    HttpResponse<String> answer =
        Visitor.stranger(port).open("/programmes?text=" + "x".repeat(1500));

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("CHANCERY-WANTED"));
  }

  @Test
  void theAddressOfErrorsTellsAStrangerNothing() {
    HttpResponse<String> page = Visitor.stranger(port).open("/error");
    HttpResponse<String> call = Visitor.stranger(port).get("/error");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("<h1>Not found</h1>");
    assertThat(call.statusCode()).isEqualTo(404);
    assertThat(call.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  private HttpResponse<String> logIn(Visitor visitor) {
    visitor.open("/login");
    return visitor.postForm("/login", Map.of("username", "analyst", "password", "chancery"));
  }

  /** The cookie is sent as it is, and with it the token that {@link Visitor} would send. */
  private HttpResponse<String> logIn(Visitor visitor, String cookie) {
    visitor.open("/login");
    String token = visitor.cookie("CHANCERY-CSRF").orElseThrow();
    return Visitor.stranger(port)
        .with("Cookie", cookie + "; CHANCERY-CSRF=" + token)
        .with("X-CHANCERY-CSRF", token)
        .send(
            "POST",
            "/login",
            "username=analyst&password=chancery",
            "application/x-www-form-urlencoded");
  }

  private long sessions() {
    return db.sql("select count(*) from web_session").query(Long.class).single();
  }
}
