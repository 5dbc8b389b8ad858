package app.chancery.documents;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.documents.Document.Section;
import app.chancery.programme.Programmes;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Documents on paper. */
@OfficeTest
@ExtendWith(OutputCaptureExtension.class)
class DeliverablePdfsTest {

  @Autowired DeliverablePdfs pdfs;
  @Autowired Deliverables deliverables;
  @Autowired Programmes programmes;

  static Stream<Document> hard() {
    return Stream.of(
        SampleDocuments.full(),
        SampleDocuments.longNames(),
        SampleDocuments.crowd(),
        SampleDocuments.empty(),
        SampleDocuments.file(4));
  }

  @ParameterizedTest
  @MethodSource("hard")
  void noPageIsBlankOrRunsOverItsMarginsAndEveryFontIsEmbedded(Document document) {
    try (Paper paper = approved(document)) {
      assertThat(paper.blankPages()).isEmpty();
      assertThat(paper.overflowingPages()).isEmpty();
      assertThat(paper.fonts()).isNotEmpty().allMatch(PDFont::isEmbedded);
    }
  }

  @Test
  void everyPageTellsWhatItBelongsToAndWhoApprovedIt() {
    try (Paper paper = approved(SampleDocuments.crowd())) {
      assertThat(paper.pages()).isGreaterThan(2);
      assertThat(IntStream.rangeClosed(1, paper.pages()))
          .isNotEmpty()
          .allSatisfy(
              page ->
                  assertThat(paper.text(page))
                      .contains(
                          "Stakeholder map: Ruritania",
                          "XR-2026",
                          "UNCLASSIFIED - FOR OFFICIAL USE",
                          "Version 1 · ",
                          "Issued by Chancery",
                          "Page %s of %s".formatted(page, paper.pages()))
                      .doesNotContain("DRAFT"));
    }
  }

  @Test
  void everyPageOfADraftSaysSo() {
    try (Paper paper = new Paper(pdfs.pdf(draft(SampleDocuments.crowd())))) {
      assertThat(IntStream.rangeClosed(1, paper.pages()))
          .isNotEmpty()
          .allSatisfy(page -> assertThat(paper.text(page)).contains("DRAFT · not approved"));
    }
  }

