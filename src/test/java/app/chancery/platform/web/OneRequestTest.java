package app.chancery.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.filter.FormContentFilter;

/**
 * One request ends nothing, on no route: it is taken as it was meant, or refused with a sentence.
 */
@WebOfficeTest
class OneRequestTest {

  private static final int MEGABYTE = 1 << 20;

  /** As JSON writes them, and how a refusal names them. */
  private static final List<String> BAD =
      List.of(
          "\\u0000",
          "\\u0007",
          "\\u001b",
          "\\u007f",
          "\\u0085",
          "\\ud800",
          "\\udc00x",
          "\\u202e",
          "\\u2066",
          "\\ufffe");

  private static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort private int port;
  @Autowired private BareRefusal bareRefusal;
  @Autowired private ServletWebServerApplicationContext application;

  private Visitor admin;

  /** Who may send what an administrator may not, such as a policy table. */
  private Visitor executive;

  @BeforeEach
  void logIn() {
    admin = loggedIn("admin");
    executive = loggedIn("executive");
  }

  private Visitor loggedIn(String account) {
    Visitor visitor = Visitor.person(port, account).inTasklist();
    visitor.open("/programmes");
    return visitor.with("X-CHANCERY-CSRF", visitor.cookie("CHANCERY-CSRF").orElseThrow());
  }

  @Test
  void aBodyThatSaysItIsTooLargeIsRefusedBeforeItIsSent() {
    List<String> types =
        List.of("application/json", "multipart/form-data; boundary=x", "text/csv", "text/xml");
    int turn = 0;
    for (Routes.Route route : Routes.all(application).toList()) {
      String type = types.get(turn++ % types.size());
      for (String login : List.of("X-Nobody: 1", session())) {
        String answer =
            new RawRequest(
                    port,
                    route.method(),
                    route.filled("1"),
                    login,
                    "Content-Type: " + type,
                    "Content-Length: " + 60 * MEGABYTE)
                .answerToHead();
        assertThat(answer)
            .as(route + " " + login)
            .startsWith("HTTP/1.1 413")
            .containsPattern("at most (2 MB|16 KB|10 MB)");
      }
    }
  }

  @Test
  void aBodyThatDoesNotSayHowLargeItIsIsCountedUntilItIsTooLarge() {
    List<Routes.Route> routes =
        Stream.concat(
                Routes.ofOurs(application).stream(),
                Routes.ofEngine().stream().filter(route -> route.path().startsWith("/engine-rest")))
            .filter(route -> !route.method().equals("GET"))
            .toList();
    assertThat(routes).hasSizeGreaterThan(100);
    for (Routes.Route route : routes) {
      for (String login : List.of("X-Nobody: 1", session())) {
        String told = answerToPieces(route, login, admin);
        String answer =
            told.startsWith("HTTP/1.1 403")
                ? answerToPieces(route, session(executive), executive)
                : told;
        assertThat(answer)
            .as(route + " " + login)
            .startsWith("HTTP/1.1 413")
            .containsPattern("at most (2 MB|16 KB)");
      }
    }
  }

  private String answerToPieces(Routes.Route route, String login, Visitor visitor) {
    return new RawRequest(
            port,
            route.method(),
            route.filled("1"),
            login,
            "X-CHANCERY-CSRF: " + visitor.cookie("CHANCERY-CSRF").orElseThrow(),
            "Content-Type: application/json",
            "Transfer-Encoding: chunked")
        .answerToPieces(3, MEGABYTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "application/x-www-form-urlencoded"})
  void whatIsReadAsItComesIsCountedToo(String type) {
    String answer =
        new RawRequest(
                port,
                "POST",
                "/api/v1/programmes/import",
                session(),
                "X-CHANCERY-CSRF: " + admin.cookie("CHANCERY-CSRF").orElseThrow(),
                "Content-Type: " + type,
                "Transfer-Encoding: chunked")
            .answerToPieces(3, MEGABYTE);

    assertThat(answer).startsWith("HTTP/1.1 413").contains("at most 2 MB");
  }

