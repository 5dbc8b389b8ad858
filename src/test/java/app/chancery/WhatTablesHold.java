package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for a text in the whole database: as it is, in UTF-16, as Base64 and in hexadecimal; within
 * serialized objects, in what was compressed, and on the pages of PDFs.
 */
public final class WhatTablesHold {

  /** The longest that is opened of one compressed piece. */
  private static final int MOST = 5_000_000;

  private WhatTablesHold() {}

  /** Every column of every table, those of the engine too, as text or as bytes. */
  public static Set<String> tablesWith(JdbcClient db, String sentinel) {
    Set<String> found = new TreeSet<>();
    List<Map<String, Object>> columns =
        db.sql(
                """
                select c.table_name, c.column_name from information_schema.columns c
                join information_schema.tables t
                  on t.table_schema = c.table_schema and t.table_name = c.table_name
                where c.table_schema = 'PUBLIC' and t.table_type = 'BASE TABLE'
                """)
            .query()
            .listOfRows();
    assertThat(columns).hasSizeGreaterThan(300);
    for (Map<String, Object> column : columns) {
      String table = column.get("table_name").toString();
      List<byte[]> values =
          db.sql("select \"%s\" from \"%s\"".formatted(column.get("column_name"), table))
              .query((row, number) -> bytes(row.getObject(1)))
              .list();
      if (values.stream().anyMatch(value -> isIn(value, sentinel))) {
        found.add(table.toLowerCase(Locale.ROOT));
      }
    }
    return found;
  }

  /**
   * Whether a text is in some bytes in one of the ways in which bytes may hold it.
   *
   * @param sentinel of letters and hyphens of ASCII, at least a dozen
   */
  public static boolean isIn(byte[] bytes, String sentinel) {
    String read = new String(bytes, StandardCharsets.ISO_8859_1);
    return ways(sentinel).anyMatch(read::contains)
        || read.toLowerCase(Locale.ROOT)
            .contains(HexFormat.of().formatHex(sentinel.getBytes(StandardCharsets.US_ASCII)))
        || read.startsWith("%PDF") && pagesOf(bytes).contains(sentinel)
        || compressed(bytes, read).anyMatch(piece -> isIn(piece, sentinel));
  }

  private static Stream<String> ways(String sentinel) {
    return Stream.of(
            Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)
                .map(charset -> inBytes(sentinel, charset)),
            IntStream.range(0, 3).mapToObj(before -> asBase64(sentinel, before)))
        .flatMap(each -> each);
  }

  private static String inBytes(String sentinel, Charset charset) {
    return new String(sentinel.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  /** What of its Base64 does not depend on what stands before and behind it. */
  private static String asBase64(String sentinel, int before) {
    String whole =
        Base64.getEncoder()
            .encodeToString(("x".repeat(before) + sentinel).getBytes(StandardCharsets.US_ASCII));
    return whole.substring(before == 0 ? 0 : 4, (before + sentinel.length()) / 3 * 4);
  }

  /** What begins as gzip or zlib anywhere, and a zip archive's entries, as far as they open. */
  private static Stream<byte[]> compressed(byte[] bytes, String read) {
    return IntStream.range(0, bytes.length - 2)
        .filter(at -> begins(bytes, at))
        .mapToObj(at -> opened(bytes, at, read))
        .filter(piece -> piece.length > 0);
  }

  private static boolean begins(byte[] bytes, int at) {
    int header = (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    return header == 0x1f8b
        || (bytes[at] & 0xff) == 0x78 && header % 31 == 0
        || header == 0x504b && bytes[at + 2] == 3;
  }

  private static byte[] opened(byte[] bytes, int at, String read) {
    InputStream from = new ByteArrayInputStream(bytes, at, bytes.length - at);
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    try {
      if (read.startsWith("PK\3", at)) {
        int names = (bytes[at + 26] & 0xff) + ((bytes[at + 27] & 0xff) << 8);
        int more = (bytes[at + 28] & 0xff) + ((bytes[at + 29] & 0xff) << 8);
        from.skipNBytes(30L + names + more);
        copy(new InflaterInputStream(from, new Inflater(true)), piece);
      } else {
        copy(
            read.charAt(at) == 0x1f ? new GZIPInputStream(from) : new InflaterInputStream(from),
            piece);
      }
    } catch (IOException | IndexOutOfBoundsException notWhatItLooksLike) {
      // What came until then counts.
      return piece.toByteArray();
    }
    return piece.toByteArray();
  }

  private static void copy(InputStream from, ByteArrayOutputStream to) throws IOException {
    byte[] some = new byte[4096];
    int count = from.read(some);
    while (count >= 0 && to.size() < MOST) {
      to.write(some, 0, count);
      count = from.read(some);
    }
  }

  private static String pagesOf(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(Object value) {
    try {
      if (value instanceof Blob blob) {
        try (InputStream bytes = blob.getBinaryStream()) {
          return bytes.readAllBytes();
        }
      }
      if (value instanceof Clob clob) {
        return clob.getSubString(1, (int) clob.length()).getBytes(StandardCharsets.UTF_8);
      }
      return value instanceof byte[] bytes
          ? bytes
          : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
