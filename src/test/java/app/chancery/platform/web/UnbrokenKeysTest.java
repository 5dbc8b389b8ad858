package app.chancery.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

class UnbrokenKeysTest {

  @Test
  void theKeyOfAProgrammeStaysWholeInWhateverAPageSays() {
    Document page =
        page("<p th:text=\"${said}\"></p>", "XA-2026: Dorelia (XD-2026-2) <b>, XR-2026/1/FR/1");

    assertThat(page.select(".key").eachText())
        .containsExactly("XA-2026", "(XD-2026-2)", "XR-2026/1/FR/1");
    assertThat(page.text()).isEqualTo("XA-2026: Dorelia (XD-2026-2) <b>, XR-2026/1/FR/1");
  }

  @Test
  void theNameOfATimeZoneIsBrokenBehindItsStrokeAlone() {
    String said = "Thursday, 18:00 (Europe/Brussels); America/Argentina/Buenos_Aires";
    Document page = page("<p th:text=\"${said}\"></p>", said);

    assertThat(page.select("p").html())
        .contains("(Europe/</span><wbr><span class=\"key\">Brussels)</span></span>;");
    assertThat(page.select(".zone").eachText())
        .containsExactly("(Europe/Brussels)", "America/Argentina/Buenos_Aires");
    assertThat(page.select(".key").eachText())
        .containsExactly("(Europe/", "Brussels)", "America/", "Argentina/", "Buenos_Aires");
    assertThat(page.text()).isEqualTo(said);
  }

  @Test
  void whatIsNoKeyAndWhatHoldsTextAloneStaysAsItIs() {
    String said = "2026-11-28, 2027-Q3, a-XD-2026, XD-20261, Yes/No, Army/Navy";
    assertThat(page("<p th:text=\"${said}\"></p>", said).select(".key")).isEmpty();
    for (String element : new String[] {"title", "option", "textarea"}) {
      Document page =
          page("<x><%1$s th:text=\"${said}\"></%1$s></x>".formatted(element), "XD-2026");
      assertThat(page.select(element).eachText()).containsExactly("XD-2026");
      assertThat(page.outerHtml()).doesNotContain("span");
    }
  }

  @Test
  void aPictureStaysWhole() {
    Document page =
        page(
            "<p th:utext=\"${said}\"></p>",
            "<svg><desc>XD-2026</desc><text>1 XD-2026</text></svg>");

    assertThat(page.select("svg > text").eachText()).containsExactly("1 XD-2026");
    assertThat(page.select("svg > desc").eachText()).containsExactly("XD-2026");
    assertThat(page.outerHtml()).doesNotContain("span");
  }

  private static Document page(String template, String said) {
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.addDialect(new KeysOnPages());
    Context words = new Context();
    words.setVariable("said", said);
    return Jsoup.parse(engine.process(template, words));
  }
}