  @Test
  void aFileForTheEngineIsCountedWhileItIsRead() {
    String answer =
        new RawRequest(
                port,
                "POST",
                "/engine-rest/deployment/create",
                session(),
                "X-CHANCERY-CSRF: " + admin.cookie("CHANCERY-CSRF").orElseThrow(),
                "Content-Type: multipart/form-data; boundary=x",
                "Transfer-Encoding: chunked")
            .answerToPieces(3, MEGABYTE);

    assertThat(answer).startsWith("HTTP/1.1 413").contains("at most 2 MB");
  }

  @Test
  void theLoginTakesNamesAndPasswordsAndNothingLarger() {
    String form = "Content-Type: application/x-www-form-urlencoded";
    assertThat(new RawRequest(port, "POST", "/login", form, "Content-Length: 20000").answerToHead())
        .startsWith("HTTP/1.1 413")
        .contains("at most 16 KB");
    assertThat(
            new RawRequest(port, "POST", "/login", form, "Transfer-Encoding: chunked")
                .answerToPieces(1, 20000))
        .startsWith("HTTP/1.1 413")
        .contains("at most 16 KB");
    assertThat(
            new RawRequest(port, "POST", "/programmes", form, "Content-Length: 300000")
                .answerToHead())
        .startsWith("HTTP/1.1 413")
        .contains("at most 256 KB");
  }

  @Test
  void aMadeUpPasswordMakesAFormNoLarger() {
    String form = "Content-Type: application/x-www-form-urlencoded";
    String madeUp = "Authorization: Basic bm9ib2R5Om5vdGhpbmc=";
    assertThat(
            new RawRequest(port, "POST", "/programmes", form, madeUp, "Content-Length: 300000")
                .answerToHead())
        .startsWith("HTTP/1.1 413")
        .contains("at most 256 KB");
    assertThat(
            new RawRequest(port, "POST", "/programmes", form, madeUp, "Transfer-Encoding: chunked")
                .answerToPieces(1, 1000))
        .startsWith("HTTP/1.1 400")
        .contains("must say how long it is");
  }

  @Test
  void nothingReadsAFormOfAnotherMethodThanPost() {
    assertThat(application.getBeansOfType(FormContentFilter.class)).isEmpty();
  }

  @Test
  void whatIsNearlyAFormIsReadAsTheJsonThatItIs() {
    HttpResponse<String> answer =
        admin.send(
            "POST",
            "/api/v1/tiering/preview",
            "{\"a\":\"\\u202e\"}",
            "application/x-www-form-urlencoded+json");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("a: holds a mark that turns the direction of writing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "application/*+json; charset=utf-8"})
  void noRouteFailsForABodyOfAnyType(String type) {
    for (Routes.Route route : takingBodies()) {
      HttpResponse<String> answer = sent(route, "{}", type);

      assertThat(answer.statusCode()).as(route.toString()).isEqualTo(400);
      assertThat(answer.body()).as(route.toString()).contains("Content-Type: names one type");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sorting", "processVariables", "taskVariables", "orQueries", "variables"})
  void aQueryOfTheEngineHasNotAsManyConditionsAsOneLikes(String conditions) {
    for (String base : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
      String query = "{\"%s\":[%s]}";
      assertThat(admin.post(base + "/task", query.formatted(conditions, many(51, "{}"))).body())
          .contains(conditions + ": has more than 50 entries");
    }
    assertThat(
            admin
                .post(
                    "/engine-rest/task", "{\"processInstanceIdIn\":[" + many(1000, "\"a\"") + "]}")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aPersonReadsTheRefusalOnAPageAndAProgramInAProblem() {
    String page =
        new RawRequest(port, "POST", "/logout", "Accept: text/html", "Content-Length: 3000000")
            .answerToHead();
    String problem =
        new RawRequest(
                port, "POST", "/engine-rest/task", "Accept: text/html", "Content-Length: 3000000")
            .answerToHead();

    assertThat(page).contains("<h1>Too large</h1>", "at most 16 KB are taken here");
    assertThat(problem)
        .contains("application/problem+json", "\"message\":\"This is too large: at most 2 MB");
  }

  @Test
  void noFieldOfAnyFormTakesATextWithWhatNobodySees() throws IOException {
    Set<String> fields = new TreeSet<>();
    for (Resource form : application.getResources("classpath*:processes/**/*.form")) {
      JSON.readTree(form.getInputStream()).findValuesAsText("key").forEach(fields::add);
    }
    assertThat(fields).hasSizeGreaterThan(50);
    int turn = 0;
    for (String field : fields) {
      String bad = BAD.get(turn++ % BAD.size());
      HttpResponse<String> answer =
          admin.post(
              "/engine-rest/task/1/submit-form",
              "{\"variables\":{\"%s\":{\"value\":\"so far%s\"}}}".formatted(field, bad));
      assertThat(answer.statusCode()).as(field).isEqualTo(400);
      assertThat(Visitor.parse(answer).path("message").asText()).startsWith(field + ": holds");
    }
  }