  @Test
  void aDocumentIsPrintedAsTheSameBytesWheneverThatIs() throws IOException {
    Deliverable draft = draft(SampleDocuments.crowd());
    byte[] first = pdfs.pdf(draft);

    try (PDDocument printed = Loader.loadPDF(first)) {
      assertThat(printed.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(draft.createdAt().toInstant().truncatedTo(ChronoUnit.SECONDS));
    }
    assertThat(pdfs.pdf(draft)).isEqualTo(first);
  }

  @Test
  void aTableOverManyPagesHasItsHeadingsOnEach() {
    try (Paper paper = approved(SampleDocuments.crowd())) {
      assertThat(IntStream.rangeClosed(1, paper.pages()))
          .isNotEmpty()
          .allSatisfy(
              page -> assertThat(paper.text(page)).contains("Name Kind").contains("Red lines"));
    }
  }

  @Test
  void namesInAllScriptsAreTextThatCanBeSelected() {
    try (Paper paper = approved(SampleDocuments.full())) {
      assertThat(paper.text()).contains(SampleDocuments.SCRIPTS).doesNotContain("#", "U+");
      assertThat(paper.fonts())
          .extracting(PDFont::getName)
          .anyMatch(name -> name.endsWith("+LiberationSans"))
          .anyMatch(name -> name.endsWith("+DejaVuSans"))
          .anyMatch(name -> name.endsWith("+WenQuanYiMicroHei"));
    }
  }

  /** What a document is about is told in any script, on the cover and on every page. */
  @ParameterizedTest
  @EnumSource(DeliverableKind.class)
  void everyKindOfDocumentHasNamesInAllScriptsOnPaper(DeliverableKind kind) {
    String title = String.join(" / ", SampleDocuments.SCRIPTS);
    Document document =
        Document.titled(title, title).with(Section.headed(title).saying(title).fact(title, title));

    try (Paper paper = new Paper(pdfs.pdf(deliverables.draft(programme(), kind, document)))) {
      assertThat(paper.flow()).contains(SampleDocuments.SCRIPTS).doesNotContain("#", "U+");
    }
  }

  @ParameterizedTest
  @EnumSource(DeliverableKind.class)
  void aSignThatNoFontHasIsSaidOnTheDocumentAndInTheLog(DeliverableKind kind, CapturedOutput log) {
    Document document =
        Document.titled("Dove \ud83d\udd4a", "रूस")
            .with(Section.headed("Dove \ud83d\udd4a").saying("A \ud83d\udd4a flies.\ue000"));
    Deliverable draft = deliverables.draft(programme(), kind, document);

    try (Paper paper = new Paper(pdfs.pdf(draft))) {
      assertThat(paper.flow())
          .contains("A [U+1F54A] flies.[U+E000]", "[U+0930][U+0942][U+0938]")
          .contains("no font of paper has them", "U+1F54A DOVE OF PEACE", "U+0938 DEVANAGARI")
          .doesNotContain("#");
    }
    String told =
        "%s of XR-2026, version 1 (deliverable %s), has 5 signs".formatted(kind.slug(), draft.id());
    assertThat(log.getAll().lines().filter(line -> line.contains(told)))
        .singleElement(as(STRING))
        .matches(
            line ->
                line.contains("U+1F54A") == !DeliverableView.of(draft, "Ruritania").isRestricted());
  }

  @Test
  void theWordsOfPicturesAreTextThatCanBeSelected() throws Exception {
    try (Paper paper = approved(SampleDocuments.full())) {
      String text = paper.flow();
      for (Picture picture : SamplePictures.all().toList()) {
        for (String word : PicturesTest.words(picture)) {
          assertThat(text).as(picture.title()).contains(word.strip().replaceAll("\\s+", " "));
        }
      }
    }
  }

  /** Letters are joined and drawn from right to left, and still come out as they were written. */
  @Test
  void arabicIsSetAsItsReadersKnowIt() {
    try (Paper paper = approved(SampleDocuments.full())) {
      String firstWord = "\u0648\u0632\u0627\u0631\u0629";
      assertThat(SampleDocuments.SCRIPTS.get(5)).startsWith(firstWord);
      assertThat(paper.text()).contains(SampleDocuments.SCRIPTS.get(5));
      assertThat(paper.drawn())
          .contains("\ufe93\ufead\ufe8d\ufeaf\ufeed")
          .doesNotContain(firstWord);
    }
  }

  @Test
  void aDocumentIsTaggedAndSaysWhatItIsAndInWhichLanguage() {
    try (Paper paper = approved(SampleDocuments.full())) {
      assertThat(paper.pdf().getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(paper.pdf().getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(paper.pdf().getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
      assertThat(paper.pdf().getDocumentCatalog().getViewerPreferences().displayDocTitle())
          .isTrue();
      assertThat(paper.pdf().getDocumentInformation().getTitle())
          .isEqualTo("Media brief: Ruritania · XR-2026");
      assertThat(paper.alternatives())
          .hasSize((int) SamplePictures.all().count())
          .allSatisfy(each -> assertThat(each).isNotBlank());
    }
  }

  @Test
  void aProgrammeFileHasContentsWithPagesThatLinksAndBookmarksLeadTo() {
    try (Paper paper = approved(SampleDocuments.file(5))) {
      assertThat(paper.bookmarks())
          .startsWith("Part 1: Oversight report", "  1.1 Status", "Part 2: Oversight report")
          .hasSize(10);
      assertThat(paper.strayBookmarks()).isEmpty();
      List<Integer> parts = paper.linked().stream().distinct().toList();
      assertThat(parts).hasSize(5).isSorted();
      int part3 = parts.get(2);
      assertThat(paper.text(part3)).contains("Part 3: Oversight report");
      assertThat(paper.text(2)).containsPattern("Part 3: Oversight report[ .]+" + part3 + "\\s");
    }
  }

  @Test
  void whatIsShownOnPaperIsWhatIsInTheDocument() {
    Document document =
        Document.titled("Title", "In short.")
            .with(
                Section.headed("Heading")
                    .saying("A <b>paragraph</b> & \"more\" ${7*7}.")
                    .fact("Label", "value")
                    .table("Caption", List.of("A", "B"), List.of(List.of("1", "2")), "None"));

    try (Paper paper = approved(document)) {
      assertThat(paper.flow())
          .contains("Title In short.", "Heading A <b>paragraph</b> & \"more\" ${7*7}. Label value")
          .contains("Caption A B 1 2");
    }
  }

  @Test
  void signsThatNoXmlMayHaveAreReplaced() {
    try (Paper paper = approved(Document.titled("Bell \u0007 and \u0000 end", "\ud83d\udd4a"))) {
      assertThat(paper.text()).contains("Bell").contains("end");
    }
  }

  private Paper approved(Document document) {
    draft(document);
    return new Paper(pdfs.pdf(deliverables.approve(programme(), DeliverableKind.MEDIA_BRIEF)));
  }

  private Deliverable draft(Document document) {
    return deliverables.draft(programme(), DeliverableKind.MEDIA_BRIEF, document);
  }

  private String programme() {
    return programmes
        .openFor("XR")
        .map(open -> open.key())
        .orElseGet(() -> programmes.register(SampleDossiers.ruritania()));
  }
}
