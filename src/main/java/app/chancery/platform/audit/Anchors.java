package app.chancery.platform.audit;

import app.chancery.platform.database.EmbeddedDatabase;
import app.chancery.platform.start.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ends of the chain, written down outside the database, one a line: how many links there were and
 * the hash of the last one. Who can change the database alone cannot take back what is written
 * here.
 */
final class Anchors {

  private static final Pattern LINE = Pattern.compile("([1-9][0-9]{0,17}) ([0-9a-f]{64})");

  /** Characters of the longest line. */
  private static final int LONGEST = 18 + 1 + 64 + 1;

  private final Path file;

  Anchors(Path file) {
    this.file = file;
  }

  /**
   * Where the settings say, or beside an embedded database; empty if nowhere.
   *
   * @param url of the database
   */
  static Optional<Anchors> of(AuditPolicy policy, String url) {
    return policy.anchors() == null || policy.anchors().isBlank()
        ? EmbeddedDatabase.beside(url, "audit").map(Anchors::new)
        : Optional.of(new Anchors(Path.of(policy.anchors())));
  }

  /**
   * Does all that {@link #write} will do, but a line.
   *
   * @throws CannotStart if nothing can be written or read there, as it never could be then
   */
  void refuseUnwritable() {
    try {
      cutOffHalfALine();
      Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND).close();
    } catch (IOException e) {
      throw new CannotStart(
          "The ends of the audit cannot be kept in %s (%s)."
              .formatted(file, e.getClass().getSimpleName()),
          "Let CHANCERY_AUDIT_ANCHORS name a file that the office's user may write and read, in a"
              + " folder that is there, outside the database, and start again.");
    }
  }

  void write(Chain.End end) throws IOException {
    cutOffHalfALine();
    Files.writeString(
        file,
        end.links() + " " + end.hash() + "\n",
        StandardCharsets.US_ASCII,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.DSYNC);
  }

  /** Of a writer that was killed, or whose disk was full: the next line would not be one. */
  private void cutOffHalfALine() throws IOException {
    if (Files.notExists(file)) {
      return;
    }
    long whole;
    try (SeekableByteChannel anchors = Files.newByteChannel(file)) {
      String end = end(anchors);
      whole = anchors.size() - (end.length() - end.lastIndexOf('\n') - 1);
      if (whole == anchors.size()) {
        // A file that can only be added to is not opened for more than that.
        return;
      }
    }
    try (FileChannel anchors = FileChannel.open(file, StandardOpenOption.WRITE)) {
      anchors.truncate(whole);
    }
  }

  /** At least the last line. */
  private static String end(SeekableByteChannel anchors) throws IOException {
    ByteBuffer end = ByteBuffer.allocate((int) Math.min(anchors.size(), 2 * LONGEST));
    anchors.position(anchors.size() - end.capacity());
    while (end.hasRemaining() && anchors.read(end) >= 0) {
      // Until the end of the file.
    }
    return new String(end.array(), StandardCharsets.ISO_8859_1);
  }

  /** The one that was written last, and when; empty if there is none that can be read. */
  Optional<AuditTrail.Written> last() {
    try (SeekableByteChannel anchors = Files.newByteChannel(file)) {
      String text = end(anchors);
      Instant at = Files.getLastModifiedTime(file).toInstant();
      return text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .map(LINE::matcher)
          .filter(Matcher::matches)
          .map(line -> new AuditTrail.Written(end(line), at))
          .reduce((earlier, later) -> later);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Chain.End end(Matcher line) {
    return new Chain.End(Long.parseLong(line.group(1)), line.group(2));
  }

  /**
   * All that were written; none if there is no such file. A last line that was cut off with its
   * writer is left out.
   *
   * @throws IllegalStateException if a line is no anchor, in a sentence
   */
  List<Chain.End> read() throws IOException {
    if (Files.notExists(file)) {
      return List.of();
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    List<Chain.End> anchors = new ArrayList<>();
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    for (String line : lines) {
      Matcher anchor = LINE.matcher(line);
      if (!anchor.matches()) {
        throw new IllegalStateException(
            "Line " + (anchors.size() + 1) + " of " + file + " is no anchor");
      }
      anchors.add(end(anchor));
    }
    return anchors;
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
