package app.chancery.deliverables;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/**
 * Deliverables as PDF: from the same template as the pages, tagged for screen readers (PDF/UA),
 * with bookmarks, and with every font it uses embedded. It reads nothing but what is in the page.
 */
@Service
public class DeliverablePdfs {

  /** Each sign is set in the first family of the style sheet that has it. */
  private static final List<Font> FONTS =
      List.of(
          new Font("liberation/LiberationSans-Regular", "Liberation Sans", 400, FontStyle.NORMAL),
          new Font("liberation/LiberationSans-Bold", "Liberation Sans", 700, FontStyle.NORMAL),
          new Font("liberation/LiberationSans-Italic", "Liberation Sans", 400, FontStyle.ITALIC),
          new Font("liberation/LiberationMono-Regular", "Liberation Mono", 400, FontStyle.NORMAL),
          new Font(
              "net/sf/jasperreports/fonts/dejavu/DejaVuSans", "DejaVu Sans", 400, FontStyle.NORMAL),
          new Font(
              "net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold",
              "DejaVu Sans",
              700,
              FontStyle.NORMAL));

  static {
    XRLog.setLoggerImpl(new Slf4jLogger());
  }

  private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
  private final DeliverablePages pages;

  DeliverablePdfs(DeliverablePages pages) {
    this.pages = pages;
  }

  private record Font(String resource, String family, int weight, FontStyle style) {

    InputStream open() {
      try {
        return new ClassPathResource(resource + ".ttf").getInputStream();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The document as a file of its own. */
  public byte[] pdf(Deliverable deliverable) {
    return print(pages.paper(deliverable));
  }

  byte[] pdf(DeliverableView view) {
    return print(pages.paper(view));
  }

  private byte[] print(String page) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (BatikSVGDrawer pictures = new BatikSVGDrawer()) {
      PdfRendererBuilder builder =
          new PdfRendererBuilder()
              .withHtmlContent(page, null)
              .withProducer("Chancery")
              .usePdfUaAccessibility(true)
              .useSVGDrawer(pictures)
              .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
              .useUnicodeBidiReorderer(new ICUBidiReorderer())
              .defaultTextDirection(TextDirection.LTR)
              .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
              .useExternalResourceAccessControl(
                  (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
              .toStream(pdf);
      FONTS.forEach(
          font -> builder.useFont(font::open, font.family(), font.weight(), font.style(), true));
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }
}
