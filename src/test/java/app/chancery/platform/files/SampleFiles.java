package app.chancery.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of each kind, as programs write them. */
public final class SampleFiles {

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  private SampleFiles() {}

  /** By the endings of their names. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("pdf", pdf());
    files.put(
        "png",
        bytes(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 'I', 'H', 'D', 'R'));
    files.put("jpg", bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 'J', 'F', 'I', 'F', 0, 1));
    files.put("jpeg", files.get("jpg"));
    files.put("gif", text("GIF89a\u0001\u0000\u0001\u0000"));
    files.put("webp", text("RIFF\u0024\u0000\u0000\u0000WEBPVP8 "));
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
    return text("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
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
    return openDocument("application/vnd.oasis.opendocument.text", part);
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
    return openDocument(type, "meta.xml");
  }

  private static byte[] openDocument(String type, String more) {
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
      zip.write(text("<x/>"));
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
