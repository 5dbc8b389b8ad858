package app.chancery.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.web.Routes;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What callers, browsers and proxies say of where a request comes from and goes to. */
@WebOfficeTest
class FrontDoorTest {

  private static final String EVIL = "evil.example";

  @LocalServerPort private int port;
  @Autowired private ApplicationContext application;

  @Test
  void noAnswerRepeatsAHostThatTheCallerMadeUp() throws IOException {
    List<Routes.Route> routes =
        Routes.all(application).filter(route -> route.method().equals("GET")).toList();
    assertThat(routes).hasSizeGreaterThan(150);

    for (Routes.Route route : routes) {
      for (String accept : List.of("text/html", "*/*")) {
        assertThat(answerToMadeUpHost("GET", route.filled("1"), accept))
            .as(route + " for " + accept)
            .doesNotContain(EVIL);
      }
    }
    for (String path : List.of("/engine-rest/user", "/engine-rest/user/admin")) {
      assertThat(answerToMadeUpHost("OPTIONS", path, "*/*"))
          .contains("http://localhost:" + port + path)
          .doesNotContain(EVIL);
    }
  }

  @Test
  void whoeverIsSentToTheLoginStaysAtTheHostTheyAsked() throws IOException {
    String answer = raw("GET", "/programmes", Map.of("Host", EVIL, "Accept", "text/html"));

    assertThat(answer).contains("302").contains("Location: /login\r\n").doesNotContain(EVIL);
  }

  @Test
  void theOpenApiDocumentNamesNoHost() {
    assertThat(Visitor.program(port, "analyst").json("/v3/api-docs").at("/servers/0/url").asText())
        .isEqualTo("/");
  }

  @Test
  void theSessionIsSecureBehindAProxyThatSpeaksHttps() {
    Visitor visitor = Visitor.stranger(port).with("X-Forwarded-Proto", "https");
    String token =
        visitor.open("/login").headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("CHANCERY-CSRF="))
            .map(cookie -> cookie.replaceAll("CHANCERY-CSRF=([^;]*).*", "$1"))
            .findFirst()
            .orElseThrow();

    HttpResponse<String> login =
        visitor
            .with("Cookie", "CHANCERY-CSRF=" + token)
            .with("X-CHANCERY-CSRF", token)
            .send(
                "POST",
                "/login",
                "username=analyst&password=chancery",
                "application/x-www-form-urlencoded");
    String session =
        cookies(login).filter(each -> each.startsWith("JSESSIONID=")).findFirst().orElseThrow();
    HttpResponse<String> tasklist =
        visitor
            .with("Cookie", session.replaceAll(";.*", ""))
            .open("/camunda/app/tasklist/default/");

    assertThat(Stream.of(login, tasklist).flatMap(FrontDoorTest::cookies))
        // The token of the webapps is of no use without the session.
        .filteredOn(cookie -> !cookie.startsWith("XSRF-TOKEN"))
        .hasSizeGreaterThan(1)
        .allMatch(cookie -> cookie.contains("Secure"));
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://localhost",
    "Referer, https://evil.example/page",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, none"
  })
  void noRouteTakesBasicCredentialsThatAForeignPageMadeABrowserSend(String header, String value) {
    Visitor browser = Visitor.program(port, "admin").with(header, value);

    for (Routes.Route route : writing()) {
      assertThat(browser.send(route.method(), route.filled("1"), "{}", "text/plain").statusCode())
          .as(route.toString())
          .isEqualTo(403);
    }
  }

  /** A host beside ours can set the cookie of the token, and then knows what to write in a form. */
  @ParameterizedTest
  @ValueSource(strings = {"same-site", "cross-site"})
  void noRouteTakesWhatAPageOfAnotherHostMadeASessionSendAlthoughItHasTheToken(String site) {
    Visitor admin = Visitor.person(port, "admin").withToken().with("Sec-Fetch-Site", site);

    for (Routes.Route route : writing()) {
      assertThat(admin.send(route.method(), route.filled("1"), "{}", "text/plain").statusCode())
          .as(route.toString())
          .isEqualTo(403);
    }
    assertThat(admin.postForm("/logout", Map.of()).statusCode())
        .as("the page that says so and gives the text back")
        .isEqualTo(401);
    assertThat(admin.open("/work").statusCode()).as("nobody logged out").isEqualTo(200);
  }

  @Test
  void ourOwnPagesAndBrowsersThatDoNotSayWhatPageItIsAreTakenAtTheToken() {
    assertThat(
            Stream.of(
                Visitor.person(port, "analyst").withToken(),
                Visitor.person(port, "analyst").withToken().with("Sec-Fetch-Site", "same-origin"),
                Visitor.person(port, "analyst").withToken().with("Sec-Fetch-Site", "none")))
        .extracting(each -> each.post("/engine-rest/task", "{}").statusCode())
        .containsOnly(200);
  }

  private List<Routes.Route> writing() {
    List<Routes.Route> routes =
        Routes.all(application)
            .filter(route -> Set.of("POST", "PUT", "DELETE", "PATCH").contains(route.method()))
            .filter(route -> !route.path().startsWith("/camunda"))
            .toList();
    assertThat(routes).hasSizeGreaterThan(100);
    return routes;
  }

  @Test
  void programsAndOurOwnPagesAreTakenAtTheirCredentials() {
    String own = "http://localhost:" + port;

    assertThat(
            Stream.of(
                Visitor.program(port, "analyst"),
                Visitor.program(port, "analyst").with("Origin", own),
                Visitor.program(port, "analyst")
                    .with("Origin", own)
                    .with("Referer", own + "/x?text=a|b"),
                Visitor.program(port, "analyst").with("Sec-Fetch-Site", "same-origin")))
        .extracting(each -> each.post("/engine-rest/task", "{}").statusCode())
        .containsOnly(200);
  }

  @Test
  void theWebappsTakeNoBasicCredentials() {
    assertThat(
            Visitor.program(port, "admin")
                .post("/camunda/api/engine/engine/default/task", "{}")
                .statusCode())
        .isEqualTo(401);
  }

  private String answerToMadeUpHost(String method, String path, String accept) throws IOException {
    return raw(
        method,
        path,
        Map.of(
            "Host", EVIL,
            "X-Forwarded-Host", EVIL,
            "Forwarded", "host=" + EVIL,
            "X-Forwarded-Server", EVIL,
            "Accept", accept,
            "Authorization", Visitor.basic("admin", "chancery")));
  }

  /** Java's own client names the host by itself. */
  private String raw(String method, String path, Map<String, String> headers) throws IOException {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
    request.append("Connection: close\r\n\r\n");
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static Stream<String> cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream();
  }
}
