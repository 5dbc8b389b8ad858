package app.chancery.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.oversight.Quarter;
import app.chancery.platform.export.Table;
import app.chancery.platform.time.Days;
import app.chancery.platform.web.Routes;
import app.chancery.programme.Opening;
import app.chancery.rehearsal.Office;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every list that programs read is there as a file too. */
@WebOfficeTest
class ListsAsFilesTest {

  @LocalServerPort int port;
  @Autowired ApplicationContext application;
  @Autowired Opening opening;
  @Autowired Office office;
  @Autowired Days days;

  @Test
  void everyListOfTheInterfaceIsAFileToo() {
    String key = open();
    Set<String> files =
        calls().stream()
            .filter(route -> route.handler().getReturnType().getParameterType() == Table.class)
            .map(Routes.Route::path)
            .collect(Collectors.toSet());

    List<String> lists =
        calls().stream()
            .filter(ListsAsFilesTest::isList)
            .map(Routes.Route::path)
            .distinct()
            .toList();

    assertThat(lists).contains("/api/v1/programmes", "/api/v1/inbox").hasSizeGreaterThan(5);
    assertThat(files).containsExactlyInAnyOrderElementsOf(lists);
    Visitor admin = Visitor.program(port, "analyst");
    for (String list : lists) {
      String path = list.replaceAll("\\{[^/]*}", key);
      HttpResponse<String> csv = admin.open(path + "?format=csv");
      assertThat(csv.statusCode()).as(path).isEqualTo(200);
      assertThat(csv.headers().firstValue("Content-Type").orElse(""))
          .as(path)
          .startsWith("text/csv");
      assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
          .as(path)
          .matches("attachment; filename=\"[a-z-]+\\.csv\"");
      HttpResponse<String> xlsx = admin.open(path + "?format=xlsx");
      assertThat(xlsx.statusCode()).as(path).isEqualTo(200);
      assertThat(xlsx.headers().firstValue("Content-Type")).as(path).contains(Table.XLSX);
      assertThat(xlsx.body()).as(path).startsWith("PK");
      assertThat(admin.open(path).headers().firstValue("Content-Type").orElse(""))
          .as(path)
          .startsWith("application/json");
    }
  }

  @Test
  void aFileHasAllThatMatchAndNothingElse() {
    String key = open();
    Visitor analyst = Visitor.program(port, "analyst");

    assertThat(analyst.open("/api/v1/programmes?format=csv&text=" + key).body())
        .startsWith(
            "key,candidate,name,status,step,tier,outcome,openedAt,endedAt,nextDeadline,overdueSince,"
                + "silenceEnds,decideBy,ratings.schedule.colour,ratings.schedule.last,")
        .contains(key + ",XR,Ruritania,active,prerequisites,,,");
    assertThat(analyst.open("/api/v1/programmes?format=csv&text=nobody").body())
        .isEqualTo(
            "key,candidate,name,status,step,tier,outcome,openedAt,endedAt,nextDeadline,overdueSince,"
                + "silenceEnds,decideBy,ratings\r\n");
    assertThat(analyst.open("/api/v1/programmes?format=csv&tier=none").statusCode()).isEqualTo(400);
    for (String unknown : List.of("pdf", "tsv", "nonsense")) {
      assertThat(refused(analyst, unknown))
          .contains("nothing in the format " + unknown + " here", "csv", "json", "xlsx");
    }
  }

  @Test
  void thePagesOfListsLeadToTheirFilesWithWhatTheyWereAskedFor() {
    open();
    Visitor analyst = Visitor.person(port, "analyst");

    String page = analyst.open("/programmes?text=rurit&page=0").body();
    assertThat(page).contains("href=\"/api/v1/programmes?text=rurit&amp;format=csv\"");
    assertThat(analyst.open("/api/v1/programmes?text=rurit&format=csv").body())
        .contains(",Ruritania,");
    // Of the very quarters that are shown.
    Quarter now = Quarter.of(days.today());
    assertThat(analyst.open("/outcomes?from=%1$s&to=%1$s".formatted(now)).body())
        .contains("href=\"/api/v1/outcomes?from=%1$s&amp;to=%1$s&amp;format=xlsx\"".formatted(now));
  }

