package app.chancery.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.UUID;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Deliverables as PDF: from the same template as the pages, tagged for screen readers (PDF/UA-1),
 * with bookmarks, and fit for an archive (PDF/A-3a): with every font it uses, with what its colours
 * mean, and with its JSON. It reads nothing but what is in the page.
 */
@Service
public class DeliverablePdfs {

  static {
    XRLog.setLoggerImpl(new Slf4jLogger());
  }

  private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

  private final DeliverablePages pages;
  private final Library library;
  private final ObjectMapper json;
  private final byte[] colours;

  DeliverablePdfs(DeliverablePages pages, Library library, ObjectMapper json) {
    this.pages = pages;
    this.library = library;
    this.json = json;
    this.colours = read("colours/sRGB.icc");
  }

  private static byte[] read(String resource) {
    try {
      return new ClassPathResource(resource).getContentAsByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    return pdf(library.view(deliverable));
  }

  /**
   * The same document gives the same bytes, whenever and for whomever it is printed: only the
   * document has a date, and of what was corrected since it says nothing.
   */
  byte[] pdf(DeliverableView view) {
    String page = pages.paper(view);
    Calendar made = GregorianCalendar.from(view.createdAt().atZoneSameInstant(ZoneOffset.UTC));
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (PaperPictures pictures = new PaperPictures();
        PDDocument document = new Dated(made)) {
      byte[] data = json.writeValueAsBytes(view.asMade());
      PdfRendererBuilder builder =
          new PdfRendererBuilder()
              .withHtmlContent(page, null)
              .withProducer("Chancery")
              .usePdfUaAccessibility(true)
              .usePdfAConformance(PdfAConformance.PDFA_3_A)
              .useColorProfile(colours)
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
        new AttachedData(view.fileName() + ".json", data, made).to(document);
        document.setDocumentId(
            UUID.nameUUIDFromBytes(page.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits());
        document.save(pdf);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  /**
   * Bears the date of what it shows. The renderer dates by the clock what it makes, and at once
   * says so in the metadata, which must say the same.
   */
  private static final class Dated extends PDDocument {

    private final Calendar made;

    Dated(Calendar made) {
      this.made = made;
    }

    @Override
    public void setDocumentInformation(PDDocumentInformation information) {
      information.setCreationDate(made);
      super.setDocumentInformation(information);
    }
  }
}
