package app.chancery.platform.reading;

import app.chancery.platform.words.Words;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes as text in UTF-8, nothing of it made up.
 *
 * @param text up to the first byte that is none; without a byte order mark
 * @param wrong what is wrong behind it, as the end of a sentence
 */
record Utf8(String text, Optional<String> wrong) {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  static Utf8 of(byte[] bytes) {
    if (isUtf16(bytes)) {
      return new Utf8("", Optional.of(Words.of("utf8.isInUtfItMustBe")));
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    StandardCharsets.UTF_8.newDecoder().decode(rest, text, true);
    String read = text.flip().toString();
    return new Utf8(
        withoutMark(read),
        rest.hasRemaining()
            ? Optional.of(Words.of("utf8.isNotTextInUtfByte").formatted(rest.get()))
            : Optional.empty());
  }

  /** Spreadsheets and editors begin a file with a mark of its encoding. */
  static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /**
   * By its mark; without one by every other byte being nothing, as with all letters of a header.
   */
  private static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1 && (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE))
        || bytes.length > 3
            && (bytes[0] == 0) != (bytes[1] == 0)
            && (bytes[0] == 0) == (bytes[2] == 0)
            && (bytes[1] == 0) == (bytes[3] == 0);
  }

  private static boolean begins(byte[] bytes, int first, int second) {
    return (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
