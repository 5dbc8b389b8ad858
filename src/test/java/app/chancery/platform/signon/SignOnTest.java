package app.chancery.platform.signon;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebOfficeTest
class SignOnTest {

  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/task",
        "/engine-rest/engine",
        "/engine-rest/version",
        "/engine-rest/engine/default/task",
        "/api/v1/programmes",
        "/v3/api-docs",
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
        "/camunda/api/admin/auth/user/default",
        "/programmes"
      })
  void aProgramWithoutAPasswordIsAskedForOne(String path) {
    HttpResponse<String> answer = Visitor.stranger(port).get(path);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/programmes",
        "/swagger-ui.html",
        "/camunda/app/tasklist/default/",
        "/camunda/app/cockpit/default/",
        "/camunda/app/admin/default/",
        "/camunda/app/welcome/default/",
        "/engine-rest/task"
      })
  void aPersonWhoOpensAPageComesToTheLogin(String path) {
    HttpResponse<String> answer = Visitor.stranger(port).open(path);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Visitor.location(answer)).endsWith("/login");
  }

  @Test
  void theLoginPageNeedsNoLogin() {
    HttpResponse<String> answer = Visitor.stranger(port).open("/login");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<h1>Log in</h1>", "name=\"_csrf\"", "delegate-fr");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'");
    assertThat(Visitor.stranger(port).get("/chancery.css").statusCode()).isEqualTo(200);
    // A browser that shows a document by itself asks for it.
    assertThat(Visitor.stranger(port).get("/favicon.ico").headers().firstValue("Content-Type"))
        .hasValue("image/x-icon");
  }

  @Test
  void whoIsLoggedInIsLedToTheirWorkFromTheLoginPageUnlessItHasSomethingToSay() {
    Visitor visitor = Visitor.person(port, "analyst");

    assertThat(Visitor.location(visitor.open("/login"))).isEqualTo("/work");
    assertThat(visitor.open("/login?ended").statusCode()).isEqualTo(200);
  }

  @Test
  void afterTheLoginPeopleComeToThePageTheyWanted() {
    Visitor visitor = Visitor.stranger(port);
    visitor.open("/camunda/app/tasklist/default/");
    visitor.open("/login");

    HttpResponse<String> answer =
        visitor.postForm("/login", Map.of("username", "analyst", "password", "chancery"));

    assertThat(Visitor.location(answer)).contains("/camunda/app/tasklist/default/");
  }

  @Test
  void aWrongPasswordIsToldAndNothingMore() {
    Visitor visitor = Visitor.stranger(port);
    visitor.open("/login");

    HttpResponse<String> wrongPassword =
        visitor.postForm("/login", Map.of("username", "delegate-lu", "password", "guess"));
    HttpResponse<String> unknownName =
        visitor.postForm("/login", Map.of("username", "nobody", "password", "guess"));

    assertThat(Visitor.location(wrongPassword)).endsWith("/login?error");
    assertThat(Visitor.location(unknownName)).endsWith("/login?error");
    assertThat(visitor.open("/login?error").body()).contains("The name or the password is wrong");
  }

  @Test
  void theIdIsNotThePassword() {
    Visitor visitor =
        Visitor.stranger(port).with("Authorization", Visitor.basic("delegate-is", "delegate-is"));

    assertThat(visitor.get("/engine-rest/task").statusCode()).isEqualTo(401);
  }

  @Test
  void oneLoginServesPagesRestAndWebapps() {
    Visitor analyst = Visitor.person(port, "analyst");

    assertThat(analyst.get("/engine-rest/task").statusCode()).isEqualTo(200);
    assertThat(analyst.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(200);
    assertThat(analyst.open("/camunda/app/tasklist/default/").body()).contains("ng-");
    assertThat(analyst.json("/camunda/api/admin/auth/user/default").path("userId").asText())
        .isEqualTo("analyst");
  }

  @Test
  void aProgramGetsNoSession() {
    HttpResponse<String> answer = Visitor.program(port, "analyst").get("/engine-rest/task");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
  }

  @Test
  void loggingOutEndsEverything() {
    Visitor analyst = Visitor.person(port, "analyst");
    analyst.inTasklist();
    analyst.open("/no-such-page");

    HttpResponse<String> answer = analyst.postForm("/logout", Map.of());

    assertThat(Visitor.location(answer)).endsWith("/login?loggedOut");
    assertThat(analyst.get("/engine-rest/task").statusCode()).isEqualTo(401);
    assertThat(analyst.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
  }

  @Test
  void loggingOutInTasklistEndsEverything() {
    Visitor analyst = Visitor.person(port, "analyst").inTasklist();

    HttpResponse<String> answer = analyst.post("/camunda/api/admin/auth/user/default/logout", "{}");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(analyst.get("/engine-rest/task").statusCode()).isEqualTo(401);
    assertThat(analyst.get("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(401);
  }

  @Test
  void aFormOfAnotherSiteIsRefused() {
    Visitor analyst = Visitor.person(port, "analyst");

    assertThat(analyst.post("/engine-rest/task", "{}").statusCode()).isEqualTo(403);
    assertThat(analyst.post("/api/v1/programmes", "{}").statusCode()).isEqualTo(403);
    assertThat(analyst.post("/logout", "").statusCode()).isEqualTo(403);
    assertThat(analyst.post("/camunda/api/engine/engine/default/task", "{}").statusCode())
        .isEqualTo(403);
    assertThat(
            Visitor.program(port, "analyst")
                .with("Sec-Fetch-Site", "cross-site")
                .post("/engine-rest/task", "{}")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void theTokenOfTheSessionOpensTheRestInterfaceToOurPages() {
    Visitor analyst = Visitor.person(port, "analyst");
    analyst.open("/login");
    analyst.with("X-CHANCERY-CSRF", analyst.cookie("CHANCERY-CSRF").orElseThrow());

    assertThat(analyst.post("/engine-rest/task", "{}").statusCode()).isEqualTo(200);
  }

  @Test
  void errorPagesShowNoInnards() {
    Visitor analyst = Visitor.person(port, "analyst");

    HttpResponse<String> missing = analyst.open("/no-such-page");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("<h1>Not found</h1>", "Ada Lindqvist", "Log out");
    assertThat(missing.body()).doesNotContain("Exception", "org.springframework");
  }
}
