package app.chancery.platform.files;

import app.chancery.platform.words.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How people read the size of a file. */
public final class Sizes {

  private static final int STEP = 1024;

  private Sizes() {}

  /**
   * For example "512 bytes", "12 KB", "1.4 MB"; rounded up, so that nothing seems to be smaller.
   */
  public static String inWords(long bytes) {
    if (bytes < STEP) {
      return Words.counted("file.bytes", bytes);
    }
    boolean small = bytes < (long) STEP * STEP;
    BigDecimal size =
        BigDecimal.valueOf(bytes)
            .divide(
                BigDecimal.valueOf(small ? STEP : (long) STEP * STEP),
                new MathContext(20, RoundingMode.CEILING));
    BigDecimal rounded = size.setScale(small ? 0 : 1, RoundingMode.CEILING).stripTrailingZeros();
    return Words.of(small ? "file.kilobytes" : "file.megabytes").formatted(rounded.toPlainString());
  }
}
