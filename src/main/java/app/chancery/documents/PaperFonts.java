package app.chancery.documents;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/**
 * The fonts of documents on paper, and which signs they have. Each sign is set in the first family
 * of the style sheet that has it.
 */
final class PaperFonts {

  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private static final String DEJAVU = "net/sf/jasperreports/fonts/dejavu/DejaVuSans";

  private static final List<Font> ALL =
      List.of(
          new Font("liberation/LiberationSans-Regular.ttf", "Liberation Sans", REGULAR),
          new Font("liberation/LiberationSans-Bold.ttf", "Liberation Sans", BOLD),
          new Font("liberation/LiberationMono-Regular.ttf", "Liberation Mono", REGULAR),
          new Font(DEJAVU + ".ttf", "DejaVu Sans", REGULAR),
          new Font(DEJAVU + "-Bold.ttf", "DejaVu Sans", BOLD),
          new Font("fonts/wenquanyi/wqy-microhei.ttc", "WenQuanYi Micro Hei", REGULAR));

  private PaperFonts() {}

  /** Gives them to a document; the renderer loads those that it needs. */
  static void use(PdfRendererBuilder builder, PDDocument document) {
    ALL.forEach(
        font ->
            builder.useFont(
                font.in(document), font.family(), font.weight(), FontStyle.NORMAL, true));
  }

  /** Whether a sign of a text can be seen on paper, in whatever weight. */
  static boolean have(int sign) {
    return Signs.REGULAR.get(sign) && Signs.BOLD.get(sign);
  }

  /**
   * Whether a sign shows nothing by itself, so that nothing is missing where no font has it: a
   * blank, a joiner, a mark of direction or of another form.
   */
  static boolean isUnseen(int sign) {
    return Character.isWhitespace(sign)
        || Character.isSpaceChar(sign)
        || Character.isISOControl(sign)
        || UCharacter.hasBinaryProperty(sign, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
        || Character.getType(sign) == Character.FORMAT;
  }

  /** Loaded with the first sign that is not a plain one. */
  private static final class Signs {

    static final BitSet REGULAR = of(PaperFonts.REGULAR);
    static final BitSet BOLD = of(PaperFonts.BOLD);

    /** Those of all families; of one without that weight, those of the weight it has. */
    private static BitSet of(int weight) {
      BitSet signs = new BitSet();
      ALL.stream()
          .filter(font -> font.weight() == weight || !font.hasOtherWeight())
          .filter(font -> !font.family().endsWith("Mono"))
          .forEach(font -> signs.or(font.signs()));
      return signs;
    }
  }

  private record Font(String resource, String family, int weight) {

    boolean hasOtherWeight() {
      return ALL.stream().filter(font -> font.family().equals(family)).count() > 1;
    }

    /**
     * The font without its ligatures: no language of the alliance needs them, the letters of Arabic
     * are joined before, and looking for them takes most of the time of a document.
     */
    PDFontSupplier in(PDDocument document) {
      return new PDFontSupplier(null) {
        @Override
        public PDFont supply() {
          try {
            TrueTypeFont font = open();
            font.setEnableGsub(false);
            return PDType0Font.load(document, font, true);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };
    }

    BitSet signs() {
      try (TrueTypeFont font = open()) {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        BitSet signs = new BitSet();
        for (int sign = 0; sign <= Character.MAX_CODE_POINT; sign++) {
          signs.set(sign, glyphs.getGlyphId(sign) != 0);
        }
        return signs;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private TrueTypeFont open() throws IOException {
      try (InputStream file = new ClassPathResource(resource).getInputStream()) {
        return resource.endsWith(".ttc")
            ? new TrueTypeCollection(file).getFontByName(family.replace(" ", ""))
            : new TTFParser().parse(new RandomAccessReadBuffer(file));
      }
    }
  }
}
