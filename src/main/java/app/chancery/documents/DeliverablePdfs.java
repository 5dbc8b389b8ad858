package app.chancery.documents;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.UUID;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Service;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Deliverables as PDF: from the same template as the pages, tagged for screen readers (PDF/UA),
 * with bookmarks, and with every font it uses embedded. It reads nothing but what is in the page.
 */
@Service
public class DeliverablePdfs {

  static {
    XRLog.setLoggerImpl(new Slf4jLogger());
  }

  private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

  private final DeliverablePages pages;

  DeliverablePdfs(DeliverablePages pages) {
    this.pages = pages;
  }

  /** The renderer goes on without what it cannot draw, for example a picture. */
  private static void failOn(Diagnostic diagnostic) {
    if (diagnostic.hasError() || diagnostic.getLevel() == Level.SEVERE) {
      throw new IllegalStateException(
          diagnostic.getLogMessageId().toString(), diagnostic.getError());
    }
  }

  /** Screen readers get what a picture shows from where images have it. */
  private static void tellPictures(org.w3c.dom.Document page) {
    NodeList pictures = page.getElementsByTagName("svg");
    for (int i = 0; i < pictures.getLength(); i++) {
      Element picture = (Element) pictures.item(i);
      String shown = text(picture, "desc");
      picture.setAttribute("alt", shown.isEmpty() ? text(picture, "title") : shown);
    }
  }

  private static String text(Element picture, String name) {
    return picture.getElementsByTagName(name).item(0).getTextContent().strip();
  }

  /** The document as a file of its own. */
  public byte[] pdf(Deliverable deliverable) {
    return print(pages.paper(deliverable), deliverable.createdAt());
  }

  byte[] pdf(DeliverableView view) {
    return print(pages.paper(view), view.createdAt());
  }

  /** The same page gives the same bytes, whenever it is printed: only the document has a date. */
  private byte[] print(String page, OffsetDateTime made) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (PaperPictures pictures = new PaperPictures();
        PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder =
          new PdfRendererBuilder()
              .withHtmlContent(page, null)
              .withProducer("Chancery")
              .usePdfUaAccessibility(true)
              .useSVGDrawer(pictures)
              .addDOMMutator(DeliverablePdfs::tellPictures)
              .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
              .useUnicodeLineBreaker(new LineBreaks())
              .useUnicodeBidiReorderer(new ICUBidiReorderer())
              .defaultTextDirection(TextDirection.LTR)
              .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
              .useExternalResourceAccessControl(
                  (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
              .withDiagnosticConsumer(DeliverablePdfs::failOn)
              .usePDDocument(document);
      PaperFonts.use(builder, document);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.createPDFWithoutClosing();
        document
            .getDocumentInformation()
            .setCreationDate(GregorianCalendar.from(made.atZoneSameInstant(ZoneOffset.UTC)));
        document.setDocumentId(
            UUID.nameUUIDFromBytes(page.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
        document.save(pdf);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }
}
