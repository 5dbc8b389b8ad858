package app.chancery.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.junit.jupiter.api.Test;

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
  void anEmbeddedFileOrAnActionOfAPageIsNot() throws IOException {
    for (String entry : new String[] {"EmbeddedFiles", "AA", "RichMedia"}) {
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

  @Test
  void whatCannotBeReadIsNot() {
    assertThat(PdfContent.isPlain("%PDF-1.7 and nothing".getBytes(StandardCharsets.US_ASCII)))
        .isFalse();
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