  /** Each character on some routes, and each route with some of them. */
  @Test
  void noRouteTakesATextWithWhatNobodySees() {
    int turn = 0;
    for (Routes.Route route : takingBodies()) {
      String bad = BAD.get(turn++ % BAD.size());
      if (turn % 7 == 0) {
        assertRefused(route, "{\"so\\u202e\":1}", "so\uFFFD");
      } else {
        assertRefused(
            route,
            "{\"variables\":{\"reason\":{\"value\":\"so \u05d0 far" + bad + "\"}}}",
            EnginePaths.isOne(route.path()) ? "reason" : "variables.reason.value");
      }
    }
  }

  @Test
  void noRouteTakesAFigureThatIsNone() {
    List<String> figures =
        List.of("1e-999999999", "1e400", "-1e999999999", "1".repeat(40), "0.1e-400");
    int turn = 0;
    for (Routes.Route route : takingBodies()) {
      String bad = figures.get(turn++ % figures.size());
      assertRefused(route, "{\"a\":[1,{\"b\":" + bad + "}]}", "a[1].b");
    }
  }

  @Test
  void noRouteLeavesOutAPartOfABody() {
    Map<String, String> parts =
        Map.of(
            "{\"a\":1} {\"b\":2}",
            "Something stands behind the end of the JSON (line 1, column 9)",
            "{\"a\":1}, old",
            "Something stands behind the end of the JSON (line 1, column 8)",
            "{\"a\":{\"b\":1,\n\"b\":1}}",
            "a.b: stands there twice (line 2, column 1)");
    List<String> bodies = List.copyOf(parts.keySet());
    int turn = 0;
    for (Routes.Route route : takingBodies()) {
      String body = bodies.get(turn++ % bodies.size());
      assertThat(answer(route, body).body()).as(route.toString()).contains(parts.get(body));
    }
  }

