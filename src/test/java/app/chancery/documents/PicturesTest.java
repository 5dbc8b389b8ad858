package app.chancery.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture.Bar;
import app.chancery.documents.Picture.Stakeholder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What pictures show and tell, whatever is in them. */
class PicturesTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  static Stream<Picture> all() {
    return SamplePictures.all();
  }

  @Test
  void everyKindOfPictureIsAmongTheSamples() {
    assertThat(all().map(Object::getClass).map(Class::getName).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Picture.class.getPermittedSubclasses()).map(Class::getName).toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPictureIsPlainSvgThatSaysInWordsWhatItShows(Picture picture) throws Exception {
    Element svg = drawn(picture);

    assertThat(text(svg, "title")).isEqualTo(picture.title());
    assertThat(text(svg, "desc")).isEqualTo(picture.description());
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("viewBox")).matches("0 0 680 \\d+");
    assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("p-title");
    assertThat(svg.getAttribute("aria-describedby")).isEqualTo("p-desc");
    assertThat(elements(svg).map(Element::getTagName).distinct())
        .isSubsetOf("title", "desc", "rect", "circle", "path", "text");
    assertThat(
            elements(svg).filter(each -> each.hasAttribute("style") || each.hasAttribute("class")))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingIsDrawnOutsideThePicture(Picture picture) throws Exception {
    Element svg = drawn(picture);
    double height = number(svg, "height");

    assertThat(number(svg, "width")).isEqualTo(Drawing.WIDTH);
    elements(svg)
        .filter(each -> each.getTagName().equals("rect"))
        .forEach(
            rect -> {
              assertThat(number(rect, "x")).isNotNegative();
              assertThat(number(rect, "x") + number(rect, "width"))
                  .isLessThanOrEqualTo(Drawing.WIDTH);
              assertThat(number(rect, "y") + number(rect, "height")).isLessThanOrEqualTo(height);
            });
    elements(svg)
        .filter(each -> each.hasAttribute("text-anchor") && each.hasAttribute("x"))
        .forEach(
            text -> {
              double width = Lettering.width(text.getTextContent(), number(text, "font-size"));
              double before =
                  switch (text.getAttribute("text-anchor")) {
                    case "end" -> width;
                    case "middle" -> width / 2;
                    default -> 0;
                  };
              double from = number(text, "x") - before;
              assertThat(from).as(text.getTextContent()).isGreaterThan(-1);
              assertThat(from + width).as(text.getTextContent()).isLessThan(Drawing.WIDTH + 1);
              assertThat(number(text, "y")).isBetween(0.0, height);
            });
  }

  /** Higher than that, it does not fit on one page of A4 with the heading it stands under. */
  @ParameterizedTest
  @MethodSource("all")
  void aPictureFitsOnAPage(Picture picture) throws Exception {
    assertThat(number(drawn(picture), "height")).isLessThan(800);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPictureIsStoredAsWhatItShowsAndComesBackTheSame(Picture picture) throws Exception {
    Section section = Section.headed("Heading").showing(picture);
    String stored = JSON.writeValueAsString(section);

    assertThat(stored).doesNotContain("<svg");
    assertThat(JSON.readValue(stored, Section.class)).isEqualTo(section);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPictureFollowsThePublishedSchema(Picture picture) throws Exception {
    Document document =
        Document.titled("Title", "Summary").with(Section.headed("Heading").showing(picture));
    DeliverableView view =
        DeliverableView.of(
            new Deliverable(
                1,
                "XR-2026",
                DeliverableKind.MEDIA_BRIEF,
                1,
                () -> document,
                "0".repeat(64),
                OffsetDateTime.parse("2026-11-01T09:00Z"),
                null,
                null),
            "Ruritania");

    assertThat(
            new DocumentSchema(
                    Files.readString(Path.of("src/main/resources/schemas/document.json")))
                .faults(JSON.readTree(JSON.writeValueAsString(view))))
        .isEmpty();
  }

  @Test
  void aDocumentOfBeforeThereWerePicturesIsStillRead() throws Exception {
    String old =
        """
        {"title": "T", "summary": "S", "sections": [
          {"heading": "H", "paragraphs": ["P"], "facts": [], "tables": []}]}
        """;

    assertThat(JSON.readValue(old, Document.class))
        .isEqualTo(Document.titled("T", "S").with(Section.headed("H").saying("P")));
  }

  @Test
  void nothingInAPictureBecomesMarkup() throws Exception {
    String nasty = "<script>alert('x')</script> & \"quotes\" \u0000\uD800%s ]]>";

    Element svg = drawn(new Picture.ReadinessBars(nasty, List.of(new Bar(nasty, 1, List.of()))));

    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(text(svg, "title")).isEqualTo("<script>alert('x')</script> & \"quotes\" %s ]]>");
  }

  @Test
  void theGridShowsStanceAndMoveOfEachStakeholderByNumber() throws Exception {
    assertThat(SamplePictures.grid().description())
        .contains(
            "2, Delegation of Türkiye: power 5, interest 4, skeptic, wanted as supporter, to be won over.",
            "4, Regional bloc: power 3, interest 4, neutral.");
    assertThat(words(SamplePictures.grid()))
        .contains("MANAGE CLOSELY", "KEEP SATISFIED", "KEEP INFORMED", "MONITOR", "−", "++")
        .contains("Delegation of Türkiye", "+ supporter");
  }

  @Test
  void sixtyStakeholdersKeepTheirNumbers() throws Exception {
    assertThat(words(SamplePictures.crowd()))
        .containsAll(IntStream.rangeClosed(1, 60).mapToObj(String::valueOf).toList());
  }

  @Test
  void theBarsSayWhichThresholdIsMissed() throws Exception {
    assertThat(SamplePictures.bars().description())
        .contains("Domestic support 54, interim ally from 35, full candidate from 55.");
    assertThat(words(SamplePictures.bars()))
        .contains(
            "72",
            "enough for all",
            "below FC",
            "below IA, FC",
            "from here enough for full candidate");
  }

  @Test
  void theTimelineGivesTheDatesOfWhatIsAloneInItsLane() throws Exception {
    assertThat(words(SamplePictures.timeline()))
        .contains("31 May 2027", "4 Jan 2027 to 4 Jan 2028", "2028", "Q3", "as of 15 Jun 2027");
    assertThat(SamplePictures.timeline().description())
        .contains("Reviews: 2027-04-01 (done), 2027-07-01.");
  }

  @Test
  void thePositionsShowEveryAllyInEveryRound() throws Exception {
    assertThat(words(SamplePictures.positions()))
        .contains("TR", "O", "R", "N", "S", "left to right: Round 1, Round 2");
    assertThat(SamplePictures.positions().description())
        .contains("Round 1: no objection 3 (FR, DE, HU)")
        .contains("objection 1 (TR)", "Round 2: no objection 3 (FR, DE, TR); reservation 1 (HU)");
  }

  @Test
  void whoWasNotAskedInARoundIsNotTakenForSomeoneWithoutAnObjection() throws Exception {
    Picture positions =
        new Picture.Positions(
            "Positions",
            List.of("Round 1", "Round 2"),
            List.of(
                new Picture.AllyPositions(
                    "XE",
                    "Esterholm",
                    List.of(Picture.Standing.NOT_ASKED, Picture.Standing.NO_OBJECTION))));

    assertThat(words(positions)).containsSubsequence("XE", "–", "N");
  }

  @Test
  void aNumberNobodyKnowsIsNoZeroInATrend() throws Exception {
    assertThat(SamplePictures.trends().description())
        .contains("Intelligence-sharing events: 2027-Q1 0, 2027-Q2 not known, 2027-Q3 5");
    assertThat(words(SamplePictures.trends())).contains("?", "12", "2027-Q4");
  }

  @Test
  void theRiskMapGivesTheBandOfEachScore() throws Exception {
    assertThat(SamplePictures.risks().description())
        .contains("1, Premature accession talks: probability 4, impact 5, critical.")
        .contains("3, Security gap between phases of integration: probability 1, impact 1, low.");
    assertThat(words(SamplePictures.risks()))
        .contains("L 4", "M 5", "M 9", "H 10", "H 15", "C 16", "C 25");
  }

  @Test
  void numbersOutsideTheScaleAreRefused() {
    assertThatThrownBy(() -> new Stakeholder(1, "A", 6, 1, "neutral", "neutral", false))
        .hasMessageContaining("6 is not from 1 to 5");
    assertThatThrownBy(() -> new Picture.Risk(1, "A", 1, 0)).hasMessageContaining("0 is not");
    assertThatThrownBy(() -> new Bar("A", 101, List.of())).hasMessageContaining("101 is not");
  }

  @Test
  void longTextIsCutBetweenCharactersNeverWithin() {
    assertThat(Lettering.fit("a".repeat(1000), 100, 10)).hasSizeLessThan(20).endsWith("…");
    assertThat(Lettering.fit("🕊".repeat(50), 100, 10)).matches("(🕊)+…");
    assertThat(Lettering.wrap("one two three", 30, 10, 3)).containsExactly("one", "two", "three");
    assertThat(Lettering.wrap("x".repeat(1000), 50, 10, 2)).hasSize(2);
    assertThat(Lettering.wrap(" ", 50, 10, 2)).isEmpty();
  }

  private static Element drawn(Picture picture) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(new PictureDrawings().svg("p", picture))))
        .getDocumentElement();
  }

  static List<String> words(Picture picture) throws Exception {
    return elements(drawn(picture))
        .filter(each -> each.getTagName().equals("text"))
        .map(Node::getTextContent)
        .collect(Collectors.toList());
  }

  private static Stream<Element> elements(Element svg) {
    NodeList all = svg.getElementsByTagName("*");
    return IntStream.range(0, all.getLength()).mapToObj(at -> (Element) all.item(at));
  }

  private static String text(Element svg, String name) {
    return svg.getElementsByTagName(name).item(0).getTextContent();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }
}
