package app.chancery.documents;

import java.util.Locale;

/**
 * A document of which no pages can be made; its content is on file all the same. Operators read
 * this, whatever they may read otherwise, so nothing of a restricted document is in it.
 */
public class Unprintable extends RuntimeException {

  Unprintable(DeliverableView document, RuntimeException why) {
    super(
        "The %s of %s, version %s (deliverable %s), cannot be printed: %s"
            .formatted(
                document.kindTitle().toLowerCase(Locale.ENGLISH),
                document.programme(),
                document.version(),
                document.id(),
                document.isRestricted() ? why.getClass().getName() : why),
        document.isRestricted() ? null : why);
    if (document.isRestricted()) {
      setStackTrace(why.getStackTrace());
    }
  }
}
