package app.chancery.documents;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.AbstractOutputDevice;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Pictures on paper. Batik draws their shapes. It would draw their words as shapes too; they are
 * written over them instead, as text that can be found and selected, in the fonts of the page.
 */
final class PaperPictures extends BatikSVGDrawer {

  /** The words taken out of each picture: a page may be laid out more than once. */
  private final Map<Element, List<Element>> words = new HashMap<>();

  @Override
  public SVGImage buildSVGImage(
      Element svg, Box box, CssContext css, double width, double height, double dotsPerPixel) {
    List<Element> taken = words.computeIfAbsent(svg, PaperPictures::taken);
    SVGImage shapes = super.buildSVGImage(svg, box, css, width, height, dotsPerPixel);
    return new Picture(shapes, taken, box.getStyle().getFont(css).families);
  }

  private static List<Element> taken(Element svg) {
    NodeList found = svg.getElementsByTagName("text");
    List<Element> texts =
        IntStream.range(0, found.getLength()).mapToObj(at -> (Element) found.item(at)).toList();
    texts.forEach(svg::removeChild);
    return texts;
  }

  /**
   * @param families of fonts, each for what the ones before it do not have
   */
  private record Picture(SVGImage shapes, List<Element> words, String[] families)
      implements SVGImage {

    @Override
    public int getIntrinsicWidth() {
      return shapes.getIntrinsicWidth();
    }

    @Override
    public int getIntrinsicHeight() {
      return shapes.getIntrinsicHeight();
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext page, double x, double y) {
      shapes.drawSVG(device, page, x, y);
      float scale = (float) (getIntrinsicWidth() / Drawing.WIDTH);
      words.forEach(text -> write(text, (float) x, (float) y, scale, device, page));
    }

    private void write(
        Element text, float x, float y, float scale, OutputDevice device, RenderingContext page) {
      FontSpecification type = type(text, scale);
      FSFont font = page.getFont(type);
      String shown = inReadingOrder(page.getBidiReorderer().shapeText(text.getTextContent()));
      float width = page.getTextRenderer().getWidth(page.getFontContext(), font, shown);
      float before =
          switch (text.getAttribute("text-anchor")) {
            case "middle" -> width / 2;
            case "end" -> width;
            default -> 0;
          };
      ((AbstractOutputDevice) device).setFontSpecification(type);
      device.setFont(font);
      device.setColor(new FSRGBColor(Integer.decode(text.getAttribute("fill"))));
      page.getTextRenderer()
          .drawString(
              device, shown, x + number(text, "x") * scale - before, y + number(text, "y") * scale);
    }

    private FontSpecification type(Element text, float scale) {
      FontSpecification type = new FontSpecification();
      type.families = families;
      type.size = number(text, "font-size") * scale;
      type.fontWeight =
          "bold".equals(text.getAttribute("font-weight"))
              ? IdentValue.FONT_WEIGHT_700
              : IdentValue.FONT_WEIGHT_400;
      type.fontStyle = IdentValue.NORMAL;
      type.variant = IdentValue.NORMAL;
      return type;
    }

    /** From left to right as it is drawn, whatever is written from right to left in it. */
    private static String inReadingOrder(String text) {
      return new Bidi(text, Bidi.LEVEL_DEFAULT_LTR).writeReordered(Bidi.DO_MIRRORING);
    }

    private static float number(Element element, String attribute) {
      return Float.parseFloat(element.getAttribute(attribute));
    }
  }
}
