package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The words of every page come from the message bundle, so that a second language can follow: no
 * template says anything by itself.
 */
class TemplateWordsTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");

  private static final Pattern LETTERS = Pattern.compile("\\p{L}");

  /** Attributes that people read or hear. */
  private static final Set<String> READ =
      Set.of(
          "alt",
          "aria-description",
          "aria-label",
          "aria-placeholder",
          "aria-roledescription",
          "aria-valuetext",
          "data-label",
          "label",
          "placeholder",
          "title");

  /** What fills an element, so that the words inside are only an example. */
  private static final List<String> FILLS =
      List.of("th:text", "th:utext", "th:replace", "th:insert");

  private static final Set<String> UNREAD = Set.of("script", "style");

  private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]]|\\[\\(.*?\\)]");

  private static final Pattern KEY = Pattern.compile("#\\{([^}($]+)");

  /** A text that is compared with something, or asked of a map, is no word. */
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?:==|!=|\\beq\\b|\\bne\\b|\\[)\\s*'[^']*'|'[^']*'\\s*(?:==|!=|\\beq\\b|\\bne\\b)");

  /** A decision, or what was told of it, as it stands in the register. */
  private static final Pattern ON_RECORD =
      Pattern.compile(
          "\"[^\"]*(?<!inWords\\()(?<!inWords\\(\\w{1,20}\\.)\\b(decision|notice)\\.(what|why|subject|text)\\b[^\"]*\"");

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  private static final Pattern SUBSTITUTED = Pattern.compile("\\|([^|]*)\\|");

  private static final Pattern EXPRESSION = Pattern.compile("[$#@*~]\\{(?:[^{}]|\\{[^{}]*})*}");

  /** Every page, and every part of one. */
  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateSaysNothingByItself(Path template) throws IOException {
    assertThat(literalsOf(Files.readString(template)))
        .as(
            "Words in %s that no key of messages.properties gives. Write th:text=\"#{page.…}\" on the"
                + " element, or th:aria-label=\"#{page.…}\" for an attribute; a place to fill is"
                + " #{page.…(${value})} and {0} in the bundle",
            template)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everyKeyOfATemplateIsInTheBundle(Path template) throws IOException {
    assertThat(KEY.matcher(Files.readString(template)).results().map(found -> found.group(1)))
        .as("keys in %s", template)
        .isSubsetOf(Words.spoken().keySet());
  }

  /** But one of boxes to tick, which say of each what they are. */
  @ParameterizedTest
  @MethodSource("templates")
  void everyColumnOfATableHasAHeadingThatIsSeenAboveIt(Path template) throws IOException {
    Element page = Jsoup.parse(Files.readString(template));
    assertThat(page.select("thead th:not(.tick):has(.visually-hidden)"))
        .as("headings in %s", template)
        .isEmpty();
    assertThat(page.select("table:has(> tbody > tr > td.do):not(:has(> thead > tr > th.do))"))
        .as("above the buttons in %s", template)
        .isEmpty();
  }

  /**
   * A text with a place to fill is a pattern, in which one apostrophe alone swallows what follows.
   */
  @Test
  void whatIsFilledInIsShownWithItsApostrophes() throws IOException {
    for (Path template : templates()) {
      Pattern filled = Pattern.compile("#\\{([^}($]+)\\(");
      filled
          .matcher(Files.readString(template))
          .results()
          .map(found -> found.group(1))
          .forEach(
              key ->
                  assertThat(
                          new MessageFormat(Words.of(key), Locale.ENGLISH)
                              .format(new Object[] {1, 2, 3, 4, 5, 6}))
                      .as("%s of %s", key, template)
                      .doesNotContainPattern("\\{\\d"));
    }
  }

  @Test
  void whatPeopleWroteKeepsItsLines() throws IOException {
    Pattern cells = Pattern.compile("<td class=\"(text[^\"]*)\"[^>]*th:text=\"[^\"]*inWords");
    List<String> found = new ArrayList<>();
    for (Path template : templates()) {
      cells
          .matcher(Files.readString(template))
          .results()
          .forEach(cell -> found.add(template.getFileName() + ": " + cell.group(1)));
    }

    assertThat(found).hasSizeGreaterThan(5).allMatch(each -> each.endsWith(" said"));
  }

  @Test
  void aWordIsFoundWhereverItMayStand() {
    assertThat(literalsOf("<p>Hello</p>")).containsExactly("1: Hello");
    assertThat(literalsOf("<p th:text=\"#{page.title}\">Hello</p>")).isEmpty();
    assertThat(literalsOf("<p th:text=\"|Hello ${name}|\">x</p>")).containsExactly("1: Hello ");
    assertThat(literalsOf("<p th:text=\"${late ? 'overdue' : ''}\">x</p>"))
        .containsExactly("1: overdue");
    assertThat(literalsOf("<p th:text=\"${state == 'late' ? #{page.late} : ''}\">x</p>")).isEmpty();
    assertThat(literalsOf("<a aria-label=\"More\"></a>")).containsExactly("1: More");
    assertThat(literalsOf("<a title=\"x\" th:title=\"#{page.title}\"></a>")).isEmpty();
    assertThat(literalsOf("<a th:attr=\"title=${a ? 'More' : null}\"></a>"))
        .containsExactly("1: More");
    assertThat(literalsOf("<html th:replace=\"~{layout :: page('Council', ~{::main})}\"></html>"))
        .containsExactly("1: Council");
    assertThat(literalsOf("<b>[[#{page.title}]] · 3</b>")).isEmpty();
  }

  private static List<String> literalsOf(String html) {
    List<String> literal = new ArrayList<>();
    Parser.htmlParser()
        .setTrackPosition(true)
        .parseInput(html, "")
        .forEachNode(
            node -> {
              if (node instanceof TextNode text) {
                literal.addAll(saidBy(text));
              } else if (node instanceof Element element) {
                literal.addAll(saidBy(element));
              }
            });
    return literal;
  }

  private static List<String> saidBy(TextNode text) {
    for (Node around = text.parent(); around != null; around = around.parent()) {
      if (around instanceof Element element
          && (FILLS.stream().anyMatch(element::hasAttr) || UNREAD.contains(element.normalName()))
          && !(element.normalName().equals("html"))) {
        return List.of();
      }
    }
    String said = INLINED.matcher(text.getWholeText()).replaceAll("").strip();
    return LETTERS.matcher(said).find() ? List.of(at(text) + said) : List.of();
  }

  private static List<String> saidBy(Element element) {
    List<String> said = new ArrayList<>();
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      if (READ.contains(name)) {
        boolean filled =
            element.hasAttr("th:" + name) || element.attr("th:attr").contains(name + "=");
        if (!filled && LETTERS.matcher(attribute.getValue()).find()) {
          said.add(at(element) + attribute.getValue());
        }
      } else if (makesWords(name, attribute.getValue())) {
        literals(attribute.getValue())
            .filter(word -> !isCode(word, name))
            .forEach(word -> said.add(at(element) + word));
      }
    }
    return said;
  }

  /** What somebody has written may hold a day as a program writes it; the pages say it in words. */
  @ParameterizedTest
  @MethodSource("templates")
  void aSentenceOnRecordIsShownWithItsDaysInWords(Path template) throws IOException {
    assertThat(ON_RECORD.matcher(Files.readString(template)).results())
        .extracting(MatchResult::group)
        .isEmpty();
  }

  /** An id in kebab-case; what is given to a fragment may be a single small word. */
  private static boolean isCode(String word, String attribute) {
    return word.matches("[a-z]+(-[a-z]*)+")
        || word.matches("[a-z]+") && Set.of("th:replace", "th:insert").contains(attribute);
  }

  /** Whether people read what an expression gives. */
  private static boolean makesWords(String name, String value) {
    String given = name.startsWith("th:") ? name.substring(3) : "";
    return Set.of("text", "utext", "replace", "insert").contains(given)
        || READ.contains(given)
        || given.equals("attr") && READ.stream().anyMatch(each -> value.contains(each + "="));
  }

  private static Stream<String> literals(String expression) {
    String said = COMPARED.matcher(expression).replaceAll("");
    Stream<String> quoted = QUOTED.matcher(said).results().map(found -> found.group(1));
    Stream<String> substituted =
        SUBSTITUTED
            .matcher(said)
            .results()
            .map(found -> EXPRESSION.matcher(found.group(1)).replaceAll(""));
    return Stream.concat(quoted, substituted).filter(LETTERS.asPredicate());
  }

  private static String at(Node node) {
    return node.sourceRange().start().lineNumber() + ": ";
  }
}
