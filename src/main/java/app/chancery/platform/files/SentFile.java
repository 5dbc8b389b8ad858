package app.chancery.platform.files;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.refusal.TooLarge;
import app.chancery.platform.words.Words;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.http.HttpStatus;

/**
 * What a browser has sent in the field for a file, before anything of it is looked at.
 *
 * @param name as it was given there
 */
public record SentFile(String name, byte[] content) {

  /**
   * @param part null if the form had no such field
   * @throws Refused if no file was chosen
   */
  public static SentFile of(Part part) {
    if (part == null || part.getSubmittedFileName() == null || isNone(part)) {
      throw new Refused(IncomingFiles.FILE, Words.of("talk.file.choose"));
    }
    return new SentFile(part.getSubmittedFileName(), content(part));
  }

  /** What a browser sends for a field in which nothing was chosen. */
  private static boolean isNone(Part part) {
    return part.getSubmittedFileName().isEmpty() && part.getSize() == 0;
  }

  private static byte[] content(Part part) {
    try (InputStream content = part.getInputStream()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a page answers that did not take one. */
  public static HttpStatus status(Refused refused) {
    if (refused instanceof TooLarge) {
      return HttpStatus.PAYLOAD_TOO_LARGE;
    }
    if (refused instanceof NotChecked) {
      return HttpStatus.SERVICE_UNAVAILABLE;
    }
    return refused instanceof Conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
  }
}
