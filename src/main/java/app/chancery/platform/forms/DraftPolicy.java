package app.chancery.platform.forms;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long drafts are kept.
 *
 * @param keptAfterEnd how long the draft of a task is kept, counted from its last change, when the
 *     task has ended without it; its writer may fetch the text until then. One day or more
 * @param keptAfterDiscard how long one that was discarded can be brought back. One day or more
 */
@ConfigurationProperties("chancery.drafts")
record DraftPolicy(Period keptAfterEnd, Period keptAfterDiscard) {

  DraftPolicy {
    aDayOrMore("kept-after-end", keptAfterEnd);
    aDayOrMore("kept-after-discard", keptAfterDiscard);
  }

  private static void aDayOrMore(String setting, Period kept) {
    if (kept.isNegative() || kept.isZero()) {
      throw new IllegalArgumentException("chancery.drafts." + setting + " must be P1D or more");
    }
  }
}
