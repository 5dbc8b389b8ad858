package app.chancery.desk;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.words.Coded;
import app.chancery.programme.Opening;
import app.chancery.programme.Step;
import app.chancery.readiness.Tier;
import app.chancery.rehearsal.Office;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a list is narrowed to is what its form shows. */
@WebOfficeTest
class FiltersTest {

  @LocalServerPort int port;
  @Autowired Opening opening;
  @Autowired Office office;

  @BeforeEach
  void aProgramme() {
    office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
  }

  @ParameterizedTest
  @CsvSource({
    "manager, /programmes",
    "manager, /programmes?view=list",
    "manager, /forecast",
    "manager, /outcomes",
    "analyst, /work",
    "analyst, /inbox",
    "auditor, /audit"
  })
  void whateverAFieldOffersItShowsAsChosen(String account, String address) {
    Visitor visitor = Visitor.person(port, account);
    Document plain = page(visitor.open(address));
    assertThat(selects(plain)).isNotEmpty();
    for (Element select : selects(plain)) {
      List<String> offered = select.select("option").eachAttr("value");
      assertThat(offered).isNotEmpty();
      for (String value : offered) {
        HttpResponse<String> answer = visitor.open(with(address, select.attr("name"), value));
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(200);
        assertThat(chosen(page(answer), select.attr("name")))
            .as(answer.uri().toString())
            .isEqualTo(value);
      }
    }
  }

  /** Whatever is a code or a word of any choice of ours, for each field. */
  @ParameterizedTest
  @CsvSource({
    "manager, /programmes, status",
    "manager, /programmes, step",
    "manager, /programmes, tier",
    "manager, /programmes, region",
    "manager, /forecast, tier",
    "manager, /outcomes, tier",
    "analyst, /work, step",
    "auditor, /audit, kind"
  })
  void whatAFieldDoesNotOfferIsRefused(String account, String address, String field) {
    Visitor visitor = Visitor.person(port, account);
    Set<String> offered =
        Set.copyOf(
            page(visitor.open(address))
                .select("form[method=get] select[name=%s] option".formatted(field))
                .eachAttr("value"));
    List<String> asked =
        Stream.of(Step.values(), Tier.values())
            .flatMap(Arrays::stream)
            .map(Coded.class::cast)
            .flatMap(each -> Stream.of(each.code(), each.word()))
            .toList();
    for (String value : asked) {
      HttpResponse<String> answer = visitor.open(with(address, field, value));
      if (answer.statusCode() != 400) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(200);
        assertThat(chosen(page(answer), field))
            .as(answer.uri().toString())
            .isIn(offered)
            .isNotEmpty();
      }
    }
  }

  @Test
  void aStepInWhichNoProgrammeCanBeIsRefusedWithThoseThatAre() {
    Visitor manager = Visitor.person(port, "manager");
    for (String address : List.of("/programmes", "/api/v1/programmes")) {
      HttpResponse<String> answer = manager.open(address + "?step=oversight");
      assertThat(answer.statusCode()).as(address).isEqualTo(400);
      assertThat(answer.body())
          .as(address)
          .contains("5 Integrate")
          .doesNotContain("6 Monitor and adjust");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pending, overdue",
    "pending, round",
    "pending, review",
    "pending, late-review",
    "dimension, schedule",
    "colour, red",
    "change, worse"
  })
  void whatNoFieldShowsIsSaidAndCanBeTakenBack(String parameter, String value) {
    Document page =
        page(Visitor.person(port, "manager").open(with("/programmes", parameter, value)));

    assertThat(page.select("input[type=hidden][name=%s]".formatted(parameter)).attr("value"))
        .isEqualTo(value);
    assertThat(page.select(".said-only .mark").eachText()).hasSize(1);
    assertThat(page.select(".said-only a").attr("href"))
        .startsWith("/programmes?")
        .doesNotContain(parameter);
  }

  @Test
  void aProgrammeThatNobodyWasToldOfIsShownAsItWasAsked() {
    assertThat(
            chosen(
                page(Visitor.person(port, "analyst").open("/inbox?programme=ZZ-1999")),
                "programme"))
        .isEqualTo("ZZ-1999");
  }

  private static List<Element> selects(Document page) {
    return page.select("form.filters[method=get] select");
  }

  /** What a browser shows: the first where none is marked. */
  private static String chosen(Document page, String field) {
    Element select = page.selectFirst("form.filters[method=get] select[name=%s]".formatted(field));
    Element marked = select.selectFirst("option[selected]");
    return (marked == null ? select.selectFirst("option") : marked).attr("value");
  }

  private static String with(String address, String field, String value) {
    return address
        + (address.contains("?") ? "&" : "?")
        + field
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }
}