  @Test
  void noRouteTakesABodyThatIsNotUtf8() {
    List<Charset> charsets = List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16);
    int turn = 0;
    for (Routes.Route route : takingBodies()) {
      byte[] body = "{\"a\":\"\u00F4\"}".getBytes(charsets.get(turn++ % charsets.size()));
      HttpResponse<String> bytes =
          byWhoMay(
              visitor ->
                  visitor.send(
                      route.method(), route.filled("1"), body, MediaType.APPLICATION_JSON_VALUE));
      HttpResponse<String> declared =
          byWhoMay(
              visitor ->
                  visitor.send(
                      route.method(), route.filled("1"), body, "text/csv;charset=iso-8859-1"));

      assertThat(bytes.statusCode()).as(route + bytes.body()).isEqualTo(400);
      assertThat(bytes.body()).as(route.toString()).contains("in UTF-8");
      assertThat(declared.body()).as(route.toString()).contains("a body is sent in UTF-8");
    }
  }

  @Test
  void noCallOfOursLeavesOutAFieldOrTakesOneForAnother() {
    List<Routes.Route> calls =
        Routes.ofOurs(application).stream().filter(OneRequestTest::takesJson).toList();
    assertThat(calls).hasSizeGreaterThan(5);
    for (Routes.Route call : calls) {
      HttpResponse<String> unknown =
          admin.send(call.method(), call.filled("1"), "{\"tierr\":{\"a\":[1]},\"statuss\":2}");
      assertThat(unknown.statusCode()).as(call + unknown.body()).isEqualTo(400);
      assertThat(Visitor.parse(unknown).path("errors").findValuesAsText("field"))
          .as(call + unknown.body())
          .contains("tierr", "statuss");
      for (String other : List.of("[1]", "\"a\"", "5", "null", "true")) {
        HttpResponse<String> answer = admin.send(call.method(), call.filled("1"), other);
        assertThat(answer.statusCode()).as(call + other + answer.body()).isEqualTo(400);
      }
    }
  }

  /** Each property of the records that our calls take, with what is none of its values. */
  @Test
  void noFieldOfOursTakesAnotherKindOfValue() {
    int fields = 0;
    for (Routes.Route call :
        Routes.ofOurs(application).stream().filter(OneRequestTest::takesJson).toList()) {
      for (RecordComponent field :
          body(call).map(Class::getRecordComponents).orElse(new RecordComponent[0])) {
        fields++;
        boolean isTextOrMap = List.of(String.class, Map.class).contains(field.getType());
        String wrong = isTextOrMap ? "[\"a\"]" : "{\"a\":1}";
        for (String value : List.of(wrong, field.getType() == String.class ? "true" : "1.9")) {
          String body = "{\"%s\":%s,\"other\":1}".formatted(field.getName(), value);
          HttpResponse<String> answer = admin.send(call.method(), call.filled("1"), body);
          assertThat(answer.statusCode()).as(call + body + answer.body()).isEqualTo(400);
          assertThat(Visitor.parse(answer).path("errors").findValuesAsText("field"))
              .as(call + body + answer.body())
              .contains(field.getName());
        }
      }
    }
    assertThat(fields).isGreaterThan(10);
  }

  @Test
  void noRouteTakesListsAndTextsAndDepthsWithoutAnEnd() {
    Map<String, String> endless =
        Map.of(
            "participants: has more than 1000 entries",
            "{\"participants\":[" + many(1001, "\"FI\"") + "]}",
            "a: is longer than 100000 characters",
            "{\"a\":\"" + "x".repeat(100_001) + "\"}",
            "is deeper than 20 levels",
            "[".repeat(21) + "]".repeat(21),
            "The body has more than 20000 values",
            "[" + many(999, "[" + many(30, "1") + "]") + "]");
    List<String> told = List.copyOf(endless.keySet());
    int turn = 0;
    for (Routes.Route route : takingBodies()) {
      String why = told.get(turn++ % told.size());
      assertThat(answer(route, endless.get(why)).body()).as(route.toString()).contains(why);
    }
  }

  @Test
  void noPageAndNoCallFailsForItsParameters() {
    List<Routes.Route> gets =
        Routes.ofOurs(application).stream().filter(route -> route.method().equals("GET")).toList();
    List<String> asked =
        gets.stream().flatMap(route -> parameters(route).map(name -> route + "?" + name)).toList();
    assertThat(asked).contains("GET /programmes?status", "GET /api/v1/outcomes?from");
    for (Routes.Route route : gets) {
      Stream.concat(parameters(route), Stream.of("format", "lang"))
          .forEach(name -> askNonsense(route, name));
      for (String place :
          List.of("xyz", "-1", "99999999999999999999", "%2e", "x".repeat(3000), "%C2%85")) {
        assertTold(route, admin.open(route.filled(place)));
        assertTold(route, admin.get(route.filled(place)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/programmes/%00", "/api/v1/programmes/%zz", "/a%2fb"})
  void whatTheContainerRefusesByItselfIsToldAsEverythingElse(String path) {
    assertThat(new RawRequest(port, "GET", path, "Accept: text/html").answerToHead())
        .contains(" 400 ", path.startsWith("/api/") ? "problem+json" : "role=\"alert\"")
        .contains(Words.of("request.notUnderstood"))
        .doesNotContain("HTTP Status", "Tomcat");
    assertThat(new RawRequest(port, "GET", path, "Accept: application/json").answerToHead())
        .contains(" 400 ", "application/problem+json", Words.of("request.notUnderstood"));
  }

  @ParameterizedTest
  @MethodSource
  void noRequestIsSoWrongThatItIsNotTold(String line, String header) {
    String page = new RawRequest(port, line, List.of("Accept: text/html", header)).answerToHead();
    assertThat(page)
        .matches("(?s)HTTP/1.1 (4..|501|505) .*")
        .contains("role=\"alert\"", Words.of("request.notUnderstood"))
        .doesNotContain("HTTP Status", "Tomcat");
    String problem =
        new RawRequest(port, line, List.of("Accept: application/json", header)).answerToHead();
    assertThat(problem)
        .contains("application/problem+json", Words.of("request.notUnderstood"))
        .doesNotContain("\"/error\"");
  }

  static Stream<Arguments> noRequestIsSoWrongThatItIsNotTold() {
    String usual = "GET /login HTTP/1.1";
    return Stream.of(
        Arguments.of("get /login HTTP/1.1", "X-A: 1"),
        Arguments.of("PROPFIND /login HTTP/1.1", "X-A: 1"),
        Arguments.of("TRACE /login HTTP/1.1", "X-A: 1"),
        Arguments.of("CONNECT /login HTTP/1.1", "X-A: 1"),
        Arguments.of("GET /login HTTP/3.0", "X-A: 1"),
        Arguments.of("GET /programmes;a=b HTTP/1.1", "X-A: 1"),
        Arguments.of("GET //programmes HTTP/1.1", "X-A: 1"),
        Arguments.of("GET /programmes/%ff HTTP/1.1", "X-A: 1"),
        Arguments.of("POST /login HTTP/1.1", "Transfer-Encoding: none"),
        Arguments.of("POST /login HTTP/1.1", "Content-Length: x"),
        Arguments.of(usual, "Expect: something"),
        Arguments.of(usual, "no colon"),
        Arguments.of(usual, "Cookie: a=\u0001"),
        Arguments.of(usual, "X-A: " + "x".repeat(40_000)));
  }

  /** Whatever fails, and be it the page that says so. */
  @Test
  void aFailureThatNoPageTellsIsToldWithoutAnythingOfTheInside() throws IOException {
    for (String type : List.of("text/html", "application/json")) {
      MockHttpServletRequest request = new MockHttpServletRequest("GET", "/programmes");
      request.addHeader("Accept", type);
      MockHttpServletResponse response = new MockHttpServletResponse();
      bareRefusal.write(HttpStatus.INTERNAL_SERVER_ERROR, request, response, response::getWriter);
      assertThat(response.getContentAsString())
          .contains(Words.of("page.error.text"))
          .doesNotContain(Words.of("page.refused.text"));
    }
  }

  /** Nothing behind such an address is read, so nobody knows who asks. */
  @ParameterizedTest
  @ValueSource(strings = {"/programmes/{key}", "/programmes?text=<", "/programmes/", "/work?text="})
  void anAddressThatIsNoneOrHasNoEndIsToldOnAPage(String path) {
    String whole = path.matches(".*[/=]") ? path + "x".repeat(40_000) : path;
    assertThat(new RawRequest(port, "GET", whole, "Accept: text/html").answerToHead())
        .contains(" 400 ", "role=\"alert\"", Words.of("request.notUnderstood"));
  }

  @Test
  void anAddressMayBeAsLongAsWhatMayStandInIt() {
    String text = "%E5%AD%97".repeat(2000);
    assertThat(new RawRequest(port, "GET", "/programmes?text=" + text, session()).answerToHead())
        .startsWith("HTTP/1.1 200");
    assertThat(
            new RawRequest(port, "GET", "/api/v1/programmes?text=" + text, session())
                .answerToHead())
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void whatBrowsersLeaveInAnAddressAsItIsTypedIsRead() {
    String typed = "a|b{c}[d]^e`f\\g'";
    assertThat(new RawRequest(port, "GET", "/programmes?text=" + typed, session()).answerToHead())
        .startsWith("HTTP/1.1 200")
        .contains("value=\"a|b{c}[d]^e`f\\g&#39;\"");
  }

  /** Rule 13: left out without a word, a misspelt filter would answer with everything. */
  @Test
  void rule13_aParameterThatACallDoesNotKnowIsRefusedByItsName() {
    List<Routes.Route> calls =
        Routes.ofOurs(application).stream()
            .filter(route -> route.method().equals("GET"))
            .filter(route -> route.filled("XR-2026").startsWith("/api/v1/"))
            .toList();
    assertThat(calls).hasSizeGreaterThan(5);
    // What administrators may not read, auditors may.
    Visitor auditor = Visitor.program(port, "auditor");
    for (Routes.Route call : calls) {
      HttpResponse<String> told = admin.get(call.filled("XR-2026") + "?teir=x");
      HttpResponse<String> answer =
          told.statusCode() == 403 ? auditor.get(call.filled("XR-2026") + "?teir=x") : told;
      assertThat(answer.statusCode()).as(call.toString()).isEqualTo(400);
      assertThat(Visitor.parse(answer).at("/errors/0/field").asText())
          .as(call.toString())
          .isEqualTo("teir");
      assertThat(answer.body()).as(call.toString()).contains("is not a parameter of this call");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/programmes", "/api/v1/programmes"})
  void whatTheListOfProgrammesIsAskedForInVainIsTold(String path) {
    for (String bad :
        List.of(
            "status=xyz",
            "step=xyz",
            "tier=xyz",
            "page=xyz",
            "page=-1",
            "page=99999999999999",
            "status=active&status=active",
            "text=a%00b",
            "text=%E2%80%AE",
            "text=%ED%A0%80",
            "text=" + "x".repeat(2001))) {
      HttpResponse<String> page = admin.open(path + "?" + bad);
      HttpResponse<String> call = admin.get(path + "?" + bad);

      assertThat(page.statusCode()).as(bad).isEqualTo(400);
      assertThat(call.statusCode()).as(bad).isEqualTo(400);
      if (path.startsWith("/api")) {
        assertThat(type(call)).as(bad).startsWith("application/problem+json");
      } else {
        assertThat(page.body()).as(bad).contains("role=\"alert\"", "<h1>Refused</h1>", "Log out");
      }
    }
    assertThat(admin.open(path + "?status=&text=&tier=").statusCode()).isEqualTo(200);
    assertThat(admin.open(path + "?text=%D7%A9%D7%9C%D7%95%D7%9D%E2%80%8F").statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatCannotBeReadAtAllIsToldToo() {
    assertThat(new RawRequest(port, "GET", "/programmes?text=%zz", session()).answerToHead())
        .startsWith("HTTP/1.1 400")
        .contains("The parameters cannot be read");
    assertThat(
            new RawRequest(
                    port, "GET", "/programmes?" + many(101, "a=1").replace(",", "&"), session())
                .answerToHead())
        .startsWith("HTTP/1.1 400");
  }

  @Test
  void theEngineIsAskedForSoManyResultsAtOnceAndNoMore() {
    for (String base : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
      assertThat(admin.get(base + "/task?maxResults=2000").statusCode()).isEqualTo(200);
      assertThat(admin.get(base + "/task?maxResults=2001").statusCode()).isEqualTo(400);
      assertThat(admin.get(base + "/task?maxResults=99999999999").statusCode()).isEqualTo(400);
      assertThat(admin.post(base + "/task?maxResults=2001", "{}").body()).contains("maxResults");
    }
  }

  @Test
  void theAddressOfErrorsHasNothingToTellWithALoginEither() {
    assertThat(admin.open("/error").statusCode()).isEqualTo(404);
    assertThat(admin.get("/error").statusCode()).isEqualTo(404);
  }

  private void askNonsense(Routes.Route route, String name) {
    for (String value :
        List.of(
            "xyz",
            "-1",
            "99999999999999",
            "",
            "%00",
            "%ED%A0%80",
            "x".repeat(2500),
            "1e-999999999")) {
      String address = route.filled("XR-2026") + "?" + name + "=" + value;
      assertTold(route, admin.open(address));
      assertTold(route, admin.get(address));
    }
    assertTold(route, admin.get(route.filled("XR-2026") + "?" + name + "=a&" + name + "=b"));
  }

  private static void assertTold(Routes.Route route, HttpResponse<String> answer) {
    String asked = route + " " + answer.uri();
    assertThat(answer.statusCode()).as(asked).isLessThan(500);
    if (answer.statusCode() >= 400 && type(answer).startsWith("text/html")) {
      assertThat(answer.body())
          .as(asked)
          .contains("role=\"alert\"")
          .doesNotContain("Something went wrong");
    }
  }

  private static Stream<String> parameters(Routes.Route route) {
    return Arrays.stream(route.handler().getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
        .map(parameter -> parameter.getParameter().getName());
  }

  private static boolean takesJson(Routes.Route route) {
    return body(route).isPresent();
  }

  /** What a call of ours makes of a body in JSON. */
  private static Optional<Class<?>> body(Routes.Route route) {
    return Arrays.stream(route.handler().getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
        .<Class<?>>map(MethodParameter::getParameterType)
        .filter(type -> !type.isArray())
        .findFirst();
  }

  private List<Routes.Route> takingBodies() {
    List<Routes.Route> routes =
        Stream.concat(
                Routes.ofOurs(application).stream()
                    .filter(route -> !route.path().contains("login"))
                    // A provider is no account and sends a form of 16 KB at most.
                    .filter(route -> !route.path().equals("/logout/provider")),
                Routes.ofEngine().stream())
            .filter(route -> !List.of("GET", "HEAD", "OPTIONS").contains(route.method()))
            .toList();
    assertThat(routes).hasSizeGreaterThan(200);
    return routes;
  }

  private void assertRefused(Routes.Route route, String body, String field) {
    JsonNode problem = Visitor.parse(answer(route, body));
    assertThat(problem.path("status").asInt()).as(route + " " + body).isEqualTo(400);
    assertThat(problem.path("errors").path(0).path("field").asText())
        .as(route + " " + body)
        .isEqualTo(field);
  }

  private HttpResponse<String> answer(Routes.Route route, String body) {
    HttpResponse<String> answer = sent(route, body, MediaType.APPLICATION_JSON_VALUE);
    assertThat(answer.statusCode()).as(route + " " + answer.body()).isEqualTo(400);
    return answer;
  }

  private HttpResponse<String> sent(Routes.Route route, String body, String type) {
    return byWhoMay(visitor -> visitor.send(route.method(), route.filled("1"), body, type));
  }

  private HttpResponse<String> byWhoMay(Function<Visitor, HttpResponse<String>> request) {
    HttpResponse<String> answer = request.apply(admin);
    return answer.statusCode() == 403 ? request.apply(executive) : answer;
  }

  private String session() {
    return session(admin);
  }

  private static String session(Visitor visitor) {
    return "Cookie: JSESSIONID=%s; CHANCERY-CSRF=%s"
        .formatted(
            visitor.cookie("JSESSIONID").orElseThrow(),
            visitor.cookie("CHANCERY-CSRF").orElseThrow());
  }

  private static String many(int count, String each) {
    return IntStream.range(0, count).mapToObj(number -> each).collect(Collectors.joining(","));
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }
}
