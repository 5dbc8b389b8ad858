package app.chancery.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PDF is shown in the browser if it only shows its pages. */
class PdfContentTest {

  private interface Change {
    void to(PDDocument document) throws IOException;
  }

  @Test
  void pagesAndLinksAreShown() throws IOException {
    assertThat(PdfContent.isPlain(SampleFiles.pdf())).isTrue();
    assertThat(PdfContent.isPlain(pdf(document -> {}))).isTrue();
    PDActionURI link = new PDActionURI();
    link.setURI("https://example.org/");
    assertThat(
            PdfContent.isPlain(
                pdf(document -> document.getPage(0).getCOSObject().setItem("A", link))))
        .isTrue();
  }

  @Test
  void whatRunsWhenItIsOpenedIsNot() throws IOException {
    assertThat(
            PdfContent.isPlain(
                pdf(
                    document ->
                        document
                            .getDocumentCatalog()
                            .setOpenAction(new PDActionJavaScript("app.alert(1)")))))
        .isFalse();
    assertThat(
            PdfContent.isPlain(
                pdf(document -> document.getDocumentCatalog().setOpenAction(new PDActionLaunch()))))
        .isFalse();
  }

  @Test
  void anActionOfAPageIsNot() throws IOException {
    for (String entry : new String[] {"AA", "RichMedia"}) {
      assertThat(
              PdfContent.isPlain(
                  pdf(
                      document ->
                          document
                              .getPage(0)
                              .getCOSObject()
                              .setItem(COSName.getPDFName(entry), new COSDictionary()))))
          .as(entry)
          .isFalse();
    }
  }

  /** As documents of ours hold their own. */
  @Test
  void dataWithinIsShown() throws IOException {
    assertThat(PdfContent.isPlain(holding("brief.json", "{\"id\": [1, {}]}"))).isTrue();
    assertThat(PdfContent.isPlain(holding("BRIEF.JSON", "[]"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run.exe | {}",
        "brief.json.exe | {}",
        "brief | {}",
        "brief.json | MZ",
        "brief.json | {} <script>alert(1)</script>",
        "brief.json | {\"id\": ",
        "brief.json | 1",
        "brief.json | ''"
      })
  void anyOtherFileWithinIsNot(String name, String content) throws IOException {
    assertThat(PdfContent.isPlain(holding(name, content))).isFalse();
  }

  @Test
  void aFileWithinOfTwoNamesOrContentsIsDataByBothOrIsNotShown() throws IOException {
    assertThat(
            PdfContent.isPlain(
                holding(
                    "a.json",
                    "{}",
                    (file, document) -> file.getCOSObject().setString("DOS", "a.exe"))))
        .isFalse();
    assertThat(
            PdfContent.isPlain(
                holding(
                    "a.json",
                    "{}",
                    (file, document) ->
                        file.getCOSObject()
                            .getCOSDictionary(COSName.EF)
                            .setItem("Unix", embedded("MZ", document)))))
        .isFalse();
    assertThat(
            PdfContent.isPlain(
                holding(
                    "a.json",
                    "{}",
                    (file, document) -> {
                      file.getCOSObject().removeItem(COSName.F);
                      file.getCOSObject().removeItem(COSName.UF);
                    })))
        .isFalse();
  }

  /** Where something else is read than what was looked at. */
  @Test
  void aFileWithinThatIsKeptElsewhereOrPackedInAnotherWayIsNotShown() throws IOException {
    for (COSName entry : List.of(COSName.F, COSName.DECODE_PARMS, COSName.DP)) {
      assertThat(
              PdfContent.isPlain(
                  holding(
                      "a.json",
                      "{}",
                      (file, document) ->
                          file.getEmbeddedFile()
                              .getCOSObject()
                              .setItem(entry, new COSDictionary()))))
          .as(entry.getName())
          .isFalse();
    }
    assertThat(
            PdfContent.isPlain(
                holding(
                    "a.json",
                    "{}",
                    (file, document) ->
                        file.getEmbeddedFile()
                            .getCOSObject()
                            .setItem(COSName.FILTER, COSName.ASCII_HEX_DECODE))))
        .isFalse();
  }

  @Test
  void filesWithinThatUnpackToMoreThanAnyDocumentHasAreNotShown() throws IOException {
    String large = "[" + " ".repeat(9 << 20) + "]";

    assertThat(PdfContent.isPlain(holding("a.json", large))).isTrue();
    assertThat(
            PdfContent.isPlain(
                holding(
                    "a.json",
                    large,
                    (file, document) ->
                        file.getCOSObject()
                            .getCOSDictionary(COSName.EF)
                            .setItem("Unix", file.getEmbeddedFile()))))
        .isFalse();
  }

  @Test
  void whatCannotBeReadIsNot() {
    assertThat(PdfContent.isPlain("%PDF-1.7 and nothing".getBytes(StandardCharsets.US_ASCII)))
        .isFalse();
  }

  private interface FileChange {
    void to(PDComplexFileSpecification file, PDDocument document) throws IOException;
  }

  private static byte[] holding(String name, String content) throws IOException {
    return holding(name, content, (file, document) -> {});
  }

  private static byte[] holding(String name, String content, FileChange change) throws IOException {
    return pdf(
        document -> {
          PDComplexFileSpecification file = new PDComplexFileSpecification();
          file.setFile(name);
          file.setFileUnicode(name);
          file.setEmbeddedFile(embedded(content, document));
          change.to(file, document);
          PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
          files.setNames(Map.of(name, file));
          PDDocumentNameDictionary names =
              new PDDocumentNameDictionary(document.getDocumentCatalog());
          names.setEmbeddedFiles(files);
          document.getDocumentCatalog().setNames(names);
        });
  }

  private static PDEmbeddedFile embedded(String content, PDDocument document) throws IOException {
    return new PDEmbeddedFile(
        document,
        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
        COSName.FLATE_DECODE);
  }

  private static byte[] pdf(Change change) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      change.to(document);
      document.save(file);
      return file.toByteArray();
    }
  }
}
