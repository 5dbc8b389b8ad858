package app.chancery.platform.secrecy;

import app.chancery.platform.start.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** The key that an office on one's own machine makes, in a file beside its data. */
final class OwnKey {

  private OwnKey() {}

  /** Each has an id of its own, so that one that is missing is not taken for another. */
  static SealingKey fresh() {
    byte[] random = KeyGenerators.secureRandom(4).generateKey();
    return SealingKey.random("own-" + HexFormat.of().formatHex(random));
  }

  /**
   * The one in the file; if there is none yet, a fresh one, which is there afterwards, for its
   * owner alone, however the start is cut off.
   *
   * @throws CannotStart if the file holds something else
   */
  static SealingKey in(Path file) {
    try {
      if (Files.notExists(file)) {
        make(file);
      }
      List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
      if (lines.size() == 1) {
        return SealingKey.read(lines.get(0));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CannotStart notAKey) {
      throw noKey(file);
    }
    throw noKey(file);
  }

  private static CannotStart noKey(Path file) {
    return new CannotStart(
        "The file %s has the key of the interviews no longer.".formatted(file),
        "Put it back as it was, ID:KEY in one line. If it is lost, so are the interviews: move the"
            + " file away to begin with a new key; the next start tells the id of the lost one, to"
            + " be named in CHANCERY_SECRECY_LOST.");
  }

  private static void make(Path file) throws IOException {
    // Made for its owner alone.
    Path draft = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".new");
    Files.writeString(draft, fresh().written() + "\n", StandardCharsets.US_ASCII);
    try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      // Of a start in the same moment.
    } catch (UnsupportedOperationException noLinks) {
      Files.move(draft, file);
      return;
    }
    Files.delete(draft);
  }
}
