package app.chancery.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.documents.Document.Section;
import app.chancery.programme.Programmes;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a document looks like as a page, whatever is in it. */
@OfficeTest
class DeliverablePagesTest {

  private static final String NASTY =
      "<script>alert('x')</script> & \"quotes\" ${7919*7907} #{7919*7907} [[${7919*7907}]] </style></title>";

  @Autowired DeliverablePages pages;
  @Autowired Deliverables deliverables;
  @Autowired Programmes programmes;

  @Test
  void nothingInADocumentBecomesMarkup() {
    String programme = programmes.register(SampleDossiers.of("XR", NASTY));
    Deliverable made =
        deliverables.draft(
            programme,
            DeliverableKind.MEDIA_BRIEF,
            Document.titled(NASTY, NASTY)
                .with(
                    Section.headed(NASTY)
                        .saying(NASTY)
                        .fact(NASTY, NASTY)
                        .table(NASTY, List.of(NASTY), List.of(List.of(NASTY)), NASTY)
                        .table(NASTY, List.of(NASTY), List.of(), NASTY)));

    String html = pages.html(made);

    assertThat(html)
        .doesNotContain("<script")
        .doesNotContain("62615533")
        .contains(
            "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes&quot; ${7919*7907}");
    assertThat(count(html, "</style>")).isEqualTo(2);
    assertThat(count(html, "</title>")).isOne();
  }

  @Test
  void whatIsEmptySaysSo() {
    Deliverable made =
        made(
            Document.titled("Title", null)
                .with(Section.headed("Bare"))
                .with(Section.headed("One").fact("Region", " "))
                .with(Section.headed("Two").table("Channels", List.of("Name"), List.of(), "None")));

    assertThat(pages.html(made))
        .contains("Nothing recorded.", "not recorded", "Channels: ", "None")
        .doesNotContain("<thead", "class=\"lead\"", ">null<");
    assertThat(pages.html(made(Document.titled("Empty", "")))).contains("Nothing recorded.");
  }

  @Test
  void textInAnyScriptAndOfAnyLengthIsWhole() {
    String name = "Ὀλυμπία 安全保障 ".repeat(80) + "x".repeat(1000);
    Deliverable made =
        made(Document.titled(name, "שלום עולם").with(Section.headed("🕊").saying(name)));

    assertThat(pages.html(made)).contains(name, "שלום עולם", "🕊").contains("dir=\"auto\"");
  }

  @Test
  void thePageTellsWhatADocumentIsAndWhetherItIsApproved() {
    Deliverable draft = made(Document.titled("Media brief: Ruritania", "In short."));
    assertThat(pages.html(draft))
        .contains("Draft, not approved", "Unclassified - for official use", "Ruritania")
        .contains("XR-2026", draft.sha256());

    Deliverable approved = deliverables.approve(draft.programme(), draft.kind());
    assertThat(pages.html(approved))
        .contains("Issued by Chancery on ")
        .doesNotContain("Draft, not approved");
  }

  @Test
  void aRestrictedDocumentSaysForWhomItIs() {
    String programme = programmes.register(SampleDossiers.ruritania());
    Deliverable map =
        deliverables.issue(
            programme, DeliverableKind.STAKEHOLDER_MAP, Document.titled("Map", "In short."));

    assertThat(pages.html(map))
        .contains("Restricted: analysts, envoys", "@top-right { content: \"Restricted");
  }

  @Test
  void aLongDocumentHasATableOfContents() {
    Document document = Document.titled("Long", "In short.");
    for (int i : IntStream.rangeClosed(1, 13).toArray()) {
      document = document.with(Section.headed("Chapter " + i).saying("Text"));
    }

    assertThat(pages.html(made(document)))
        .contains(
            "<a href=\"#section-13\" title=\"Chapter 13\">Chapter 13</a>", "id=\"section-13\"");
  }

  @Test
  void everyLineOfTheContentsLeadsToItsSection() {
    org.jsoup.nodes.Document page = Jsoup.parse(pages.html(made(SampleDocuments.file(5))));

    assertThat(page.select("a"))
        .hasSize(10)
        .allSatisfy(
            link ->
                assertThat(page.selectFirst(link.attr("href")).selectFirst("h2, h3").text())
                    .isEqualTo(link.text()));
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @Test
  void aReportOverAllProgrammesLeadsBackToAllOfThem() {
    Deliverable report =
        deliverables.issue(
            "portfolio", DeliverableKind.OVERSIGHT_REPORT, Document.titled("2027-Q1", "In short."));

    assertThat(pages.html(DeliverableView.of(report, "portfolio"), true))
        .contains("<a href=\"/programmes\">", "<td>all programmes</td>")
        .doesNotContain("\"/programmes/portfolio\"");
  }

  @Test
  void linesInOneColumnAreShownAsAList() {
    Document document =
        Document.titled("Title", "In short.")
            .with(
                Section.headed("One")
                    .list("Messages", List.of("First line", "Second line"), "No message")
                    .list("Benefits", List.of(), "No benefit"));

    assertThat(pages.html(made(document)))
        .contains(">First line</bdi></li>", ">Second line</bdi></li>", "Benefits: ", "No benefit")
        .doesNotContain("<table class=\"rows\"");
  }

  @Test
  void aPictureStandsInThePageUnderItsCaption() {
    Document document =
        Document.titled("Title", "In short.")
            .with(Section.headed("One").showing(SamplePictures.risks()))
            .with(
                Section.headed("Two")
                    .showing(SamplePictures.grid())
                    .showing(SamplePictures.bars()));

    assertThat(pages.html(made(document)))
        .contains("<figcaption dir=\"auto\">Risks</figcaption>", "Premature accession talks:")
        .contains("id='picture-1-1'", "id='picture-2-1'", "id='picture-2-2'")
        .doesNotContain("Nothing recorded.");
  }

  @Test
  void aSavedPageNeedsNothingButItself() {
    assertThat(pages.html(made(Document.titled("Title", "In short."))))
        .contains("<style>", "@page", "@media print")
        .doesNotContain("<link", "src=", "href=");
  }

  private Deliverable made(Document document) {
    String programme =
        programmes
            .openFor("XR")
            .map(open -> open.key())
            .orElseGet(() -> programmes.register(SampleDossiers.ruritania()));
    return deliverables.draft(programme, DeliverableKind.MEDIA_BRIEF, document);
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
