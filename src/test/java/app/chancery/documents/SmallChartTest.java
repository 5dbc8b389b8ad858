package app.chancery.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.documents.SmallChart.Bar;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What small charts show and tell. */
class SmallChartTest {

  private static final Bar UNKNOWN = new Bar(false, null, null, null);
  private static final Bar NOUGHT = new Bar(false, 0L, null, null);

  @Test
  void noughtHasItsNumberAndTheUnknownHasNone() {
    assertThat(texts(chart(NOUGHT))).containsExactly("4", "0", "0", "2026-Q4");
    assertThat(texts(chart(UNKNOWN))).containsExactly("4", "0", "2026-Q4");
    assertThat(drawn(chart(UNKNOWN)).select("path[stroke=#aab3bf]")).hasSize(1);
    assertThat(drawn(chart(NOUGHT)).select("path[stroke=#aab3bf]")).isEmpty();
  }

  @Test
  void everythingIsToldInWordsToo() {
    SmallChart chart =
        new SmallChart(
            "Dorelia <b>",
            List.of("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"),
            List.of(UNKNOWN, NOUGHT, new Bar(false, 2L, 3L, null), new Bar(true, 1.5, null, 4L)),
            4);

    assertThat(chart.description())
        .isEqualTo(
            "2026-Q1: not known. 2026-Q2: 0. 2026-Q3: 2 (planned: 3). 2026-Q4, so far: 1.5 of 4.");
    assertThat(drawn(chart).select("title").text()).isEqualTo("Dorelia <b>");
    assertThat(drawn(chart).select("desc").text()).isEqualTo(chart.description());
    assertThat(drawn(chart).select("svg").attr("aria-describedby")).isEqualTo("p-desc");
  }

  @Test
  void nothingIsDrawnAboveTheScaleOrOutsideThePicture() {
    for (int periods = 1; periods <= 40; periods++) {
      SmallChart chart =
          new SmallChart(
              "Many",
              Collections.nCopies(periods, "2026-Q4"),
              Collections.nCopies(periods, new Bar(true, 4, 4, 4L)),
              4);
      drawn(chart)
          .select("rect")
          .forEach(
              bar -> {
                double x = Double.parseDouble(bar.attr("x"));
                double y = Double.parseDouble(bar.attr("y"));
                assertThat(x).isBetween(0.0, 240.0 - Double.parseDouble(bar.attr("width")));
                assertThat(y).isBetween(0.0, 110.0 - Double.parseDouble(bar.attr("height")));
              });
    }
  }

  @Test
  void everySignIsDrawnAndHasItsWord() {
    for (SmallChart.Sign sign : SmallChart.Sign.values()) {
      assertThat(sign.word()).isNotBlank();
      assertThat(Jsoup.parse(sign.svg("s"), "", Parser.xmlParser()).select("path, rect"))
          .as(sign.name())
          .isNotEmpty();
    }
  }

  @Test
  void aScaleThatEndsBelowNothingIsRefused() {
    assertThatThrownBy(() -> new SmallChart("x", List.of("a"), List.of(NOUGHT), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SmallChart("x", List.of("a", "b"), List.of(NOUGHT), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SmallChart chart(Bar bar) {
    return new SmallChart("All", List.of("2026-Q4"), List.of(bar), 4);
  }

  private static List<String> texts(SmallChart chart) {
    return drawn(chart).select("text").eachText();
  }

  private static Document drawn(SmallChart chart) {
    return Jsoup.parse(chart.svg("p"), "", Parser.xmlParser());
  }
}
