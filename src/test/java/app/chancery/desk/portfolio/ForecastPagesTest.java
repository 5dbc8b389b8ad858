package app.chancery.desk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.readiness.Tier;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebOfficeTest
class ForecastPagesTest {

  @Autowired Programmes programmes;
  @Autowired Days days;
  @LocalServerPort int port;

  @Test
  void theDaysOnThePagesAreThoseOfRest() {
    String key = programmes.register(SampleDossiers.of("XR", "Ruritania", days.today()));
    Visitor manager = Visitor.person(port, "manager");
    List<String> told = new ArrayList<>();
    for (JsonNode stage :
        Visitor.program(port, "analyst")
            .json("/api/v1/programmes/" + key + "/forecast")
            .path("stages")) {
      for (String day : List.of("p10", "p50", "p90")) {
        told.add(Dates.words(LocalDate.parse(stage.path(day).asText())));
      }
    }

    assertThat(told).hasSize(15);
    assertThat(
            days(
                page(manager, "/forecast").select("section[aria-labelledby=forecast-" + key + "]")))
        .isEqualTo(told);
    assertThat(days(page(manager, "/programmes/" + key).select("h2#forecast ~ table").first()))
        .isEqualTo(told);
  }

  @Test
  void fewCasesAndTheConditionAreSaidAndNoProbabilityIs() {
    programmes.register(SampleDossiers.of("XR", "Ruritania", days.today()));

    Element main = page(Visitor.person(port, "manager"), "/forecast");

    assertThat(main.select("td.text .mark.warn").eachText()).contains("few cases");
    assertThat(main.text())
        .contains("if every decision is favourable")
        .contains("As of " + Dates.words(days.today()))
        .contains("has not been tried on recorded accessions")
        .contains("by its figures today: full candidate");
    assertThat(main.select("section").text()).doesNotContain("%").doesNotContain("per cent");
  }

  @Test
  void whereNothingIsAheadThePageSaysWhy() {
    String partner = programmes.register(SampleDossiers.of("XR", "Ruritania", days.today()));
    programmes.settleTier(partner, Tier.STRATEGIC_PARTNER);
    programmes.close(partner, Outcome.SETTLED, "done");

    assertThat(page(Visitor.person(port, "manager"), "/forecast").select("section .empty").text())
        .isEqualTo("The programme has ended; nothing is ahead of it.");
    assertThat(page(Visitor.person(port, "manager"), "/programmes/" + partner).select("#forecast"))
        .isEmpty();
  }

  @Test
  void aSearchFindsWhatItFindsInThePortfolioAndSaysWhenThatIsNothing() {
    String key = programmes.register(SampleDossiers.of("XR", "Ruritania", days.today()));
    programmes.settleTier(key, Tier.FULL_CANDIDATE);
    programmes.enterStep(key, Step.STAKEHOLDERS);
    Visitor manager = Visitor.person(port, "manager");

    assertThat(page(manager, "/forecast?text=rurit&tier=full-candidate").select("section"))
        .hasSize(1);
    assertThat(page(manager, "/forecast?text=nobody").select("section")).isEmpty();
    assertThat(page(manager, "/forecast?text=nobody").select(".empty").text())
        .startsWith("No programme matches");
    assertThat(manager.open("/forecast?tier=best").statusCode()).isEqualTo(400);
  }

  private static Element page(Visitor reader, String address) {
    return Jsoup.parse(reader.open(address).body()).selectFirst("main");
  }

  private static List<String> days(Elements within) {
    return within.select("td.when").eachText();
  }

  private static List<String> days(Element within) {
    return within.select("td.when").eachText();
  }
}
