package app.chancery.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Whether a picture can be read as far as its width and height. Nothing more is unpacked of it: a
 * small file can claim any size.
 */
final class PictureHeader {

  private static final String PICTURE = "image/";

  /** Java has no reader of it. */
  private static final String WEBP = "image/webp";

  /** Of a WebP: RIFF, its length, WEBP, the kind of the first chunk, its length. */
  private static final int CHUNK = 20;

  /** More than the header of any kind of WebP after that. */
  private static final int HEADER = 10;

  private PictureHeader() {}

  static boolean isPicture(String type) {
    return type.startsWith(PICTURE);
  }

  static boolean isReadable(String type, byte[] content) {
    return type.equals(WEBP) ? isWebp(content) : isKnown(type, content);
  }

  private static boolean isKnown(String type, byte[] content) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
    if (!readers.hasNext()) {
      // Whoever has added a kind to the settings has it taken by its first bytes alone.
      return true;
    }
    ImageReader reader = readers.next();
    try (ImageInputStream read =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(read, true, true);
      return reader.getWidth(0) > 0 && reader.getHeight(0) > 0;
    } catch (IOException | RuntimeException unread) {
      return false;
    } finally {
      reader.dispose();
    }
  }

  /**
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9649">RFC 9649</a>
   */
  private static boolean isWebp(byte[] content) {
    if (content.length < CHUNK + HEADER) {
      return false;
    }
    ByteBuffer picture = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    String kind = new String(content, CHUNK - 8, 4, StandardCharsets.US_ASCII);
    return switch (kind) {
      // A key frame begins with its tag, a mark and 14 bits each of width and height.
      case "VP8 " ->
          (content[CHUNK] & 1) == 0
              && content[CHUNK + 3] == (byte) 0x9D
              && content[CHUNK + 4] == 0x01
              && content[CHUNK + 5] == 0x2A
              && (picture.getShort(CHUNK + 6) & 0x3FFF) > 0
              && (picture.getShort(CHUNK + 8) & 0x3FFF) > 0;
      // Width and height are written less one.
      case "VP8L" -> content[CHUNK] == 0x2F;
      case "VP8X" -> picture.getInt(CHUNK - 4) == HEADER;
      default -> false;
    };
  }
}
