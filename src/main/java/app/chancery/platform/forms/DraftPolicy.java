package app.chancery.platform.forms;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long drafts are kept.
 *
 * @param keptAfterEnd how long the draft of a task is kept, counted from its last change, when the
 *     task has ended without it; its writer may fetch the text until then. One day or more
 */
@ConfigurationProperties("chancery.drafts")
record DraftPolicy(Period keptAfterEnd) {

  DraftPolicy {
    if (keptAfterEnd.isNegative() || keptAfterEnd.isZero()) {
      throw new IllegalArgumentException("chancery.drafts.kept-after-end must be P1D or more");
    }
  }
}
