package app.chancery.platform.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of each kind, as programs write them. */
public final class SampleFiles {

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  private SampleFiles() {}

  /** By the endings of their names. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("pdf", pdf());
    files.put("png", picture("png"));
    files.put("jpg", picture("jpg"));
    files.put("jpeg", files.get("jpg"));
    files.put("gif", picture("gif"));
    files.put("webp", webp());
    files.put("txt", text("მინუტები\nof the meeting, é"));
    files.put("csv", text("name,value\nპირველი,1\n"));
    files.put("docx", office("wordprocessingml.document", "word/document.xml"));
    files.put("xlsx", office("spreadsheetml.sheet", "xl/workbook.xml"));
    files.put("pptx", office("presentationml.presentation", "ppt/presentation.xml"));
    files.put("odt", openDocument("application/vnd.oasis.opendocument.text"));
    files.put("ods", openDocument("application/vnd.oasis.opendocument.spreadsheet"));
    files.put("odp", openDocument("application/vnd.oasis.opendocument.presentation"));
    return files;
  }

  public static byte[] pdf() {
    return text(
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            + "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  }

  /** A PDF that runs something as soon as it is opened. */
  public static byte[] pdfWithScript() {
    return text(
        new String(pdf(), StandardCharsets.UTF_8)
            .replace("/Pages 2", "/OpenAction<</S/JavaScript/JS(app.alert(1))>>/Pages 2"));
  }

  private static byte[] picture(String kind) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(2, 3, BufferedImage.TYPE_INT_RGB), kind, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** One point, without loss. */
  private static byte[] webp() {
    return HexFormat.of()
        .parseHex("524946461a000000574542505650384c0d0000002f00000010071011118888fe0700");
  }

  /** An archive that is no document. */
  static byte[] archive() {
    return zip(Map.of("run.exe", text("MZ")));
  }

  /** A document of Office with macros. */
  static byte[] withMacros() {
    return zip(
        ordered(
            "[Content_Types].xml",
            "<Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>",
            "word/vbaProject.bin",
            "x"));
  }

  /** A document of Office that says of itself that it has no macros, with one part more. */
  static byte[] officeWith(String part, String text) {
    return zip(
        ordered(
            "[Content_Types].xml",
            contentTypes("wordprocessingml.document"),
            "word/document.xml",
            "<document/>",
            part,
            text));
  }

  /** A document of Office with a part that refers to something. */
  static byte[] officeThatRefersTo(String type, String target, String mode) {
    return officeWith(
        "word/_rels/settings.xml.rels",
        "<r:Relationships"
            + " xmlns:r=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<r:Relationship Id=\"a\" Type='http://schemas.openxmlformats.org/%s'".formatted(type)
            + " Target=\"%s\" TargetMode=\"%s\"/></r:Relationships>".formatted(target, mode));
  }

  /** An OpenDocument with one part more. */
  static byte[] openDocumentWith(String part) {
    return openDocument("application/vnd.oasis.opendocument.text", part, "<x/>");
  }

  /** An OpenDocument with something in a part of it. */
  static byte[] openDocumentThatHas(String element) {
    return openDocument(
        "application/vnd.oasis.opendocument.text",
        "styles.xml",
        "<office xmlns:xlink=\"http://www.w3.org/1999/xlink\""
            + " xmlns:text=\"t\" xmlns:draw=\"d\" xmlns:table=\"ta\" xmlns:meta=\"m\""
            + " xmlns:presentation=\"p\" xmlns:o=\"o\""
            + " xmlns:script=\"urn:oasis:names:tc:opendocument:xmlns:script:1.0\">%s</office>"
                .formatted(element));
  }

  /** The kind of a document of Office, with something in a part of it. */
  static byte[] officeThatHas(String part, String element) {
    return officeWith(
        part,
        "<w:x xmlns:w=\"w\" xmlns:v=\"v\" xmlns:o=\"o\" xmlns:a=\"a\">%s</w:x>".formatted(element));
  }

  /** The program that writes it may begin with another part. */
  static byte[] officeInAnotherOrder() {
    return zip(
        ordered(
            "word/document.xml",
            "<document/>",
            "[Content_Types].xml",
            contentTypes("wordprocessingml.document")));
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] office(String kind, String part) {
    return zip(ordered("[Content_Types].xml", contentTypes(kind), part, "<part/>"));
  }

  private static String contentTypes(String kind) {
    return "<Types><Override PartName=\"/x.xml\" ContentType=\""
        + OFFICE
        + kind
        + ".main+xml\"/></Types>";
  }

  private static byte[] openDocument(String type) {
    return openDocument(type, "meta.xml", "<x/>");
  }

  private static byte[] openDocument(String type, String more, String text) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      byte[] content = text(type);
      CRC32 sum = new CRC32();
      sum.update(content);
      ZipEntry first = new ZipEntry("mimetype");
      first.setMethod(ZipEntry.STORED);
      first.setSize(content.length);
      first.setCrc(sum.getValue());
      zip.putNextEntry(first);
      zip.write(content);
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(text("<office/>"));
      zip.putNextEntry(new ZipEntry(more));
      zip.write(text(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static Map<String, byte[]> ordered(String... namesAndTexts) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int at = 0; at < namesAndTexts.length; at += 2) {
      entries.put(namesAndTexts[at], text(namesAndTexts[at + 1]));
    }
    return entries;
  }

  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int at = 0; at < values.length; at++) {
      bytes[at] = (byte) values[at];
    }
    return bytes;
  }
}
