package app.chancery.documents;

import app.chancery.platform.time.Dates;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;

/** A PDF as a reader has it in hand. */
public final class Paper implements AutoCloseable {

  /** Fine enough to see a line, coarse enough to be quick; in pixels an inch. */
  private static final int RESOLUTION = 48;

  private static final double PIXELS_PER_MM = RESOLUTION / 25.4;
  private static final double POINTS_PER_MM = 72 / 25.4;
  private static final int WHITE_FROM = 235;

  private final PDDocument pdf;

  public Paper(byte[] bytes) {
    try {
      pdf = Loader.loadPDF(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public PDDocument pdf() {
    return pdf;
  }

  public int pages() {
    return pdf.getNumberOfPages();
  }

  public String text() {
    return text(1, pages());
  }

  /**
   * @param page from 1
   */
  public String text(int page) {
    return text(page, page);
  }

  private String text(int from, int to) {
    try {
      PDFTextStripper reader = new PDFTextStripper();
      reader.setStartPage(from);
      reader.setEndPage(to);
      return reader.getText(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sign by sign as it is drawn, where {@link #text} gives what is meant by it. */
  public String drawn() {
    StringBuilder signs = new StringBuilder();
    try {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition sign) {
          signs.append(sign.getUnicode());
        }
      }.getText(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return signs.toString();
  }

  /** With all white space as one space: lines break anywhere. */
  public String flow() {
    return text().replaceAll("\\s+", " ");
  }

  /**
   * What of the text of a document is not on the paper, where days are in words.
   *
   * @param document with its sections
   */
  public List<String> missing(JsonNode document) {
    String printed = squeezed(body());
    List<String> texts = new ArrayList<>();
    texts.add(document.path("title").asText());
    for (JsonNode section : document.path("sections")) {
      texts.add(section.path("heading").asText());
      section.path("paragraphs").forEach(each -> texts.add(each.asText()));
      section.path("facts").forEach(fact -> fact.forEach(each -> texts.add(each.asText())));
      section.path("pictures").forEach(each -> texts.add(each.path("title").asText()));
      for (JsonNode table : section.path("tables")) {
        texts.add(table.path("caption").asText());
        table.path("rows").forEach(row -> row.forEach(cell -> texts.add(cell.asText())));
      }
    }
    return texts.stream().filter(each -> !printed.contains(squeezed(Dates.inWords(each)))).toList();
  }

  /** What stands between head and foot of the pages. */
  private String body() {
    StringBuilder body = new StringBuilder();
    try {
      PDFTextStripperByArea reader = new PDFTextStripperByArea();
      for (PDPage page : pdf.getPages()) {
        PDRectangle size = page.getMediaBox();
        double head = 26 * POINTS_PER_MM;
        double foot = 21 * POINTS_PER_MM;
        reader.addRegion(
            "body",
            new Rectangle2D.Double(0, head, size.getWidth(), size.getHeight() - head - foot));
        reader.extractRegions(page);
        body.append(reader.getTextForRegion("body"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body.toString();
  }

  /** Without white space: lines break anywhere. */
  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** All fonts of all pages and of what is drawn on them. */
  public List<PDFont> fonts() {
    List<PDFont> fonts = new ArrayList<>();
    for (PDPage page : pdf.getPages()) {
      collect(page.getResources(), fonts);
    }
    return fonts;
  }

  private static void collect(PDResources resources, List<PDFont> fonts) {
    try {
      for (COSName name : resources.getFontNames()) {
        fonts.add(resources.getFont(name));
      }
      for (COSName name : resources.getXObjectNames()) {
        PDXObject object = resources.getXObject(name);
        if (object instanceof PDFormXObject form && form.getResources() != null) {
          collect(form.getResources(), fonts);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one file within it, which must belong to the whole document. */
  public PDComplexFileSpecification attached() {
    COSArray associated = pdf.getDocumentCatalog().getCOSObject().getCOSArray(COSName.AF);
    try {
      Map<String, PDComplexFileSpecification> files =
          pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
      PDComplexFileSpecification only = files.values().iterator().next();
      if (files.size() != 1
          || associated.size() != 1
          || associated.getObject(0) != only.getCOSObject()) {
        throw new IllegalStateException(files.keySet() + " are in it, of it " + associated);
      }
      return only;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pages that links within the document lead to, from 1. */
  public List<Integer> linked() {
    List<Integer> targets = new ArrayList<>();
    for (PDPage page : pdf.getPages()) {
      try {
        page.getAnnotations().stream()
            .filter(PDAnnotationLink.class::isInstance)
            .map(PDAnnotationLink.class::cast)
            .forEach(link -> targets.add(target(link)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return targets;
  }

  private static int target(PDAnnotationLink link) {
    try {
      PDActionGoTo jump = (PDActionGoTo) link.getAction();
      return ((PDPageDestination) jump.getDestination()).retrievePageNumber() + 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bookmarks, those below a chapter with two blanks before them. */
  public List<String> bookmarks() {
    List<String> titles = new ArrayList<>();
    for (PDOutlineItem chapter : pdf.getDocumentCatalog().getDocumentOutline().children()) {
      titles.add(chapter.getTitle());
      for (PDOutlineItem part : chapter.children()) {
        titles.add("  " + part.getTitle());
      }
    }
    return titles;
  }

  /** What screen readers tell of the pictures; null of one that they tell nothing of. */
  public List<String> alternatives() {
    List<String> alternatives = new ArrayList<>();
    collect(pdf.getDocumentCatalog().getStructureTreeRoot(), alternatives);
    return alternatives;
  }

  private static void collect(PDStructureNode parent, List<String> alternatives) {
    for (Object kid : parent.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if ("Figure".equals(element.getStructureType())) {
          alternatives.add(element.getAlternateDescription());
        }
        collect(element, alternatives);
      }
    }
  }

  /** The bookmarks that do not lead to a page with their words on it. */
  public List<String> strayBookmarks() {
    List<String> stray = new ArrayList<>();
    collectStray(pdf.getDocumentCatalog().getDocumentOutline(), stray);
    return stray;
  }

  private void collectStray(PDOutlineNode parent, List<String> stray) {
    for (PDOutlineItem bookmark : parent.children()) {
      try {
        PDPage page = bookmark.findDestinationPage(pdf);
        int number = page == null ? 0 : pdf.getPages().indexOf(page) + 1;
        if (number == 0 || !squeezed(text(number)).contains(squeezed(bookmark.getTitle()))) {
          stray.add(bookmark.getTitle());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      collectStray(bookmark, stray);
    }
  }

  /** The pages with nothing between head and foot, from 1. */
  public List<Integer> blankPages() {
    PDRectangle size = pdf.getPage(0).getMediaBox();
    int height = (int) (size.getHeight() / 72 * RESOLUTION);
    return numbers()
        .filter(page -> !hasInk(image(page), 0, mm(25), Integer.MAX_VALUE, height - mm(20)))
        .toList();
  }

  /** The pages with something outside the margins, from 1. */
  public List<Integer> overflowingPages() {
    return numbers()
        .filter(
            page -> {
              BufferedImage image = image(page);
              int right = image.getWidth();
              int bottom = image.getHeight();
              return hasInk(image, 0, 0, mm(13), bottom)
                  || hasInk(image, right - mm(13), 0, right, bottom)
                  || hasInk(image, 0, 0, right, mm(7))
                  || hasInk(image, 0, bottom - mm(7), right, bottom)
                  || hasInk(image, 0, bottom - mm(20), right, bottom - mm(18));
            })
        .toList();
  }

  private Stream<Integer> numbers() {
    return IntStream.rangeClosed(1, pages()).boxed();
  }

  private BufferedImage image(int page) {
    try {
      return new PDFRenderer(pdf).renderImageWithDPI(page - 1, RESOLUTION, ImageType.GRAY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int mm(int length) {
    return (int) Math.round(length * PIXELS_PER_MM);
  }

  private static boolean hasInk(BufferedImage image, int left, int top, int right, int bottom) {
    for (int y = top; y < Math.min(bottom, image.getHeight()); y++) {
      for (int x = left; x < Math.min(right, image.getWidth()); x++) {
        if ((image.getRGB(x, y) & 0xff) < WHITE_FROM) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void close() {
    try {
      pdf.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
