package app.chancery.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;

/**
 * What a file is by its content, whatever its name says. Tika's core tells by the first bytes; of
 * documents of Office, which are archives, it tells only that, so their table of contents is read.
 */
final class FileContent {

  private static final Tika TIKA = new Tika();

  private static final String PLAIN_TEXT = "text/plain";

  private static final String TEXT = "text/";

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  private static final Set<String> ARCHIVES = Set.of("application/zip", "application/x-tika-ooxml");

  private static final String TABLE_OF_CONTENTS = "[Content_Types].xml";

  /** More than the table of contents of any document, in bytes. */
  private static final int LONGEST_TABLE = 1 << 20;

  /** So much is unpacked in the search for it: an archive can be made to unpack to any size. */
  private static final int MOST_UNPACKED = 64 << 20;

  private FileContent() {}

  /** As a type of MIME. */
  static String typeOf(byte[] content) {
    return TIKA.detect(content);
  }

  static boolean isOf(String type, byte[] content) {
    String found = typeOf(content);
    return found.equals(type)
        || found.equals(PLAIN_TEXT) && type.startsWith(TEXT)
        || type.startsWith(OFFICE) && ARCHIVES.contains(found) && isOffice(type, content);
  }

  /** One with macros calls its main part otherwise, and so is none. */
  private static boolean isOffice(String type, byte[] content) {
    try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
      int left = MOST_UNPACKED;
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        if (entry.getName().equals(TABLE_OF_CONTENTS)) {
          String table = new String(archive.readNBytes(LONGEST_TABLE), StandardCharsets.UTF_8);
          return table.contains('"' + type + ".main+xml\"");
        }
        left -= unpacked(archive, left);
        if (left <= 0) {
          return false;
        }
      }
      return false;
    } catch (IOException | IllegalArgumentException notAnArchive) {
      return false;
    }
  }

  private static int unpacked(ZipInputStream archive, int most) throws IOException {
    byte[] thrownAway = new byte[8192];
    int read = 0;
    for (int bytes = 0; bytes >= 0 && read < most; bytes = archive.read(thrownAway)) {
      read += bytes;
    }
    return read;
  }
}
