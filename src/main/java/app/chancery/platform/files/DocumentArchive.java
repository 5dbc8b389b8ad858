package app.chancery.platform.files;

import app.chancery.platform.database.Trouble;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A document that is an archive of parts, read by its directory as the programs do that open it.
 * Java reads such a directory from files alone; the file is gone as soon as it was looked at.
 */
final class DocumentArchive {

  private static final String TABLE_OF_CONTENTS = "[Content_Types].xml";

  /** More than the table of contents of any document, in bytes. */
  private static final int LONGEST_TABLE = 1 << 20;

  /** More parts than any document has. */
  private static final int MOST_PARTS = 20_000;

  /** More than any document that is taken unpacks to, in bytes; an archive can claim any size. */
  private static final long MOST_UNPACKED = 1L << 30;

  /** It has more parts, or unpacks to more, than a document does; or cannot be read. */
  private static final String TOO_MUCH = "file.tooMuch";

  private static final String MACROS = "file.macros";

  private DocumentArchive() {}

  private interface Question<T> {
    T ask(ZipFile archive) throws IOException;
  }

  /** Whether its main part is of that type of MIME; one with macros calls it otherwise. */
  static boolean isOffice(String type, byte[] content) {
    return ask(content, archive -> table(archive).contains("\"" + type + ".main+xml\""))
        .orElse(false);
  }

  /**
   * The key of the sentence that says why it is not taken, though it is a document; empty if it is.
   */
  static Optional<String> fault(byte[] content) {
    return ask(content, DocumentArchive::fault).orElse(Optional.of(TOO_MUCH));
  }

  private static Optional<String> fault(ZipFile archive) throws IOException {
    if (archive.size() > MOST_PARTS
        || unpacked(archive) > MOST_UNPACKED
        || hasTwoOfAName(archive)) {
      return Optional.of(TOO_MUCH);
    }
    return ActiveContent.isIn(archive) ? Optional.of(MACROS) : Optional.empty();
  }

  /** Then it is anybody's guess which one a program takes. */
  private static boolean hasTwoOfAName(ZipFile archive) {
    return archive.stream().map(ZipEntry::getName).distinct().count() < archive.size();
  }

  private static long unpacked(ZipFile archive) {
    return archive.stream()
        .mapToLong(ZipEntry::getSize)
        .map(size -> Math.min(Math.max(0, size), MOST_UNPACKED + 1))
        .sum();
  }

  private static String table(ZipFile archive) throws IOException {
    ZipEntry table = archive.getEntry(TABLE_OF_CONTENTS);
    if (table == null) {
      return "";
    }
    try (InputStream part = archive.getInputStream(table)) {
      return new String(part.readNBytes(LONGEST_TABLE), StandardCharsets.UTF_8);
    }
  }

  /** Empty if it is no archive that can be read. */
  private static <T> Optional<T> ask(byte[] content, Question<T> question) {
    Path file = written(content);
    try (ZipFile archive = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      return Optional.of(question.ask(archive));
    } catch (ZipException | EOFException | IllegalArgumentException notAnArchive) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      forget(file);
    }
  }

  private static Path written(byte[] content) {
    try {
      Path file =
          Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "chancery", ".zip");
      try {
        return Files.write(file, content);
      } catch (IOException e) {
        forget(file);
        throw e;
      }
    } catch (IOException e) {
      throw Trouble.ofFile(e);
    }
  }

  private static void forget(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
