package app.chancery.platform.files;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file of text in whatever encoding the program has that wrote it, such as the Windows one of
 * Western Europe in which Excel writes tables. It is kept and fetched as it is, so that it need not
 * be known which; that it is text is known by one in which it holds no control characters.
 */
final class PlainFile {

  /** What Windows writes where no language can be recognised, as in a list of names. */
  private static final List<String> OF_WINDOWS =
      IntStream.rangeClosed(1250, 1258).mapToObj(page -> "windows-" + page).toList();

  private PlainFile() {}

  static boolean isText(byte[] content) {
    return Stream.of(Stream.of("UTF-8"), likely(content), OF_WINDOWS.stream())
        .flatMap(names -> names)
        .filter(Charset::isSupported)
        .map(Charset::forName)
        .anyMatch(encoding -> isText(content, encoding));
  }

  /**
   * What stands in it in signs of ASCII is read as what it is, and more where the encoding says
   * itself which it is or is the usual one.
   */
  static String signs(byte[] content) {
    String encoding = isMarked(content) ? likely(content).findFirst().orElseThrow() : "UTF-8";
    String signs = new String(content, Charset.forName(encoding));
    return signs.startsWith("\uFEFF") ? signs.substring(1) : signs;
  }

  /**
   * By what is at the beginning, the most likely first. What two or four bytes a sign could be is
   * anything: such a file begins with its mark.
   */
  private static Stream<String> likely(byte[] content) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(content);
    return Arrays.stream(detector.detectAll())
        .map(CharsetMatch::getName)
        .filter(name -> !name.startsWith("UTF-") || isMarked(content));
  }

  private static boolean isText(byte[] content, Charset encoding) {
    try {
      return encoding
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(content))
          .codePoints()
          .noneMatch(PlainFile::isNoText);
    } catch (CharacterCodingException otherEncoding) {
      return false;
    }
  }

  private static boolean isNoText(int sign) {
    return Character.getType(sign) == Character.CONTROL && "\t\n\r\f".indexOf(sign) < 0;
  }

  private static boolean isMarked(byte[] content) {
    return content.length > 3
        && ((content[0] & 0xFF) == 0xFE && (content[1] & 0xFF) == 0xFF
            || (content[0] & 0xFF) == 0xFF && (content[1] & 0xFF) == 0xFE
            || content[0] == 0
                && content[1] == 0
                && (content[2] & 0xFF) == 0xFE
                && (content[3] & 0xFF) == 0xFF);
  }
}
