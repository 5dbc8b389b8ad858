package app.chancery.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one person wrote is text in another's form, on the desk as in Tasklist. */
class MarkupTest {

  private static final Expressions FEEL = new FeelOfTheEngine();

  @Property
  void peopleReadWhatWasTyped(
      @ForAll @StringLength(min = 1, max = 60) @CharRange(from = '!', to = '\u2030') String typed) {
    Document read = read("## Of {{name}}\n\nIt is **{{name}}**: {{name}}", Map.of("name", typed));

    assertThat(read.select("strong").text()).isEqualTo(plain(typed));
    assertThat(read.select("a, img, script, style, code, em, br, h1")).isEmpty();
  }

  @Test
  void linesStayLines() {
    assertThat(html("{{explanation}}", Map.of("explanation", "- one\n\n    two\n1. three")))
        .isEqualTo("<p>- one<br />\n<br />\n    two<br />\n1. three</p>\n");
  }

  @Test
  void theFormsOwnTextIsMarkdownBelowThePagesHeading() {
    assertThat(html("# {{name}}\n\n### Further\n*Confidential.*", Map.of("name", "A & B")))
        .isEqualTo("<h2>A &amp; B</h2>\n<h3>Further</h3>\n<p><em>Confidential.</em></p>\n");
  }

  @Test
  void aLinkOpensBesideTheForm() {
    Document read =
        read("[Read *it*]({{page}})", Map.of("page", "/programmes/XR-2026/deliverables/7"));

    assertThat(read.select("a[href=/programmes/XR-2026/deliverables/7]").outerHtml())
        .contains("target=\"_blank\"", "rel=\"noopener\"", "Read it (opens in a new tab)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//elsewhere.example",
        "http://elsewhere.example",
        "javascript:x",
        "/a)![x](/b",
        "/\\elsewhere.example",
        ""
      })
  void anAddressThatLeadsElsewhereIsNoLink(String address) {
    Document read = read("[Read it]({{page}})", Map.of("page", address));

    assertThat(read.select("a")).isEmpty();
    assertThat(read.text()).isEqualTo("Read it");
  }

  private static String plain(String typed) {
    return Jsoup.parse("<p></p>").selectFirst("p").text(typed).text();
  }

  private static Document read(String text, Map<String, Object> facts) {
    return Jsoup.parse(html(text, facts));
  }

  private static String html(String text, Map<String, Object> facts) {
    return Markup.html(text, new Facts(facts, FEEL));
  }
}
