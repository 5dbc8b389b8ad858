package app.chancery.platform.files;

import java.util.Set;
import org.apache.tika.Tika;

/**
 * What a file is by its content, whatever its name says. Tika's core tells by the first bytes; of
 * documents of Office, which are archives, it tells only that, so their table of contents is read.
 */
final class FileContent {

  private static final Tika TIKA = new Tika();

  private static final String TEXT = "text/";

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

  private static final String PDF = "application/pdf";

  /** A picture of this kind is a document with scripts. */
  private static final String DRAWING = "image/svg";

  private static final String UNKNOWN = "application/octet-stream";

  private static final Set<String> ARCHIVES = Set.of("application/zip", "application/x-tika-ooxml");

  /** Text in an encoding that Tika does not expect is unknown to it. */
  private static final Set<String> TEXTS = Set.of("text/plain", UNKNOWN);

  private FileContent() {}

  /** As a type of MIME. */
  static String typeOf(byte[] content) {
    return TIKA.detect(content);
  }

  /** Whether nothing is known of what has that type. */
  static boolean isUnknown(String type) {
    return type.equals(UNKNOWN);
  }

  static boolean isText(String type) {
    return type.startsWith(TEXT);
  }

  /** Whether what has that type is an archive of parts. */
  static boolean isDocument(String type) {
    return type.startsWith(OFFICE) || type.startsWith(OPEN_DOCUMENT);
  }

  /** Whether programs open what has that type as a sheet, though it is text. */
  static boolean isTable(String type) {
    return type.equals("text/csv");
  }

  /** Whether a browser may show it by itself: pictures, and what does nothing but be read. */
  static boolean isShown(String type, byte[] content) {
    return type.equals(PDF)
        ? PdfContent.isPlain(content)
        : PictureHeader.isPicture(type) && !type.startsWith(DRAWING);
  }

  static boolean isOf(String type, byte[] content) {
    String found = typeOf(content);
    return isText(type)
        ? TEXTS.contains(found) && PlainFile.isText(content)
        : found.equals(type)
            || type.startsWith(OFFICE)
                && ARCHIVES.contains(found)
                && DocumentArchive.isOffice(type, content);
  }
}
