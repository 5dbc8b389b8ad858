package app.chancery.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.programme.Opening;
import app.chancery.rehearsal.Office;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every list that comes in pages is turned alike, found by the parameters that count them. */
@WebOfficeTest
class PagesOfListsTest {

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired Opening opening;
  @Autowired Office office;

  @Test
  void beyondTheEndIsTheLastPageAndBeforeTheFirstIsNone() {
    office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
    Visitor admin = Visitor.person(port, "admin");
    List<String> counted = counted();

    assertThat(counted)
        .contains("/programmes?page=", "/council?ended=", "/work?page=", "/inbox?page=");
    for (String address : counted) {
      assertThat(admin.open(address + "-1").statusCode()).as(address).isEqualTo(400);
      assertThat(admin.open(address + "999999").statusCode()).as(address).isEqualTo(200);
      assertThat(Jsoup.parse(admin.open(address + "999999").body()).select("main").text())
          .as(address)
          .isEqualTo(Jsoup.parse(admin.open(address + "0").body()).select("main").text());
    }
  }

  private List<String> counted() {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .filter(each -> each.getValue().getBeanType().getName().startsWith("app.chancery."))
        .filter(
            each -> each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(
            each ->
                each.getKey().getPathPatternsCondition().getPatternValues().stream()
                    .filter(path -> !path.startsWith("/api/") && !path.contains("{"))
                    .flatMap(path -> pagesOf(each.getValue()).map(name -> path + "?" + name + "=")))
        .sorted()
        .toList();
  }

  private static Stream<String> pagesOf(HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .filter(parameter -> parameter.getParameterType() == int.class)
        .filter(PagesOfListsTest::fromNought)
        .map(parameter -> parameter.getParameter().getName());
  }

  private static boolean fromNought(MethodParameter parameter) {
    RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
    return asked != null && asked.defaultValue().equals("0");
  }
}