  /** Those of a new programme are there too, with their columns and without a row. */
  @Test
  void everyFileOfAPageIsOneInBothForms() {
    String key = open();
    Visitor admin = Visitor.person(port, "admin");
    List<String> files =
        Routes.ofOurs(application).stream()
            .filter(
                route ->
                    route.handler() != null
                        && route.handler().getReturnType().getParameterType() == Table.class)
            .map(Routes.Route::path)
            .filter(path -> !path.startsWith("/api/"))
            .map(path -> path.replace("{key}", key).replace("{group}", "analysts"))
            .toList();

    assertThat(files)
        .contains("/work", "/council", "/programmes/" + key + "/reviews")
        .hasSizeGreaterThan(10);
    for (String file : files) {
      String asked = file + (file.startsWith("/what-if") ? "?programme=" + key + "&" : "?");
      HttpResponse<String> csv = admin.open(asked + "format=csv");
      assertThat(csv.statusCode()).as(file).isEqualTo(200);
      assertThat(csv.body()).as(file).matches("(?s)[a-zA-Z0-9.]+(,[a-zA-Z0-9.-]+)*\r\n.*");
      assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
          .as(file)
          .matches("attachment; filename=\"[a-z-]+\\.csv\"");
      assertThat(admin.open(asked + "format=xlsx").body()).as(file).startsWith("PK");
    }
  }

  /** A browser and a program that asks for nothing get the page. */
  @Test
  void aPageThatIsAFileTooIsAPageToWhoeverDoesNotAskForTheFile() {
    open();
    for (String accept :
        List.of("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "*/*")) {
      assertThat(
              Visitor.person(port, "analyst")
                  .with("Accept", accept)
                  .open("/work")
                  .headers()
                  .firstValue("Content-Type")
                  .orElse(""))
          .as(accept)
          .startsWith("text/html");
    }
  }

  @Test
  void theListsOnThePageOfAProgrammeAreFiles() {
    String key = open();
    for (String account : List.of("analyst", "delegate-fr")) {
      Visitor reader = Visitor.person(port, account);
      List<String> links =
          Jsoup.parse(reader.open("/programmes/" + key).body())
              .select("p.files a[href$=format=csv]")
              .eachAttr("href");

      assertThat(links)
          .contains(
              "/api/v1/programmes/" + key + "/dossier-updates?format=csv",
              "/programmes/" + key + "/decisions?format=csv")
          .allMatch(link -> reader.open(link).statusCode() == 200);
      assertThat(reader.open("/programmes/" + key + "/decisions?format=csv").body())
          .startsWith("id,programme,step,what,why,decidedBy,decidedAt\r\n")
          .contains("," + key + ",");
    }
    assertThat(
            Visitor.person(port, "analyst")
                .open("/programmes/none/reviews?format=csv")
                .statusCode())
        .isEqualTo(404);
  }

  private String open() {
    return office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
  }

  private List<Routes.Route> calls() {
    return Routes.ofOurs(application).stream()
        .filter(route -> route.method().equals("GET") && route.path().startsWith("/api/v1/"))
        .toList();
  }

  /** A list, or what has one and is not about one thing. */
  private static boolean isList(Routes.Route route) {
    Class<?> answer = route.handler().getReturnType().getParameterType();
    return List.class.isAssignableFrom(answer)
        || answer.isRecord()
            && !route.path().endsWith("}")
            && Arrays.stream(answer.getRecordComponents())
                .map(RecordComponent::getType)
                .anyMatch(List.class::isAssignableFrom);
  }

  private static String refused(Visitor analyst, String format) {
    HttpResponse<String> answer = analyst.open("/api/v1/programmes?format=" + format);
    assertThat(answer.statusCode()).isEqualTo(406);
    return answer.body();
  }
}
