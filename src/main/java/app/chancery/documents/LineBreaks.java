package app.chancery.documents;

import com.openhtmltopdf.bidi.support.ICUBreakers.ICULineBreaker;
import com.openhtmltopdf.extend.FSTextBreaker;
import java.util.Locale;

/** Where a line may end: where Unicode says so in any script, but not within 2026-Q4. */
final class LineBreaks implements FSTextBreaker {

  private final FSTextBreaker unicode = new ICULineBreaker(Locale.ENGLISH);
  private String text = "";

  @Override
  public void setText(String next) {
    text = next;
    unicode.setText(next);
  }

  @Override
  public int next() {
    int at = unicode.next();
    while (at > 1 && at < text.length() && isAfterNumberAndHyphen(at)) {
      at = unicode.next();
    }
    return at;
  }

  private boolean isAfterNumberAndHyphen(int at) {
    return text.charAt(at - 1) == '-' && Character.isDigit(text.charAt(at - 2));
  }
}
