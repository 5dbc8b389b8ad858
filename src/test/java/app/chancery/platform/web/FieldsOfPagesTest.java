package app.chancery.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.words.Words;
import app.chancery.programme.Opening;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * Where a page cannot be shown again, people are told of its fields by the labels they saw. The
 * routes, their parameters and the fields that people type in are listed from the code.
 */
@WebOfficeTest
class FieldsOfPagesTest {

  private static final String TYPED =
      "textarea[name], input[name]:not([type~=hidden|checkbox|radio|file|password|search])";

  private static final String CORRECTED = "correction.field.";

  @LocalServerPort int port;
  @Autowired ApplicationContext application;
  @Autowired Opening opening;

  @Test
  void whatWasTypedWhenASessionEndedIsGivenBackByTheLabelsOfItsFields() throws IOException {
    Visitor stranger = Visitor.stranger(port);
    Set<String> typed = typedOnPages();
    assertThat(typed).contains("text", "who", "from", "until", "deputy");
    List<String> told = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    pages("POST")
        .filter(route -> !route.path().equals("/login"))
        .forEach(
            route -> {
              Map<String, String> sent = new LinkedHashMap<>();
              parameters(route).forEach(name -> sent.put(name, "sentinel of " + name));
              Document page = page(stranger.postForm(route.filled("1"), sent));
              Map<String, String> back = givenBack(page);
              back.forEach(
                  (label, text) -> {
                    if (text.equals("sentinel of " + label)) {
                      told.add(route + ": " + label);
                    }
                  });
              sent.keySet().stream()
                  .filter(typed::contains)
                  .forEach(
                      name -> {
                        seen.add(name);
                        if (!back.containsValue("sentinel of " + name)) {
                          lost.add(route + ": " + name);
                        }
                      });
            });

    assertThat(seen).containsAll(typed);
    assertThat(told).as("called by the name of a parameter").isEmpty();
    assertThat(lost).isEmpty();
  }

  @Test
  void aFieldIsCalledWhatItsPageCallsIt() {
    Visitor stranger = Visitor.stranger(port);
    opening.open(SampleDossiers.ruritania());

    Map<String, String> said =
        givenBack(page(stranger.postForm("/tasks/1/comments", Map.of("text", "Said"))));
    Map<String, String> away =
        givenBack(page(stranger.postForm("/absence", Map.of("from", "soon", "until", "later"))));

    assertThat(said).isEqualTo(Map.of(Words.of("talk.say"), "Said"));
    assertThat(away)
        .isEqualTo(Map.of(Words.of("absence.from"), "soon", Words.of("absence.until"), "later"));
    assertThat(page(person().open("/absence")).select("label").eachText())
        .containsAll(away.keySet());
    assertThat(page(person().open("/programmes/XR-2026/talk")).select("label[for=text]").eachText())
        .containsExactlyElementsOf(said.keySet());
  }

  @Test
  void whatIsTooLongIsNamedByItsLabel() {
    Visitor admin = person();
    List<String> raw = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    Stream.concat(pages("GET"), pages("POST"))
        .forEach(
            route ->
                parameters(route)
                    .forEach(
                        name -> {
                          boolean asked = route.method().equals("GET");
                          String text = "x".repeat(asked ? 2001 : 100_001);
                          String path = route.filled("1");
                          Document page =
                              page(
                                  asked
                                      ? admin.open(path + "?" + name + "=" + text)
                                      : admin.postForm(path, Map.of(name, text)));
                          String notice = page.select("[role=alert]").text();
                          if (notice.contains("is longer than")) {
                            refused.add(name);
                          }
                          if (notice.matches(".*(^|; )%s: is longer than.*".formatted(name))) {
                            raw.add(route + ": " + name);
                          }
                        }));

    assertThat(refused).contains("who", "text", "step", "holder");
    assertThat(raw).isEmpty();
  }

  private Visitor person() {
    return Visitor.person(port, "admin");
  }

  /** By the label of each. */
  private static Map<String, String> givenBack(Document page) {
    return page.select("textarea[readonly]").stream()
        .collect(
            Collectors.toMap(
                text -> page.select("label[for=" + text.id() + "]").text(),
                text -> text.val(),
                (one, other) -> one + "; " + other));
  }

  /** Somebody presses Enter in the address bar after a form was refused there. */
  @Test
  void anAddressThatOnlyTakesFormsShowsAPageThatLeadsToTheOneItBelongsTo() {
    Visitor admin = Visitor.person(port, "admin");
    Set<String> read = pages("GET").map(Routes.Route::path).collect(Collectors.toSet());
    List<String> bare = new ArrayList<>();
    Map<String, String> leading = new LinkedHashMap<>();
    pages("POST")
        .map(Routes.Route::path)
        .filter(path -> !read.contains(path) && !path.equals("/login"))
        .forEach(
            path -> {
              HttpResponse<String> answer = admin.open(path.replaceAll("\\{[^/]*}", "1"));
              String type = answer.headers().firstValue("Content-Type").orElse("");
              if (!type.startsWith("text/html") || page(answer).select("main h1").isEmpty()) {
                bare.add(path + ": " + answer.statusCode() + " " + type);
              }
              if (answer.statusCode() == 405) {
                leading.put(path, page(answer).select("main a").attr("href"));
              }
            });

    assertThat(bare).isEmpty();
    assertThat(leading)
        .hasSizeGreaterThan(10)
        .containsEntry("/programmes/{key}/comments", "/programmes/1")
        .containsEntry("/absence/{id}/end", "/absence")
        .containsEntry("/files/{id}/remove", "/");
    assertThat(leading.values()).doesNotContain("");
    assertThat(Visitor.program(port, "admin").get("/absence/99/end").body()).startsWith("{");
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  /** Those that answer with a page. */
  private Stream<Routes.Route> pages(String method) {
    return Routes.ofOurs(application).stream()
        .filter(route -> route.method().equals(method) && route.handler() != null)
        .filter(
            route ->
                route.handler().getBeanType().getName().startsWith("app.chancery")
                    && !AnnotatedElementUtils.hasAnnotation(
                        route.handler().getBeanType(), ResponseBody.class)
                    && !route.handler().hasMethodAnnotation(ResponseBody.class));
  }

  /** Those that a route reads one by one; and those of the form of a correction, which are many. */
  private static List<String> parameters(Routes.Route route) {
    List<String> names = new ArrayList<>();
    Arrays.stream(route.handler().getMethodParameters())
        .filter(each -> each.hasParameterAnnotation(RequestParam.class))
        .filter(each -> !Map.class.isAssignableFrom(each.getParameterType()))
        .forEach(each -> names.add(each.getParameter().getName()));
    if (route.path().endsWith("/corrections") && route.method().equals("POST")) {
      Words.spoken().keySet().stream()
          .filter(key -> key.startsWith(CORRECTED))
          .forEach(key -> names.add(key.substring(CORRECTED.length())));
    }
    return names;
  }

  /** The fields of our templates in which people type. */
  private static Set<String> typedOnPages() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
        Jsoup.parse(Files.readString(file)).select(TYPED).stream()
            .filter(field -> field.closest("form[method=get], form:has([type=password])") == null)
            .forEach(field -> names.add(field.attr("name")));
      }
    }
    return names;
  }
}
